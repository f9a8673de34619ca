/**
 * Measures doubled-text, vertical-text and broken-name on the pages beside the project (../shared/pages and pages_alt;
 * says so and ends well where they are not there). Run: npx tsx scripts/measure-layout.ts [--list] [RULE…]
 *
 * What counts as true, taken from the pages' ground truth:
 * - doubled-text: lines marked `dup` (where a fix writes the title anew, the copies among the lines it replaces), and lines whose text is the clean title two to four times over. Copies are told
 *   apart by nothing but their place, so lines are compared by text: right = what truth and finding have in common.
 * - vertical-text: the printed lines (cells at one distance) of titles that stand in lines of one character, at least four
 *   a title, copies left out. A finding is right where it covers whole printed lines of one title and nothing else.
 * - broken-name: places where a line ends with the beginning of a name (of the bylines and credits, or given in that form
 *   in a body) and the next line that says something begins with the rest, in the clean text where there is one. A finding
 *   is right where it stands at such a place.
 * Lines in which columns of several stories are glued (`mixed`) count for nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '../server/src/page/document';
import { brokenName } from '../server/src/rules/broken-name';
import { doubledText } from '../server/src/rules/doubled-text';
import type { Finding, Rule } from '../server/src/rules/rule';
import { defaultStyle } from '../server/src/rules/settings';
import { verticalText } from '../server/src/rules/vertical-text';
import { foldUnit } from '../server/src/text/equivalents';
import { splitLines } from '../server/src/text/lines';
import { testResources } from '../test/unit/resources';

interface TruthLine {
  readonly n: number;
  readonly article: number | null;
  readonly role: string;
  readonly dup?: boolean;
  readonly mixed?: boolean;
}
interface TruthArticle {
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly deck: string | null;
  readonly subheads: readonly string[];
  readonly body: string | null;
  readonly byline: readonly { readonly names: readonly string[] }[];
  readonly captions: readonly { readonly names?: readonly string[] }[];
}
interface Truth {
  readonly lines: readonly TruthLine[];
  readonly articles: readonly TruthArticle[];
}
interface Page {
  readonly name: string;
  readonly text: string;
  /** The lines as they should read, where they are known. */
  readonly clean: readonly string[] | null;
  readonly truth: Truth;
  readonly findings: readonly Finding[];
}
interface Counts {
  right: number;
  found: number;
  wanted: number;
}

const TITLE_ROLES = new Set(['headline', 'kicker', 'deck', 'subhead']);

const fold = (text: string): string =>
  [...text]
    .map((c) => foldUnit(c.charCodeAt(0)) ?? c)
    .join('')
    .replace(/[\s—―─-]+/g, '');

/** Texts counted: 'a' twice and 'b' once. */
type Bag = Map<string, number>;
const addTo = (bag: Bag, key: string): void => void bag.set(key, (bag.get(key) ?? 0) + 1);

function compareBags(wanted: Bag, found: Bag, describe: (miss: string) => void): Counts {
  const counts = { right: 0, found: 0, wanted: 0 };
  for (const [key, n] of found) {
    counts.found += n;
    const common = Math.min(n, wanted.get(key) ?? 0);
    counts.right += common;
    if (common < n) describe(`+ ${key}`);
  }
  for (const [key, n] of wanted) {
    counts.wanted += n;
    if (n > (found.get(key) ?? 0)) describe(`- ${key}`);
  }
  return counts;
}

function measureDoubled(page: Page, describe: (miss: string) => void): Counts {
  const lines = splitLines(page.text);
  const textOf = (n: number): string => fold(page.text.slice(lines[n].span.start, lines[n].span.end));
  const mixed = new Set(page.truth.lines.filter((line) => line.mixed).map(({ n }) => n));
  const wanted: Bag = new Map();
  for (const line of page.truth.lines) {
    if (mixed.has(line.n)) continue;
    if (line.dup || saysTitleTwice(textOf(line.n), line, page.truth)) addTo(wanted, textOf(line.n));
  }
  const found: Bag = new Map();
  for (const finding of page.findings) {
    const touched = [...touchedLines(finding, lines)].filter((line) => !mixed.has(line) && textOf(line) !== '');
    const titleKept = finding.fixes[0]?.edits.some(({ text }) => text !== '' && isTitle(fold(text), page.truth));
    const dup = new Set(page.truth.lines.filter((line) => line.dup).map(({ n }) => n));
    for (const line of touched) if (!titleKept || dup.has(line)) addTo(found, textOf(line));
  }
  return compareBags(wanted, found, describe);
}

