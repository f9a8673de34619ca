// `npm run package`: newspaper-markup.vsix, of bundles only (package.json `files` says what goes in).
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from './setup.mjs';

// A bundle that is no longer built would go in with the rest.
const dist = path.join(root, 'dist');
for (const name of fs.existsSync(dist) ? fs.readdirSync(dist) : []) {
  if (!name.endsWith('.bin')) fs.rmSync(path.join(dist, name));
}
run(process.execPath, ['esbuild.mjs', '--production']);
run(process.execPath, [
  path.join(root, 'node_modules/@vscode/vsce/vsce'),
  'package',
  '--no-dependencies', // they are in the bundles
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  ...['--out', 'newspaper-markup.vsix'],
]);
