import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { run } from './run';
import type { Terminal } from './terminal';

/*
 * Entry of the command line, bundled to dist/cli.js: beside it stand the built data, above it l10n/.
 */

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const terminal: Terminal = {
  environment: process.env,
  directory: process.cwd(),
  dataDirectory: __dirname,
  l10nDirectory: join(__dirname, '..', 'l10n'),
  readStdin,
  out: (output) => process.stdout.write(output),
  note: (line) => writeSync(process.stderr.fd, `${line}\n`),
};

// A reader such as `head` may close the pipe early; that is its right, not our failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

run(process.argv.slice(2), version, terminal).then((code) => {
  process.exitCode = code;
});
