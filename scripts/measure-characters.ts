/*
 * Measures the rules of the character group on annotated pages: NAME.txt as extracted, NAME.clean.txt the same lines as
 * they should read; an engine called tesseract made the OCR pages.
 *
 *   npx tsx scripts/measure-characters.ts [--pages DIR] [--wrong] [--fit] [--json]
 *
 * A finding of confusable-character is right where the alignment of the two lines does not match its character; its first
 * suggestion where it is the character that the clean line has there. Recall is counted over single wrong characters (one
 * Han for one Han, in lines that are at least 60 % alike). --wrong lists what was not right. --fit prints weights for
 * server/src/rules/character/score.ts, and what they find on pages that took no part in them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Resources, readDocument } from '../server/src/page/document';
import { cutWords, isBadlyRecognised } from '../server/src/rules/character/cut';
import { hanText } from '../server/src/rules/character/han-text';
import { hypotheses } from '../server/src/rules/character/hypotheses';
import { EVIDENCE_NAMES, Scorer } from '../server/src/rules/character/score';
import { rules } from '../server/src/rules/index';
import { checkWith } from '../server/src/rules/run';
import { defaultSettings } from '../server/src/rules/settings';
import { unpackConfusions } from '../server/src/text/confusions';
import { unpackLexicon } from '../server/src/text/lexicon';
import { wrongCharacters } from './measuring/alignment';
import { dot, fitLogistic } from './measuring/logistic';

const ROUNDS = 10;

const has = (flag: string): boolean => process.argv.includes(flag);
const pages = resolve(has('--pages') ? process.argv[process.argv.indexOf('--pages') + 1] : '../shared/pages');
if (!existsSync(pages)) {
  console.log(`no annotated pages at ${pages}: nothing to measure`);
  process.exit(0);
}

const resources: Resources = {
  lexicon: unpackLexicon(gunzipSync(readFileSync('dist/lexicon.bin'))),
  confusions: unpackConfusions(gunzipSync(readFileSync('dist/confusions.bin'))),
};
const names = readdirSync(pages)
  .filter((file) => file.endsWith('.clean.txt'))
  .map((file) => file.slice(0, -'.clean.txt'.length))
  .sort();

const findingsIn = (id: string, text: string) =>
  checkWith(
    rules.filter((rule) => rule.id === id),
    readDocument(text, resources),
    resources,
    defaultSettings,
    (_, error) => {
      throw error;
    },
  );

const sums = {
  pages: 0,
  bad: 0,
  wrong: 0,
  found: 0,
  flags: 0,
  right: 0,
  suggestions: 0,
  rightSuggestions: 0,
  others: 0,
};
const others: Record<string, number> = {};
const ocrTexts: string[] = [];
/** Processor milliseconds of the pages after the first one, which pays for the compiler's warming up. */
let slowest = 0;
let first = 0;

/** A hypothesis of an OCR page, for --fit. */
interface Sample {
  readonly page: string;
  readonly at: number;
  readonly evidence: readonly number[];
  /** The character is wrong; the hypothesis names what was printed; the wrong one counts for recall. */
  readonly wrong: boolean;
  readonly right: boolean;
}
const samples: Sample[] = [];

