// `npm start`: opens the sample page in VS Code with this extension, whatever the machine has.
//   npm start [-- FILE]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build, installPackages, root, run } from './setup.mjs';

const samples = path.join(root, 'samples');
const file = path.resolve(process.argv[2] ?? path.join(samples, '河州日报-第1版.page.txt'));

installPackages();
build();
if (hasDesktop()) {
  console.log(`Opening ${file} in VS Code`);
  run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, path.dirname(file), file], shell());
} else {
  run(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/host/open.ts'), file]);
}

function hasDesktop() {
  return spawnSync('code', ['--version'], { stdio: 'ignore', ...shell() }).status === 0;
}

/** On Windows `code` is a shell script. */
function shell() {
  return { shell: process.platform === 'win32' };
}
