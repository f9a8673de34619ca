/*
 * Measures the class A fixes on annotated pages: NAME.txt as extracted, NAME.clean.txt the same lines as they should
 * read, NAME.json with `engine` and `lines[].role`.
 *
 *   npx tsx scripts/measure-fixes.ts [--pages DIR] [--only REGEX] [--out DIR] [--wrong] [--clean [RULE]]
 *
 * An edit is wrong if undoing it alone brings its line nearer to the clean line. A separator is a space between two Han
 * characters that both the extracted and the clean line have: none may go. --out keeps the fixed texts. --clean counts
 * what all rules find in the clean texts, and shows what RULE finds there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Resources, readDocument } from '../server/src/page/document';
import { fixAll } from '../server/src/rules/fix';
import { rules } from '../server/src/rules/index';
import { checkDocument } from '../server/src/rules/run';
import { defaultSettings } from '../server/src/rules/settings';
import { isHan } from '../server/src/text/characters';
import { unpackConfusions } from '../server/src/text/confusions';
import { minimalEdits } from '../server/src/text/diff';
import { foldUnit } from '../server/src/text/equivalents';
import { unpackLexicon } from '../server/src/text/lexicon';
import { applyEdits } from '../server/src/text/span';

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const pages = resolve(option('--pages') ?? '../shared/pages');
const only = new RegExp(option('--only') ?? '.');
const out = option('--out');
if (!existsSync(pages)) {
  console.log(`no annotated pages at ${pages}: nothing to measure`);
  process.exit(0);
}

const resources: Resources = {
  lexicon: unpackLexicon(gunzipSync(readFileSync('dist/lexicon.bin'))),
  confusions: unpackConfusions(gunzipSync(readFileSync('dist/confusions.bin'))),
};

/** The rules whose fixes keep every line in its place. */
const LINE_KEEPING = rules
  .filter(({ fixClass, group, id }) => fixClass === 'A' && group !== 'layout' && id !== 'blank-line-padding')
  .map(({ id }) => id);

interface Sums {
  edits: number;
  wrong: number;
  separators: number;
  separatorsLost: number;
  distanceBefore: number;
  distanceAfter: number;
  characters: number;
  spacedBefore: number;
  spacedAfter: number;
  spacedCharacters: number;
}
const noSums = (): Sums => ({
  edits: 0,
  wrong: 0,
  separators: 0,
  separatorsLost: 0,
  distanceBefore: 0,
  distanceAfter: 0,
  characters: 0,
  spacedBefore: 0,
  spacedAfter: 0,
  spacedCharacters: 0,
});

const byEngine = new Map<string, Sums>();
const applied: Record<string, number> = {};
const remarks: string[] = [];
let milliseconds = 0;
let units = 0;

for (const name of pageNames()) {
  const raw = readFileSync(join(pages, `${name}.txt`), 'utf8');
  const truth = JSON.parse(readFileSync(join(pages, `${name}.json`), 'utf8')) as {
    engine: string;
    lines: { role: string }[];
  };
  const started = performance.now();
  const result = fixAll(raw, resources, defaultSettings, { rules: LINE_KEEPING, classes: ['A'] });
  milliseconds += performance.now() - started;
  units += raw.length;
  if (!result.settled) remarks.push(`${name}: fixes did not settle in ${result.rounds} rounds`);
  for (const [rule, count] of Object.entries(result.applied)) applied[rule] = (applied[rule] ?? 0) + count;
  if (out) {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, `${name}.txt`), result.text);
  }
  if (!existsSync(join(pages, `${name}.clean.txt`))) continue;
  const clean = readFileSync(join(pages, `${name}.clean.txt`), 'utf8').split('\n');
  const fixed = result.text.split('\n');
  if (fixed.length !== raw.split('\n').length) remarks.push(`${name}: the number of lines changed`);
  for (const [n, line] of raw.split('\n').entries()) {
    if (truth.lines[n]?.role === 'noise') continue;
    for (const engine of [truth.engine.split(' ')[0], 'all']) {
      if (!byEngine.has(engine)) byEngine.set(engine, noSums());
      const sums = byEngine.get(engine) as Sums;
      measureLine(line, fixed[n] ?? '', clean[n] ?? '', sums, engine === 'all' ? `${name}:${n + 1}` : null);
    }
  }
}