const isTitle = (text: string, { articles }: Truth): boolean =>
  articles.some(({ headline, kicker, deck }) => [headline, kicker, deck].some((title) => fold(title ?? '') === text));

function saysTitleTwice(text: string, line: TruthLine, truth: Truth): boolean {
  if (line.article === null || !TITLE_ROLES.has(line.role)) return false;
  const { headline, kicker, deck, subheads } = truth.articles[line.article];
  const titles = [headline, kicker, deck, ...subheads].map((title) => fold(title ?? ''));
  return [2, 3, 4].some((times) => {
    const part = text.slice(0, text.length / times);
    return part.length >= 4 && part.repeat(times) === text && titles.some((title) => title.includes(part));
  });
}

function touchedLines(finding: Finding, lines: ReturnType<typeof splitLines>): Set<number> {
  const touched = new Set<number>();
  for (const { span } of finding.fixes[0]?.edits ?? []) {
    for (const line of lines) if (line.span.start < span.end && line.span.end > span.start) touched.add(line.n);
  }
  return touched;
}

/** A printed line of a vertical title, and which title (article and role, until something else comes between) it is of. */
interface PrintedLine {
  readonly title: number;
  readonly lines: number[];
}

function printedLines(page: Page, textOf: (n: number) => string, count: number): PrintedLine[] {
  const truth = new Map(page.truth.lines.map((line) => [line.n, line]));
  const printed: PrintedLine[] = [];
  let title = 0;
  let last = -9;
  for (let n = 0; n < count; n++) {
    const line = truth.get(n);
    if (textOf(n) === '' && !line?.dup) continue;
    const cell =
      textOf(n).length === 1 && line !== undefined && TITLE_ROLES.has(line.role) && line.article !== null && !line.dup;
    if (!cell) {
      title++;
      last = -9;
      continue;
    }
    const former = truth.get(last);
    const same = n - last <= 2 && former?.article === line.article && former.role === line.role;
    if (!same) title++;
    const open = printed.at(-1);
    if (same && open !== undefined && n - last === distance(open, n)) open.lines.push(n);
    else printed.push({ title, lines: [n] });
    last = n;
  }
  const cells = new Map<number, number>();
  for (const { title, lines } of printed) cells.set(title, (cells.get(title) ?? 0) + lines.length);
  return printed.filter(({ title }) => (cells.get(title) ?? 0) >= 4);
}

const distance = ({ lines }: PrintedLine, next: number): number =>
  lines.length > 1 ? lines[1] - lines[0] : next - lines[0];

function measureVertical(page: Page, describe: (miss: string) => void): Counts {
  const lines = splitLines(page.text);
  const textOf = (n: number): string => fold(page.text.slice(lines[n].span.start, lines[n].span.end));
  const printed = printedLines(page, textOf, lines.length);
  const counts = { right: 0, found: 0, wanted: printed.length };
  const seen = new Set<PrintedLine>();
  for (const finding of page.findings) {
    if (finding.fixes.length === 0) continue;
    const covered = lines
      .filter(({ n, span }) => span.start < finding.span.end && span.end > finding.span.start && textOf(n) !== '')
      .map(({ n }) => n);
    const within = printed.filter((line) => line.lines.every((n) => covered.includes(n)));
    const whole = within.reduce((sum, line) => sum + line.lines.length, 0) === covered.length;
    const right = whole && new Set(within.map(({ title }) => title)).size === 1;
    if (!right) describe(`+ ${covered[0]} ${covered.map(textOf).join('')}`);
    counts.found += right ? within.length : 1;
    counts.right += right ? within.length : 0;
    if (right) for (const line of within) seen.add(line);
  }
  for (const line of printed) if (!seen.has(line)) describe(`- ${line.lines[0]} ${line.lines.map(textOf).join('')}`);
  return counts;
}

