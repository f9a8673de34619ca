import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { root } from './fetch';

const systemChromium = '/usr/bin/chromium';

/** A headless Chromium: the one in $CHROMIUM, the system's, or the one inside the npm package @sparticuz/chromium. */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const own = process.env.CHROMIUM ?? (fs.existsSync(systemChromium) ? systemChromium : null);
  if (own) return chromium.launch({ executablePath: own, args });
  const packed = unpackChromium();
  return chromium.launch({
    executablePath: path.join(packed, 'chromium'),
    args: [...args, '--headless=shell', '--no-zygote', '--disable-webgl'],
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: path.join(packed, 'al2023/lib') },
  });
}

/**
 * Unpacks @sparticuz/chromium once, into .vscode-test. In a process of its own, because the package chooses by
 * environment variables: TMPDIR is where it unpacks to, and only "inside AWS" does it unpack the libraries (libnss3)
 * that a bare machine lacks.
 */
function unpackChromium(): string {
  const version = JSON.parse(fs.readFileSync(path.join(packageFolder(), 'package.json'), 'utf8')).version;
  const into = path.join(root, '.vscode-test', `chromium-${version}`);
  const complete = path.join(into, '.complete');
  if (!fs.existsSync(complete)) {
    fs.rmSync(into, { recursive: true, force: true });
    fs.mkdirSync(into, { recursive: true });
    const entry = pathToFileURL(path.join(packageFolder(), 'build/esm/index.js')).href;
    const script = `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: into, TEMP: into, TMP: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    fs.writeFileSync(complete, '');
  }
  return into;
}

function packageFolder(): string {
  return path.join(root, 'node_modules/@sparticuz/chromium');
}
