import assert from 'node:assert/strict';
import type { NewspaperDocument } from '../../../server/src/page/document';
import type { Jump, Page, Paragraph, Piece, Role, Story, Title } from '../../../server/src/page/model';
import { rules } from '../../../server/src/rules/index';
import type { Finding, FixClass } from '../../../server/src/rules/rule';
import { defaultStyle } from '../../../server/src/rules/settings';
import { splitLines } from '../../../server/src/text/lines';
import { applyEdits, type Span } from '../../../server/src/text/span';
import { testResources } from '../resources';

/*
 * Pages for tests of rules, as the recogniser would give them, without the recogniser: each line says what it is.
 *
 *   H1|title of story 1       K1|its kicker      D1|its deck      S1|a subhead
 *   P1|a paragraph begins     1|and goes on      L1|a paragraph with the lead 本报讯 begins
 *   Y1|a byline               C1|a caption       O|a title without a story    F|the folio      |nothing (a blank line)
 */

export interface PageFacts {
  readonly date?: string;
  readonly number?: string;
  /** By the story's number in the sketch. */
  readonly jumps?: Readonly<Record<string, Pick<Jump, 'kind' | 'page'>>>;
  readonly datelines?: Readonly<Record<string, readonly [month: number, day: number]>>;
  readonly names?: readonly string[];
  readonly padded?: boolean;
  /** How sure it is that titles belong to their stories. */
  readonly linked?: number;
}

const ROLES: Readonly<Record<string, Role>> = {
  H: 'headline',
  K: 'kicker',
  D: 'deck',
  S: 'subhead',
  Y: 'byline',
  C: 'caption',
  O: 'headline',
  F: 'folio',
};

interface SketchLine {
  readonly kind: string;
  readonly story: string;
  readonly n: number;
  readonly span: Span;
  readonly text: string;
}

export function sketch(drawing: string, facts: PageFacts = {}): Page {
  const rows = drawing.split('\n').map((row) => {
    const bar = row.indexOf('|');
    const [kind, story] = /^\d/.test(row)
      ? ['', row.slice(0, bar)]
      : [row.slice(0, 1).replace('|', ''), row.slice(1, Math.max(1, bar))];
    return { kind, story, text: row.slice(bar + 1) };
  });
  const text = `${rows.map((row) => row.text).join('\n')}\n`;
  const lines = splitLines(text);
  const sketched = rows.map((row, n): SketchLine => ({ ...row, n, span: lines[n].span }));
  const names = [...new Set(sketched.map(({ story }) => story).filter((name) => name !== ''))];
  const stories = names.map((name) =>
    storyOf(
      sketched.filter(({ story }) => story === name),
      facts,
      name,
      text,
    ),
  );
  return {
    text,
    folio: { newspaper: null, date: facts.date ?? null, page: facts.number ?? null },
    pieces: sketched.map((line) => pieceOf(line, names)),
    stories,
    figures: [],
    orphans: sketched.filter(({ kind }) => kind === 'O').map(titleOf),
    furniture: [],
    traits: { ocr: false, padded: facts.padded ?? false, profile: 'zh-Hans' },
  };
}

function pieceOf({ kind, story, n, span, text }: SketchLine, names: readonly string[]): Piece {
  const role = text.trim() === '' ? 'blank' : (ROLES[kind] ?? 'body');
  return { line: n, span, role, story: story === '' ? null : names.indexOf(story), confidence: 0.9, why: [] };
}

const titleOf = ({ n, span, text }: SketchLine): Title => ({ text, span, lines: [n], confidence: 0.9, why: [] });

function storyOf(lines: readonly SketchLine[], facts: PageFacts, name: string, text: string): Story {
  const of = (kind: string) => lines.filter((line) => line.kind === kind);
  const one = (kind: string): Title | null => {
    const found = of(kind);
    return found.length === 0
      ? null
      : { ...titleOf(found[0]), text: found.map((line) => line.text).join(''), lines: found.map(({ n }) => n) };
  };
  const span = { start: lines[0].span.start, end: lines[lines.length - 1].span.end };
  const element = { span, lines: lines.map(({ n }) => n), confidence: 0.9, why: [] };
  const jump = facts.jumps?.[name];
  const dateline = facts.datelines?.[name];
  const last = lines[lines.length - 1];
  const jumpElement = jump && { ...titleOf(last), kind: jump.kind, page: jump.page };
  const headlineLines = lines.filter(({ kind }) => 'HKD'.includes(kind) && kind !== '').map(({ n }) => n);
  return {
    ...element,
    headline: one('H'),
    kicker: one('K'),
    deck: one('D'),
    headlineLines,
    bylines: [
      ...of('Y').map((line) => ({ ...titleOf(line), role: null, names: [] })),
      ...bylinesIn(text, span, facts.names ?? []),
    ],
    dateline: dateline
      ? {
          ...titleOf(lines.find(({ kind }) => kind === 'P' || kind === 'L') ?? lines[0]),
          agency: null,
          place: null,
          month: dateline[0],
          day: dateline[1],
          kind: '电',
        }
      : null,
    lead: one('L'),
    subheads: of('S').map(titleOf),
    figures: of('C').length === 0 ? [] : [figureOf(of('C'))],
    jump: jumpElement?.kind === 'to' ? jumpElement : null,
    continuedFrom: jumpElement?.kind === 'from' ? jumpElement : null,
    paragraphs: paragraphsOf(lines),
    link: one('H') && { confidence: facts.linked ?? 0.9, why: [] },
  };
}

