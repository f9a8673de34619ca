import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type FetchedHost, fetchHost, type HostName } from './fetch';

/** A running VS Code server. Its user data is a temporary folder of its own, gone after `stop`. */
export interface Server {
  readonly port: number;
  /** Server and extension host output so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** 0: any free port. */
  readonly port?: number;
  /** Machine settings besides the quiet ones. */
  readonly settings?: Record<string, unknown>;
  /** A .vsix to install before the server starts. */
  readonly install?: string;
}

/** No welcome, no network, no telemetry: what a test or a first look needs. */
const quietSettings = {
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
};

function hostName(): HostName {
  return process.env.VSCODE_HOST === 'stable' ? 'stable' : 'oldest';
}

/** Starts the server and waits until it listens. Throws, with the end of its output, where it does not come up. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const host = fetchHost(hostName());
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'newspaper-vscode-'));
  const settings = path.join(state, 'data/Machine/settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify({ ...quietSettings, ...options.settings }));
  if (options.install) await finished(spawnServer(host, state, ['--install-extension', options.install, '--force']));

  const child = spawnServer(host, state, [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
    // Newer versions read extensionDevelopmentPath and extensionTestsPath from the address only with this.
    '--enable-smoke-test-driver',
  ]);
  let log = '';
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      log += chunk;
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => reject(new Error(`VS Code's server ended (${code}):\n${log.slice(-3000)}`)));
  });
  return {
    port,
    log: () => log,
    stop: async () => {
      await endGroup(child);
      fs.rmSync(state, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function spawnServer(host: FetchedHost, state: string, args: string[]): ChildProcess {
  const folders = [
    ...['--server-data-dir', state, '--user-data-dir', path.join(state, 'data')],
    ...['--extensions-dir', path.join(state, 'extensions')],
  ];
  const manners = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'];
  // 'info' and not 'warn': Mocha's output inside the extension host comes through the log.
  return spawn(host.node, [host.serverMain, ...folders, ...manners, '--log', 'info', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the extension hosts it forks can be ended with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, NODE_OPTIONS: '', EXTENSIONS_GALLERY: '{}' },
  });
}

async function finished(child: ChildProcess): Promise<void> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`VS Code's server: installing failed (${code}):\n${output.slice(-3000)}`);
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const group = process.platform === 'win32' ? child.pid : -child.pid;
  const exit = once(child, 'exit');
  signal(group, 'SIGTERM');
  const patience = setTimeout(() => signal(group, 'SIGKILL'), 3000);
  await exit;
  clearTimeout(patience);
  // An extension host may outlive its server for a while; nobody waits for it.
  signal(group, 'SIGKILL');
}

function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch {
    // It has ended already.
  }
}

export interface Address {
  readonly folder: string;
  /** Key and value pairs that the workbench reads: openFile, extensionDevelopmentPath, extensionTestsPath … */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address of the workbench on a folder of this machine. */
export function workbenchUrl(port: number, { folder, payload = [] }: Address): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', folder);
  const all = [...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  url.searchParams.set('payload', JSON.stringify(all));
  return url.href;
}

/** A file of this machine, as the workbench in the browser names it. */
export function remoteUri(port: number, file: string): string {
  return `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`;
}
