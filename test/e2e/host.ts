/*
 * What `vscode-host` runs: the arguments and the exit code of the desktop VS Code, but the tests run in a VS Code server
 * whose workbench is open in headless Chromium. So they need neither a display nor the download of a desktop VS Code.
 *   vscode-host FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web]
 * In the Node extension host as on a desktop, or, with `web`, in the browser's, as on vscode.dev.
 */
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser';
import { remoteUri, startServer, workbenchUrl } from '../../scripts/host/server';
import { serveFolder } from './serve';

/** A run takes about ten seconds; on a loaded machine a minute. */
const patience = 300_000;

const args = process.argv.slice(2);
const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const required = (name: string) => {
  const value = option(name);
  if (value === undefined) throw new Error(`vscode-host: --${name} is missing`);
  return path.resolve(value);
};

const folder = path.resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
const extension = required('extensionDevelopmentPath');
const tests = required('extensionTestsPath');
const web = option('extensionDevelopmentKind') === 'web';

runTests().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

/** The exit code that the test runner gave, 1 where it came to none. */
async function runTests(): Promise<number> {
  const server = await startServer();
  const browser = await launchBrowser();
  // A web extension is fetched from another origin than the workbench's own policy allows.
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, bypassCSP: web });
  const files = web ? await serveFolder(extension, '/extension') : null;
  const uri = (file: string) =>
    files ? `${files.origin}/extension${file.slice(extension.length)}` : remoteUri(server.port, file);
  try {
    if (files) await addWebExtension(page, files.origin);
    const result = testResult(page);
    await page.exposeFunction('codeAutomationLog', (_type: string, words: unknown[]) => print(format(...words)));
    await page.goto(
      workbenchUrl(server.port, {
        folder,
        payload: [
          ['extensionDevelopmentPath', uri(extension)],
          ['extensionTestsPath', uri(tests)],
        ],
      }),
    );
    const { code, why } = await result;
    if (why) console.error(`vscode-host: ${why}`);
    if (code !== 0) keepLog(server.log());
    return code;
  } finally {
    await browser.close();
    files?.close();
    await server.stop();
  }
}

interface Result {
  readonly code: number;
  readonly why?: string;
}

async function testResult(page: Page): Promise<Result> {
  return new Promise((resolve) => {
    page.exposeFunction('codeAutomationExit', (code: number) => resolve({ code }));
    page.on('crash', () => resolve({ code: 1, why: 'the page crashed' }));
    page.on('console', (message) => {
      if (process.env.VSCODE_HOST_VERBOSE) console.log(`  ${message.type()}: ${message.text().slice(0, 500)}`);
      if (message.text().includes('No extension host found that can launch the test runner')) {
        resolve({ code: 1, why: message.text() });
      }
    });
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve({ code: 130, why: name }));
    setTimeout(() => resolve({ code: 124, why: `no result in ${patience} ms` }), patience).unref();
  });
}

/**
 * `vscode-remote:` extensions always run in the Node host. One for the browser's host has to be in the workbench's
 * configuration, which stands in an element of the page, before the workbench's scripts read it.
 */
async function addWebExtension(page: Page, origin: string): Promise<void> {
  const { host } = new URL(origin);
  await page.addInitScript(
    (served) => {
      // 'interactive' comes before module scripts run.
      document.addEventListener('readystatechange', () => {
        const element = document.getElementById('vscode-workbench-web-configuration');
        const settings = element?.getAttribute('data-settings');
        if (!element || !settings || element.dataset.extended) return;
        const configuration = JSON.parse(settings);
        configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [served] };
        element.setAttribute('data-settings', JSON.stringify(configuration));
        element.dataset.extended = 'yes';
      });
    },
    { scheme: 'http', authority: host, path: '/extension' },
  );
}

/** The workbench's own chatter: what the server lacks without native modules, and how it loads extensions. */
const noise = [
  'Resolv',
  'Ignoring fetching additional builtin',
  'Request to ',
  'Loading development extension',
  'Creating a socket',
  'Updating additional',
  'ChatSession',
  '[ChatModel',
  '[AgentHost',
  '[AccountPolicy',
  '[Service Worker]',
  '[reconnection',
  "Cannot find module './build/Release/watchdog",
  "Error: Cannot find module './build/Release/watchdog",
  'Error: Could not locate the bindings',
  '[Extension Host] Error: Could not locate the bindings',
  '%c',
];

function print(text: string): void {
  if (process.env.VSCODE_HOST_VERBOSE || !noise.some((start) => text.startsWith(start))) console.log(text);
}

function keepLog(log: string): void {
  const file = path.join(extension, 'artefacts', `vscode-host-${web ? 'web' : 'node'}.log`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, log);
  console.error(`vscode-host: the server's log is in ${file}`);
}
