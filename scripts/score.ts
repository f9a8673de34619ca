/*
 * Scores dist/cli.js on the annotated pages beside this checkout, where they are, and compares with scores.json.
 *   npm run score               compares; exit 1 where a figure fell
 *   npm run score -- --update   raises scores.json to what was reached
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { falls, raised, rounded, type Scores } from './ratchet';

const root = path.resolve(__dirname, '..');
const scorer = path.join(root, '../shared/score/run.mjs');
const ratchet = path.join(root, 'scores.json');

/** Counts of right, invented and missed elements. */
interface Counts {
  readonly tp?: number;
  readonly fp?: number;
  readonly fn?: number;
}

/** What the scorer prints with --json, for a page or summed over a group of `k` pages. */
interface Result {
  readonly ari: number;
  readonly b3: number;
  readonly head: { readonly total?: number; readonly attach?: number; readonly exact?: number; readonly pred?: number };
  readonly byline: Counts;
  readonly dateline: Counts;
  readonly caption: Counts;
  readonly jump: Counts;
  /** Characters of all paragraphs, and how many of them are wrong, missing or out of order. */
  readonly body: { readonly n?: number; readonly e?: number };
}

interface Report {
  readonly rows: readonly { readonly n: string; readonly r: Result }[];
  readonly agg: Readonly<Record<string, Result & { readonly k: number }>>;
}

function main(update: boolean): number {
  if (!fs.existsSync(scorer)) {
    console.log('score: no annotated pages beside this checkout, nothing to score');
    return 0;
  }
  const got = merged(recognition(), repair());
  const best: Scores = fs.existsSync(ratchet) ? JSON.parse(fs.readFileSync(ratchet, 'utf8')) : {};
  print(got, best);
  const fallen = falls(best, got);
  for (const fall of fallen) {
    console.error(`score: ${fall.group} ${fall.figure} was ${fall.best}, is ${fall.got ?? 'not measured'}`);
  }
  if (update) {
    fs.writeFileSync(ratchet, `${JSON.stringify(raised(best, got), null, 2)}\n`);
    console.log(`score: ${path.basename(ratchet)} written`);
  }
  return fallen.length > 0 ? 1 : 0;
}

function recognition(): Scores {
  const { rows, agg }: Report = JSON.parse(run('--json', '--body'));
  const groups = Object.entries(agg).map(([name, sum]) => [groupName(name), figures(sum, sum.k)] as const);
  const seed = rows.filter(({ n }) => n === 'seed').map(({ n, r }) => [n, figures(r, 1)] as const);
  return Object.fromEntries([...groups, ...seed]);
}

function figures(sum: Result, pages: number): Record<string, number> {
  const { total = 0, attach = 0, exact = 0, pred = 0 } = sum.head;
  const { n = 0, e = 0 } = sum.body;
  const all = {
    ari: sum.ari / pages,
    b3: sum.b3 / pages,
    headlineAttached: share(attach, total),
    headlineExact: share(exact, total),
    headlinePrecision: share(attach, pred),
    byline: f1(sum.byline),
    dateline: f1(sum.dateline),
    caption: f1(sum.caption),
    jump: f1(sum.jump),
    ...(n > 0 ? { errorBody: e / n } : {}),
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, rounded(value)]));
}

/** Nothing printed and nothing wanted is as good as it gets. */
function f1({ tp = 0, fp = 0, fn = 0 }: Counts): number {
  return tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Error rates after repair, from lines such as `== ALL  nospace 0.044 -> 0.019   withspace 0.075 -> 0.022`. */
function repair(): Scores {
  const line = /^(?:== )?(\S+) +nospace \S+ -> ([\d.]+) +withspace \S+ -> ([\d.]+)$/;
  const groups = run('--cer')
    .split('\n')
    .filter((text) => text.startsWith('== ') || text.startsWith('seed '))
    .flatMap((text) => {
      const [, name, tight, spaced] = line.exec(text.trim()) ?? [];
      return name ? [[groupName(name), { errorTight: Number(tight), errorSpaced: Number(spaced) }] as const] : [];
    });
  return Object.fromEntries(groups);
}

function groupName(name: string): string {
  return name === 'ALL' ? 'all' : name;
}

function run(...args: string[]): string {
  return execFileSync(process.execPath, [scorer, path.join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function merged(a: Scores, b: Scores): Scores {
  const groups = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(groups.map((group) => [group, { ...a[group], ...b[group] }]));
}

/** A row for each group, a column for each figure; the best so far stands in brackets where it differs. */
function print(got: Scores, best: Scores): void {
  for (const [group, own] of Object.entries(got)) {
    const told = Object.entries(own).map(([figure, value]) => {
      const former = best[group]?.[figure];
      return `${figure} ${value}${former === undefined || former === value ? '' : ` (${former})`}`;
    });
    console.log(`score: ${group}: ${told.join(', ')}`);
  }
}

process.exitCode = main(process.argv.includes('--update'));
