/**
 * Measures the rules that report what the recogniser made of a page, on the pages beside the project (../shared/pages and
 * pages_alt; says so and ends well where they are not there). Run: npx tsx scripts/measure-structure.ts [--list] [RULE…]
 *
 * What counts as right, taken from the pages' ground truth. Lines in which columns are glued (`mixed`) count for nothing.
 * - displaced-headline: title and opening line are of one story, and in the page something of another story stands between.
 * - missing-headline: a story begins there; almost always its title is on the page, and the reading did not find it.
 * - orphan-headline: the line is of a title; almost always its text is on the page, and the reading did not find it.
 * - truncated-article: the story's text does not end with a sentence and has no jump line.
 * - merged-columns: counted by lines that the fix writes; the line is whole text of one story, and all text is still there.
 * - hard-wrap: counted by joins; both lines are of one story, and of its text or both of its other parts.
 * - inconsistent-date, duplicate-paragraph, unresolved-jump: none of them is true on these pages; each finding is an alarm
 *   to look at.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '../server/src/page/document';
import { rules } from '../server/src/rules/index';
import type { Finding } from '../server/src/rules/rule';
import { defaultStyle } from '../server/src/rules/settings';
import { isSentenceEnd } from '../server/src/text/characters';
import { foldUnit } from '../server/src/text/equivalents';
import { indexAt, splitLines, type TextLine } from '../server/src/text/lines';
import { testResources } from '../test/unit/resources';

interface TruthLine {
  readonly n: number;
  readonly article: number | null;
  readonly role: string;
  readonly mixed?: boolean;
}
interface Truth {
  readonly lines: readonly TruthLine[];
  readonly articles: readonly {
    readonly headline: string | null;
    readonly kicker: string | null;
    readonly deck: string | null;
    readonly body: string | null;
    readonly captions: readonly { readonly text: string }[];
    readonly jump: unknown;
  }[];
}

/** What is compared with the truth: the lines of a page, and what was found in it. */
interface Page {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly truth: readonly (TruthLine | undefined)[];
  readonly articles: Truth['articles'];
}

const TEXT_ROLES = new Set(['body', 'lead', 'dateline', 'byline', 'jump']);
const TITLE_ROLES = new Set(['headline', 'kicker', 'deck']);

const lineAt = (page: Page, offset: number): TruthLine | undefined => page.truth[indexAt(page.lines, offset)];

/** Characters by which the beginning of a story is known. */
const OPENING = 4;
const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** Shorter lines are found in any text. */
const MIN_LINE = 6;
const folded = (text: string): string => withoutSpaces([...text].map((c) => foldUnit(c.charCodeAt(0)) ?? c).join(''));
const textOf = ({ kicker, headline, deck, body, captions }: Truth['articles'][number]): string =>
  folded([kicker, headline, deck, body, ...captions.map(({ text }) => text)].join(''));
const characters = (text: string): string => [...withoutSpaces(text)].sort().join('');

