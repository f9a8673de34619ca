// `npm test`: sets up what is missing, then runs every check, and ends with `N passed, N failed`.
//   npm test [-- NAME…]   only the named checks
import { spawn } from 'node:child_process';
import { installPackages, root } from './setup.mjs';

const node = process.execPath;
const mocha = ['node_modules/mocha/bin/mocha.js'];

/** In order. A check that others need ends the run where it fails. */
const checks = [
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  // Minified, into newspaper-markup.vsix: what is shipped is what all further checks run.
  { name: 'build', args: ['scripts/package.mjs'], needed: true },
  { name: 'unit', args: mocha },
  { name: 'grammar', args: ['node_modules/vscode-tmgrammar-test/dist/snapshot.js', 'test/grammar/*.newspaper'] },
  { name: 'lsp', args: [...mocha, '--config', 'test/lsp.mocharc.json'] },
  { name: 'package', args: [...mocha, '--config', 'test/package.mocharc.json'] },
  { name: 'node-host', args: ['--import', 'tsx', 'test/e2e/run.ts', 'node'] },
  { name: 'web-host', args: ['--import', 'tsx', 'test/e2e/run.ts', 'web'] },
  { name: 'interface', args: [...mocha, '--config', 'test/e2e/interface.mocharc.json'] },
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

installPackages();
const results = [];
for (const { name, args, needed } of checks) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name}`);
  const result = { name, ...(await runCheck(args)) };
  results.push(result);
  if (needed && result.failed > 0) break;
}

console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(10)} ${passed} passed, ${failed} failed, ${seconds} s`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Runs a check with its output on this terminal. Mocha's counts are taken over; any other check counts as one test. */
async function runCheck(args) {
  const start = Date.now();
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = Math.round((Date.now() - start) / 1000);
  const passed = count(output, /^ *(\d+) passing/gm);
  const failed = count(output, /^ *(\d+) failing/gm);
  // Whatever was counted: a check that ended badly has failed.
  if (code !== 0) return { passed, failed: Math.max(failed, 1), seconds };
  return { passed: Math.max(passed, 1), failed, seconds };
}

function count(output, pattern) {
  return [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
}