function pageNames(): string[] {
  return readdirSync(pages)
    .filter((file) => file.endsWith('.json') && only.test(file))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

function withoutSpaces(line: string): string {
  return line.replace(/[\s\u3000]+/g, '');
}
function withSingleSpaces(line: string): string {
  return line.replace(/[\s\u3000]+/g, ' ').trim();
}

function measureLine(raw: string, fixed: string, clean: string, sums: Sums, place: string | null): void {
  sums.characters += [...withoutSpaces(clean)].length;
  sums.spacedCharacters += [...withSingleSpaces(clean)].length;
  sums.distanceBefore += distance(withoutSpaces(raw), withoutSpaces(clean));
  sums.distanceAfter += distance(withoutSpaces(fixed), withoutSpaces(clean));
  sums.spacedBefore += distance(withSingleSpaces(raw), withSingleSpaces(clean));
  const reached = distance(withSingleSpaces(fixed), withSingleSpaces(clean));
  sums.spacedAfter += reached;

  const edits = minimalEdits(raw, fixed).flatMap((edit) => charactersOf(raw, edit));
  sums.edits += edits.length;
  for (const edit of edits) {
    const undone = applyEdits(
      raw,
      edits.filter((other) => other !== edit),
    );
    if (distance(withSingleSpaces(undone), withSingleSpaces(clean)) >= reached) continue;
    sums.wrong++;
    const { start, end } = edit.span;
    if (place)
      remarks.push(
        `${place} wrong: ${raw.slice(Math.max(0, start - 12), start)}[${raw.slice(start, end)}→${edit.text}]${raw.slice(end, end + 12)}   clean: ${clean.slice(0, 60)}`,
      );
  }
  for (const { kept, context } of separatorsOf(raw, fixed, clean)) {
    sums.separators++;
    if (kept) continue;
    sums.separatorsLost++;
    if (place) remarks.push(`${place} separator lost: ${context}`);
  }
}

/** An edit of several characters as one edit each, where it only removes or replaces unit by unit. */
function charactersOf(raw: string, { span, text }: { span: { start: number; end: number }; text: string }) {
  const length = span.end - span.start;
  if (text !== '' && text.length !== length) return [{ span, text }];
  return Array.from({ length }, (_, i) => ({
    span: { start: span.start + i, end: span.start + i + 1 },
    text: text.slice(i, i + 1),
  })).filter((edit) => edit.text !== raw[edit.span.start]);
}

/** The text without spaces and with forms folded, and before which of its characters the line has a space. */
function squeezed(line: string): { text: string; gaps: Set<number> } {
  let text = '';
  const gaps = new Set<number>();
  for (let i = 0; i < line.length; i++) {
    if (/[\s\u3000]/.test(line[i])) gaps.add(text.length);
    else text += (foldUnit(line.charCodeAt(i)) ?? line[i]).slice(0, 1);
  }
  return { text, gaps };
}

function separatorsOf(raw: string, fixed: string, clean: string): { kept: boolean; context: string }[] {
  const wanted = squeezed(clean);
  const had = squeezed(raw);
  const has = squeezed(fixed);
  const toRaw = alignment(wanted.text, had.text);
  const toFixed = alignment(wanted.text, has.text);
  const found = [];
  for (const gap of wanted.gaps) {
    if (gap === 0 || gap >= wanted.text.length) continue;
    if (!isHan(wanted.text.charCodeAt(gap - 1)) || !isHan(wanted.text.charCodeAt(gap))) continue;
    const inRaw = toRaw[gap];
    if (inRaw === undefined || toRaw[gap - 1] !== inRaw - 1 || !had.gaps.has(inRaw)) continue;
    const inFixed = toFixed[gap];
    const kept = inFixed !== undefined && has.gaps.has(inFixed);
    found.push({ kept, context: wanted.text.slice(Math.max(0, gap - 10), gap + 10) });
  }
  return found;
}

/** For each unit of `from`, the unit of `to` it is the same as; undefined where it has none. */
function alignment(from: string, to: string): (number | undefined)[] {
  const target: (number | undefined)[] = [];
  let at = 0;
  let shift = 0;
  for (const { span, text } of minimalEdits(from, to)) {
    for (; at < span.start; at++) target[at] = at + shift;
    at = span.end;
    shift += text.length - (span.end - span.start);
  }
  for (; at < from.length; at++) target[at] = at + shift;
  return target;
}

/** Levenshtein's distance, by code points. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  const x = [...a];
  const y = [...b];
  let row = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (x[i - 1] === y[j - 1] ? 0 : 1));
    row = next;
  }
  return row[y.length];
}

/** Findings of all rules on the clean texts, where each is a false alarm or a truth worth a look. */
function showFindingsOnCleanText(): void {
  const counts: Record<string, number> = {};
  const wanted = option('--clean');
  for (const file of readdirSync(pages).filter((f) => f.endsWith('.clean.txt') && only.test(f))) {
    const text = readFileSync(join(pages, file), 'utf8');
    for (const { rule, span } of checkDocument(readDocument(text, resources), resources, defaultSettings)) {
      counts[rule] = (counts[rule] ?? 0) + 1;
      if (wanted === rule)
        console.log(
          `${file}: ${text.slice(Math.max(0, span.start - 15), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 15)}`.replace(
            /\n/g,
            '⏎',
          ),
        );
    }
  }
  console.log(`findings on clean text: ${JSON.stringify(counts)}`);
}

const rate = (a: number, b: number): string => (b === 0 ? '-' : (a / b).toFixed(4));
console.log('error rate            without spaces    with spaces       edits  wrong   right      separators lost');
for (const [engine, s] of [...byEngine].sort(([a], [b]) => a.localeCompare(b)))
  console.log(
    `${engine.padEnd(20)}  ${rate(s.distanceBefore, s.characters)} → ${rate(s.distanceAfter, s.characters)}  ` +
      `${rate(s.spacedBefore, s.spacedCharacters)} → ${rate(s.spacedAfter, s.spacedCharacters)}  ` +
      `${String(s.edits).padStart(6)} ${String(s.wrong).padStart(5)}   ${rate(s.edits - s.wrong, s.edits)}  ${s.separatorsLost} of ${s.separators}`,
  );
console.log(`findings repaired: ${JSON.stringify(applied)}`);
console.log(
  `${(milliseconds / Math.max(1, pageNames().length)).toFixed(1)} ms a page of ${Math.round(units / Math.max(1, pageNames().length))} characters, reading included`,
);
if (process.argv.includes('--wrong')) for (const remark of remarks) console.log(remark);
if (process.argv.includes('--clean')) showFindingsOnCleanText();
