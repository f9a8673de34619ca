/*
 * How long reading a page takes, beside a floor that no reader can go below: decode the bytes, split the lines, run one
 * regular expression on each. And whether the time grows in step with the text. Prints figures and asserts nothing:
 * machines differ, and tsx names every function, which the bundle does not (it is a quarter faster).
 * Run: npx tsx test/bench/read.ts [file.txt …]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '../../server/src/page/document';
import { splitLines } from '../../server/src/text/lines';
import { testResources } from '../unit/resources';

/** Runs of each page: the first ones warm the compiler up, the fastest one counts. */
const RUNS = 200;
/** UTF-16 units of the smallest text of the check of growth; the others have two and four times as many. */
const SIZE = 64_000;

const resources = testResources();

const fastest = (runs: number, work: () => void): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

function floor(bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes);
  for (const { span } of splitLines(text)) /记者|摄$|^\S+电/.test(text.slice(span.start, span.end));
}

function measure(file: string): void {
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8');
  const read = fastest(RUNS, () => readDocument(text, resources));
  const least = fastest(RUNS, () => floor(bytes));
  const each = (1000 * read) / Math.max(1, text.length);
  console.log(
    `${file}: ${read.toFixed(2)} ms, ${(read / least).toFixed(0)} × the floor, ${each.toFixed(2)} µs a character`,
  );
}

/** Texts of any size, each hostile in its own way. */
function growing(sample: string): Record<string, (size: number) => string> {
  const letters = sample.replace(/\s/g, '');
  const repeat = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  return {
    'a page again and again': repeat(`${sample.replace(/\f/g, '')}\n`),
    'one line': repeat(letters),
    'one line, with spaces': repeat([...letters].join(' ')),
    'lines of one character': repeat([...letters].join('\n')),
    'blank lines': repeat('\n'),
    bylines: repeat('□ 本报记者 林舟\n'),
    credits: repeat('图为春耕。 林舟 摄\n'),
    'jump lines': repeat('版（下转4版）\n'),
    'brackets never closed': repeat('（记者'),
    'closing marks': repeat('》）'),
  };
}

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => `samples/${name}`);
const files = process.argv.length > 2 ? process.argv.slice(2) : samples;
for (const file of files) measure(file);
console.log(`\nGrowth: ms for ${SIZE}, ${2 * SIZE} and ${4 * SIZE} units; twice the text should take twice the time`);
for (const [name, make] of Object.entries(growing(readFileSync(files[0], 'utf8')))) {
  const times = [1, 2, 4].map((n) => fastest(2, () => readDocument(make(n * SIZE), resources)));
  const ratios = times.slice(1).map((time, i) => (time / times[i]).toFixed(1));
  console.log(`${name}: ${times.map((time) => time.toFixed(0)).join(', ')} (× ${ratios.join(', × ')})`);
}