/** For each rule: how many of the finding's claims hold, of how many. */
const judges: Readonly<Record<string, (page: Page, finding: Finding) => readonly [right: number, of: number]>> = {
  'displaced-headline'(page, finding) {
    const title = lineAt(page, finding.span.start);
    const opening = page.truth[Number(finding.message.args[1]) - 1];
    if (title?.article == null || opening === undefined || title.article !== opening.article) return [0, 1];
    const [from, to] = [title.n, opening.n].sort((a, b) => a - b);
    const between = page.truth
      .slice(from, to + 1)
      .some((line) => line && line.article !== title.article && line.role !== 'blank');
    return [between || title.n > opening.n ? 1 : 0, 1];
  },
  'missing-headline'(page, finding) {
    const line = lineAt(page, finding.span.start);
    const first = page.truth.find((other) => other?.article === line?.article && TEXT_ROLES.has(other?.role ?? ''));
    const body = withoutSpaces(page.articles[line?.article ?? -1]?.body ?? '').slice(0, OPENING);
    const opens = body !== '' && withoutSpaces(page.text.slice(finding.span.start, finding.span.end)).startsWith(body);
    return [opens || (line?.article != null && first === line) ? 1 : 0, 1];
  },
  'orphan-headline'(page, finding) {
    return [TITLE_ROLES.has(lineAt(page, finding.span.start)?.role ?? '') ? 1 : 0, 1];
  },
  'truncated-article'(page, finding) {
    const article = lineAt(page, finding.span.start)?.article;
    if (article == null) return [0, 1];
    const { body, jump } = page.articles[article];
    const text = (body ?? '').trimEnd();
    return [jump === null && text !== '' && !isSentenceEnd(text.charCodeAt(text.length - 1)) ? 1 : 0, 1];
  },
  'merged-columns'(page, finding) {
    const fixed = finding.fixes[0]?.edits[0]?.text ?? '';
    const texts = page.articles.map(textOf);
    const lines = fixed.split('\n').map(folded);
    const long = lines.filter((line) => line.length >= MIN_LINE);
    if (characters(fixed) !== characters(page.text.slice(finding.span.start, finding.span.end)))
      return [0, long.length];
    return [long.filter((line) => texts.some((text) => text.includes(line))).length, long.length];
  },
  'hard-wrap'(page, finding) {
    const edits = finding.fixes[0]?.edits ?? [];
    const right = edits.filter(({ span }) => {
      const [above, below] = [lineAt(page, span.start), lineAt(page, span.end)];
      if (above?.mixed || below?.mixed) return true;
      return (
        above?.article === below?.article && !TITLE_ROLES.has(above?.role ?? '') && !TITLE_ROLES.has(below?.role ?? '')
      );
    });
    return [right.length, edits.length];
  },
};
const RULES = [
  ...Object.keys(judges),
  'inconsistent-date',
  'duplicate-paragraph',
  'unresolved-jump',
  'line-start-mark',
];

function measure(directory: string, ids: readonly string[], ending: string, list: boolean): void {
  const sums = new Map(ids.map((id) => [id, { findings: 0, right: 0, of: 0 }]));
  const resources = testResources();
  const names = readdirSync(directory).filter((file) => file.endsWith('.json'));
  for (const file of names) {
    const name = file.slice(0, -'.json'.length);
    if (!existsSync(`${directory}/${name}${ending}`)) continue;
    const text = readFileSync(`${directory}/${name}${ending}`, 'utf8');
    const { lines: truth, articles } = JSON.parse(readFileSync(`${directory}/${file}`, 'utf8')) as Truth;
    const document = readDocument(text, resources);
    for (const placed of document.pages) {
      const lines = splitLines(placed.page.text);
      const own = lines.map(({ n }) => truth[n + placed.firstLine]);
      const page: Page = { text: placed.page.text, lines, truth: own, articles };
      for (const id of ids) {
        const rule = rules.find((one) => one.id === id);
        const sum = sums.get(id);
        if (rule === undefined || sum === undefined) continue;
        for (const finding of rule.check({ document, placed, resources, style: defaultStyle, learntPairs: [] })) {
          const [right, of] = judges[id]?.(page, finding) ?? [0, 1];
          sum.findings++;
          sum.right += right;
          sum.of += of;
          if (list) show(name, page, finding, right, of);
        }
      }
    }
  }
  for (const [id, { findings, right, of }] of sums) {
    const judged =
      judges[id] === undefined ? '' : `, right ${right} of ${of} (${of === 0 ? '–' : (right / of).toFixed(3)})`;
    console.log(`${directory}/*${ending} ${id}: ${findings} findings on ${names.length} pages${judged}`);
  }
}

function show(name: string, page: Page, { rule, span, message, evidence }: Finding, right: number, of: number): void {
  const text = page.text;
  const inside = text.slice(span.start, Math.min(span.end, span.start + 30));
  const around = `${text.slice(Math.max(0, span.start - 25), span.start)}[${inside}]${text.slice(span.end, span.end + 25)}`;
  const said = [message, ...evidence].map(({ args }) => args.join('|')).join(' / ');
  console.log(
    `  ${right < of ? '-' : '+'} ${rule} ${name}:${indexAt(page.lines, span.start) + 1} ${around.replace(/\n/g, '⏎')}  (${said})`,
  );
}

function main(args: readonly string[]): void {
  const named = args.filter((arg) => !arg.startsWith('--'));
  const ids = named.length > 0 ? named : RULES;
  for (const directory of ['../shared/pages', '../shared/pages_alt']) {
    if (!existsSync(directory)) {
      console.log(`${directory}: not here, nothing measured`);
      continue;
    }
    measure(directory, ids, '.txt', args.includes('--list'));
    if (args.includes('--clean')) measure(directory, ids, '.clean.txt', args.includes('--list'));
  }
}

main(process.argv.slice(2));
