// Builds everything that runs into dist/: node esbuild.mjs [--production] [--watch]
//   client.js         the extension on the desktop and in remote workspaces (Node extension host)
//   client.web.js     the extension in the browser (web extension host)
//   server.js         the language server as a process
//   server.worker.js  the language server as a Web Worker
//   cli.js            the command line
//   *.bin             data; scripts/build-<name>.ts makes <name>.bin
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...shared, platform: 'browser' };

const bundles = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/client.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  { ...browser, entryPoints: ['server/src/main.worker.ts'], outfile: 'dist/server.worker.js', format: 'iife' },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
].filter(({ entryPoints: [entry] }) => existsSync(entry) || console.warn(`not there yet: ${entry}`));

async function buildData() {
  for (const script of readdirSync('scripts').filter((name) => /^build-.*\.ts$/.test(name))) {
    const run = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}`], { stdio: 'inherit' });
    const [code] = await once(run, 'exit');
    if (code !== 0) throw new Error(`scripts/${script} failed`);
  }
}

async function buildBundles() {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);
}

async function watchBundles() {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
}

try {
  await Promise.all([buildData(), watch ? watchBundles() : buildBundles()]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
