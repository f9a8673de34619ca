/*
 * Runs the suite in a real VS Code: once in the Node extension host, once as a web extension with the server in a Worker.
 *   npx tsx test/e2e/run.ts [node|web]
 * VSCODE_TEST_HOST=desktop takes a desktop VS Code (downloaded by @vscode/test-electron) instead of the server build.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '../..');
const bundles = path.join(root, '.vscode-test/suite');
const desktop = process.env.VSCODE_TEST_HOST === 'desktop';

type Kind = 'node' | 'web';

async function main(kinds: Kind[]): Promise<void> {
  for (const kind of kinds) {
    await bundleSuite(kind);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'newspaper-workspace-'));
    try {
      fs.cpSync(path.join(root, 'test/e2e/fixtures/workspace'), folder, { recursive: true });
      console.log(`\n# The ${kind === 'web' ? "browser's" : 'Node'} extension host`);
      await runTests({
        ...(desktop ? {} : { vscodeExecutablePath: path.join(root, 'test/e2e/vscode-host') }),
        extensionDevelopmentPath: root,
        extensionTestsPath: path.join(bundles, `${kind}.js`),
        launchArgs: [folder, ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
      });
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function bundleSuite(kind: Kind): Promise<void> {
  const web = kind === 'web';
  await build({
    entryPoints: [path.join(root, `test/e2e/suite/main.${kind}.ts`)],
    outfile: path.join(bundles, `${kind}.js`),
    bundle: true,
    format: 'cjs',
    platform: web ? 'browser' : 'node',
    define: web ? { global: 'globalThis' } : {},
    external: web ? ['vscode'] : ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

const chosen = process.argv.slice(2).filter((word): word is Kind => word === 'node' || word === 'web');
main(chosen.length > 0 ? chosen : ['node', 'web']).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
