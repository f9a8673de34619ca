// What must be there before anything else runs. Plain Node, no package: on a fresh clone this is the first thing to run.
import { spawnSync } from 'node:child_process';
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
  if (installed()) return false;
  console.log('Installing the packages of package-lock.json …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  return true;
}

/** Whether node_modules holds what package-lock.json asks for. npm writes its own list there when it is done. */
function installed() {
  const list = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(list)) return false;
  const { packages: there } = readJson(list);
  const { packages: asked } = readJson(path.join(root, 'package-lock.json'));
  return Object.entries(asked).every(
    ([place, { version, optional }]) => place === '' || optional || there[place]?.version === version,
  );
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
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
