// What must be there before anything else runs. Plain Node, no package: on a fresh clone this is the first thing to run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const oldestNode = 20;

/** Runs a command in the project's folder with its output on this terminal; throws where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed (${status})`);
}

/** Installs the packages of package-lock.json where they are missing or older than it. Returns whether it did. */
export function installPackages() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new Error(`Node ${oldestNode} or newer is needed; this is ${process.version}`);
  }
  // npm removes node_modules before it installs, so the stamp there vouches for a finished installation of this very lock.
  const stamp = path.join(root, 'node_modules', '.installed-lock');
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return false;
  console.log('Installing the packages of package-lock.json …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  fs.writeFileSync(stamp, lock);
  return true;
}

/** npm as a Node program where npm itself started us: on Windows `npm` is a shell script that spawn cannot start. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) run(process.execPath, [cli, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
}

/** Bundles client, server and CLI, and makes the word list, into dist/. */
export function build() {
  run(process.execPath, ['esbuild.mjs']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installPackages();
