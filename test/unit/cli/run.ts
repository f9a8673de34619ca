import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../server/src/cli/run';

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly bytes: Buffer;
  readonly notes: string;
}

/** Runs a command line as from a shell, with its output kept. */
export async function newspaper(
  words: readonly string[],
  directory: string,
  { stdin = '', environment = {} }: { stdin?: string | Uint8Array; environment?: Record<string, string> } = {},
): Promise<Result> {
  const output: Uint8Array[] = [];
  const notes: string[] = [];
  const code = await run(words, '1.2.3', {
    environment,
    directory,
    dataDirectory: 'dist',
    l10nDirectory: 'l10n',
    readStdin: async () => Buffer.from(stdin),
    out: (text) => output.push(Buffer.from(text)),
    note: (line) => notes.push(line),
  });
  const bytes = Buffer.concat(output);
  return { code, out: bytes.toString('utf8'), bytes, notes: notes.join('\n') };
}

/** Calls `use` with a new empty folder, which is gone afterwards. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'newspaper-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