const figureOf = (lines: readonly SketchLine[]) => ({
  ...titleOf(lines[0]),
  lines: lines.map(({ n }) => n),
  caption: lines.map(({ text }) => text).join(''),
  credit: null,
});

/** One byline that spans the story, with the names where the text has them, over line ends too. */
function bylinesIn(text: string, span: Span, names: readonly string[]) {
  const persons = names.flatMap((name) => {
    const found = new RegExp([...name].join('\\s*')).exec(text.slice(span.start, span.end));
    const start = span.start + (found?.index ?? 0);
    return found ? [{ name, span: { start, end: start + found[0].length } }] : [];
  });
  if (persons.length === 0) return [];
  const whole = { start: persons[0].span.start, end: persons[persons.length - 1].span.end };
  return [{ span: whole, lines: [], confidence: 0.9, why: [], role: '记者', names: persons }];
}

function paragraphsOf(lines: readonly SketchLine[]): Paragraph[] {
  const paragraphs: { text: string; pieces: Span[]; lines: number[]; subhead: boolean }[] = [];
  for (const { kind, n, span, text } of lines) {
    if (kind === 'P' || kind === 'L' || kind === 'S')
      paragraphs.push({ text, pieces: [span], lines: [n], subhead: kind === 'S' });
    if (kind !== '' || text.trim() === '') continue;
    const open = paragraphs[paragraphs.length - 1];
    open.text += text;
    open.pieces.push(span);
    open.lines.push(n);
  }
  return paragraphs;
}

/** What one rule finds on a page; `others` are further pages of the document. */
export function check(id: string, page: Page, others: readonly Page[] = []): Finding[] {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule, `no such rule: ${id}`);
  const placed = { start: 0, firstLine: 0, page };
  const document: NewspaperDocument = {
    text: page.text,
    pages: [placed, ...others.map((other) => ({ start: page.text.length, firstLine: 0, page: other }))],
  };
  return [...rule.check({ document, placed, resources: testResources(), style: defaultStyle, learntPairs: [] })];
}

/** A page of which nothing is known but its text: for rules that look at nothing else. */
export const unread = (text: string): Page => ({
  ...sketch('|'),
  text,
  pieces: [],
});

/** The text after the preferred fix of every finding of the rule, again and again until nothing changes. */
export function repaired(id: string, text: string): string {
  let now = text;
  for (let round = 0; round < 8; round++) {
    const edits = check(id, unread(now)).flatMap(({ fixes }) => fixes.at(0)?.edits ?? []);
    const next = applyEdits(now, edits);
    if (next === now) return now;
    now = next;
  }
  throw new Error(`${id} does not settle`);
}

const show = (text: string): string => text.replace(/\r?\n/g, '⏎').slice(0, 60);

/** Rows of text before and after all fixes of the rule. */
export function repairs(id: string, rows: readonly [string, string][]): void {
  for (const [before, after] of rows)
    it(`${show(before)} → ${show(after)}`, () => assert.equal(repaired(id, before), after));
}

/** Rows of text, what the rule reports in it, and the class of the fix (R for none). */
export function finds(id: string, rows: readonly [text: string, found: string, fixClass: FixClass][]): void {
  for (const [text, found, fixClass] of rows)
    it(`${show(text)}: ${show(found)} (${fixClass})`, () => {
      const findings = check(id, unread(text)).map(({ span, fixes }) => [
        text.slice(span.start, span.end),
        fixes.at(0)?.class ?? 'R',
      ]);
      assert.deepEqual(findings, [[found, fixClass]]);
    });
}

/** Good text in which the rule finds nothing. */
export function silent(id: string, rows: readonly string[]): void {
  for (const text of rows)
    it(`${show(text)} is good`, () =>
      assert.deepEqual(
        check(id, unread(text)).map(({ span }) => text.slice(span.start, span.end)),
        [],
      ));
}