for (const name of names) {
  const text = readFileSync(join(pages, `${name}.txt`), 'utf8');
  if (!/_tesseract$/.test(name)) {
    sums.others += findingsIn('confusable-character', text).length;
    continue;
  }
  const truth = wrongCharacters(text, readFileSync(join(pages, `${name}.clean.txt`), 'utf8'));
  const document = readDocument(text, resources);
  for (const id of ['garbage-line', 'digit-lookalike']) others[id] = (others[id] ?? 0) + findingsIn(id, text).length;
  if (findingsIn('badly-recognised-page', text).length > 0) {
    sums.bad++;
    continue;
  }
  sums.pages++;
  sums.wrong += [...truth.values()].filter((written) => written !== '').length;
  const started = process.cpuUsage();
  const findings = checkWith(
    rules.filter(({ id }) => id === 'confusable-character'),
    document,
    resources,
    defaultSettings,
  );
  const { user, system } = process.cpuUsage(started);
  const spent = (user + system) / 1000;
  if (sums.pages === 1) first = spent;
  else slowest = Math.max(slowest, spent);
  ocrTexts.push(text);
  for (const { span, fixes } of findings) {
    const written = truth.get(span.start);
    sums.flags++;
    if (written !== undefined) sums.right++;
    if (written) sums.found++;
    if (fixes.length > 0) sums.suggestions++;
    const suggested = fixes.length > 0 && fixes[0].edits.every((edit) => truth.get(edit.span.start) === edit.text);
    if (suggested) sums.rightSuggestions++;
    if (has('--wrong') && (written === undefined || (fixes.length > 0 && !suggested))) {
      const around = `${text.slice(span.start - 6, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 6)}`;
      const verdict = written === undefined ? 'not wrong' : `is ${written || '?'}`;
      console.log(`${name}: ${around.replaceAll('\n', '/')} → ${fixes[0]?.edits[0].text ?? '?'} (${verdict})`);
    }
  }
  if (has('--fit')) collect(name, text, truth);
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
const rate = megabytesPerSecond();
if (has('--json')) console.log(JSON.stringify({ ...sums, rate, first, slowest }));
else
  console.log(
    [
      `OCR pages ${sums.pages}, and ${sums.bad} badly recognised; ${sums.wrong} wrong characters`,
      `confusable-character: ${sums.flags} flags, right ${share(sums.right, sums.flags)}, recall ${share(sums.found, sums.wrong)}`,
      `first suggestions: ${sums.suggestions}, right ${share(sums.rightSuggestions, sums.suggestions)}`,
      `on ${names.length - sums.pages - sums.bad} text-layer pages: ${sums.others}`,
      `${rate.toFixed(1)} MB/s, first page ${first.toFixed(0)} ms, slowest of the others ${slowest.toFixed(0)} ms`,
      ...Object.entries(others).map(([id, count]) => `${id}: ${count} findings on OCR pages`),
    ].join('\n'),
  );
if (has('--fit')) fit();

/** The detector alone, over the pages again and again, as in a run over an archive; processor time, so that a busy machine does not count. */
function megabytesPerSecond(): number {
  const documents = ocrTexts.map((text) => readDocument(text, resources));
  const rule = rules.filter(({ id }) => id === 'confusable-character');
  const bytes = ocrTexts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const started = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++)
    for (const document of documents) checkWith(rule, document, resources, defaultSettings);
  const { user, system } = process.cpuUsage(started);
  return (ROUNDS * bytes) / (user + system);
}

function collect(page: string, text: string, truth: ReadonlyMap<number, string>): void {
  const placed = readDocument(text, resources).pages[0];
  const view = hanText(placed.page);
  const cut = cutWords(view.text, resources.lexicon);
  if (isBadlyRecognised(cut)) return;
  const scorer = new Scorer(cut, resources.lexicon, resources.confusions);
  const known = { confusions: resources.confusions, learnt: [] };
  for (const hypothesis of hypotheses(cut, resources.lexicon, known)) {
    const evidence = scorer.evidence(hypothesis);
    const { start, written } = hypothesis;
    const right = [...written].every((character, i) => truth.get(view.sourceOffset(start + i)) === character);
    const wrong = truth.has(view.sourceOffset(start));
    samples.push({
      page,
      at: start,
      right,
      wrong,
      evidence: [1, ...EVIDENCE_NAMES.map((n) => evidence[n])],
    });
  }
}

/** Prints the weights from all pages, and precision by recall where each page is judged by weights from the others. */
function fit(): void {
  const weightsOf = (some: readonly Sample[]) =>
    fitLogistic(some.map(({ evidence, right }) => ({ x: evidence, y: right })));
  const judged = [...new Set(samples.map(({ page }) => page))].flatMap((page) => {
    const weights = weightsOf(samples.filter((sample) => sample.page !== page));
    const own = samples.filter((sample) => sample.page === page);
    return strongest(own.map((sample) => ({ ...sample, score: dot(weights, sample.evidence) })));
  });
  judged.sort((a, b) => b.score - a.score);
  console.log(
    '\nweights:',
    ['bias', ...EVIDENCE_NAMES].map((n, i) => `${n} ${weightsOf(samples)[i].toFixed(2)}`).join(', '),
  );
  console.log('pages that took no part:  score  flags  flags right  first right  right of all wrong characters');
  for (const score of [2, 1.5, 1, 0.6, 0.3, 0, -0.3, -0.6, -1]) {
    const flags = judged.filter((sample) => sample.score >= score);
    const right = flags.filter(({ wrong }) => wrong).length;
    const first = flags.filter((sample) => sample.right).length;
    const columns = [
      score.toFixed(1),
      flags.length,
      share(right, flags.length),
      share(first, flags.length),
      share(right, sums.wrong),
    ];
    console.log(' '.repeat(24), columns.join('   '));
  }
}

/** The best hypothesis of each place, and of places within two characters, as the rule keeps them. */
function strongest<S extends { readonly at: number; readonly score: number }>(own: readonly S[]): S[] {
  const best = new Map<number, S>();
  for (const sample of own) if (sample.score > (best.get(sample.at)?.score ?? -Infinity)) best.set(sample.at, sample);
  return [...best.values()].filter(({ at, score }) =>
    [-2, -1, 1, 2].every((step) => (best.get(at + step)?.score ?? -Infinity) <= score),
  );
}