function measureNames(page: Page, describe: (miss: string) => void): Counts {
  const lines = splitLines(page.text).filter(({ span }) => page.text.slice(span.start, span.end).trim() !== '');
  const textOf = (i: number): string =>
    fold(page.clean?.[lines[i].n] ?? page.text.slice(lines[i].span.start, lines[i].span.end));
  const mixed = new Set(page.truth.lines.filter((line) => line.mixed).map(({ n }) => n));
  const names = [...new Set(page.truth.articles.flatMap(namesOf))];
  const wanted: Bag = new Map();
  for (let i = 0; i + 1 < lines.length; i++) {
    if (mixed.has(lines[i].n) || mixed.has(lines[i + 1].n)) continue;
    const [end, start] = [textOf(i), textOf(i + 1)];
    const name = names.find((name) => cutsOf(name).some(([a, b]) => end.endsWith(a) && start.startsWith(b)));
    if (name !== undefined) addTo(wanted, `${lines[i].n} ${end.slice(-12)}⏎${start.slice(0, 12)}`);
  }
  const found: Bag = new Map();
  for (const finding of page.findings) {
    const i = lines.findIndex(({ span }) => finding.span.start >= span.start && finding.span.start < span.end);
    if (i + 1 >= lines.length || mixed.has(lines[i].n) || mixed.has(lines[i + 1].n)) continue;
    addTo(found, `${lines[i].n} ${textOf(i).slice(-12)}⏎${textOf(i + 1).slice(0, 12)}`);
  }
  return compareBags(wanted, found, describe);
}

/** Names of the bylines and credits, and those that the body gives in the same form. */
function namesOf(article: TruthArticle): string[] {
  const given = [...article.byline, ...article.captions].flatMap(({ names }) => names ?? []).map(fold);
  const lists = [
    ...fold(article.body ?? '').matchAll(/(?:记者|通讯员|[电讯]（)([\u4e00-\u9fff、]{2,30}?)(?:）|报道)/g),
  ];
  const named = lists.flatMap(([, list]) => list.split(/、|[^、]{0,4}记者|通讯员/));
  return [...given, ...named].filter((name) => name.length >= 2 && name.length <= 4);
}

function cutsOf(name: string): [string, string][] {
  return [...name].slice(1).map((_, i) => [name.slice(0, i + 1), name.slice(i + 1)]);
}

const measures: readonly [
  Rule,
  (page: Page, describe: (miss: string) => void) => Counts,
  precision: number,
  recall: number,
][] = [
  [doubledText, measureDoubled, 0.98, 0.92],
  [verticalText, measureVertical, 0.98, 0.92],
  [brokenName, measureNames, 0.95, 0.85],
];

function main(args: readonly string[]): void {
  const list = args.includes('--list');
  const only = args.filter((arg) => !arg.startsWith('--'));
  const resources = testResources();
  for (const directory of ['../shared/pages', '../shared/pages_alt']) {
    if (!existsSync(directory)) {
      console.log(`${directory}: not here, nothing measured`);
      continue;
    }
    const names = readdirSync(directory).filter((file) => file.endsWith('.json'));
    for (const [rule, measure, precisionBar, recallBar] of measures) {
      if (only.length > 0 && !only.includes(rule.id)) continue;
      const sum: Counts = { right: 0, found: 0, wanted: 0 };
      for (const file of names) {
        const name = file.slice(0, -'.json'.length);
        const text = readFileSync(`${directory}/${name}.txt`, 'utf8');
        const truth = JSON.parse(readFileSync(`${directory}/${file}`, 'utf8')) as Truth;
        const cleanFile = `${directory}/${name}.clean.txt`;
        const clean = existsSync(cleanFile) ? readFileSync(cleanFile, 'utf8').split('\n') : null;
        const document = readDocument(text, resources);
        const findings = document.pages.flatMap((placed) =>
          [...rule.check({ document, placed, resources, style: defaultStyle, learntPairs: [] })].map((finding) => ({
            ...finding,
            span: { start: finding.span.start + placed.start, end: finding.span.end + placed.start },
            fixes: finding.fixes.map((fix) => ({
              ...fix,
              edits: fix.edits.map(({ span, text }) => ({
                span: { start: span.start + placed.start, end: span.end + placed.start },
                text,
              })),
            })),
          })),
        );
        const describe = (miss: string) => list && console.log(`  ${name} ${miss}`);
        const counts = measure({ name, text, clean, truth, findings }, describe);
        sum.right += counts.right;
        sum.found += counts.found;
        sum.wanted += counts.wanted;
      }
      const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
      console.log(
        `${directory} ${rule.id}: precision ${share(sum.right, sum.found)} (${sum.right} of ${sum.found}, wanted ${precisionBar}), ` +
          `recall ${share(sum.right, sum.wanted)} (${sum.right} of ${sum.wanted}, wanted ${recallBar})`,
      );
    }
  }
}

main(process.argv.slice(2));
