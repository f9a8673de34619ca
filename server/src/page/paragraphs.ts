import { isDigit, isHan, isLatin, isMark } from '../text/characters';
import { jointAt } from '../text/join';
import { oneLine } from '../text/oneLine';
import { type Span, withoutSpans } from '../text/span';
import { type View, ViewBuilder } from '../text/view';
import { measureOf } from './boundaries';
import { endsSentence } from './continuity';
import type { Paragraph, Person } from './model';
import { isUnwrapped, type Row } from './rows';

/** Ems by which a paragraph's last row is short of its column, at least. */
const SHORT = 1;
/** An indent of two ems, where the extractor dropped it: the first row of a paragraph is narrower by that. */
const INDENT_LEAST = 1.25;
const INDENT_MOST = 2.75;
/** Rows on each side whose most frequent width is the measure of the column. */
const AROUND = 6;

/** Ems that a row's indent takes of its column, where the extractor kept it. */
export const indentOf = ({ indented }: Row): number => (indented ? 2 : 0);

/** Whether row rows[k] (indices in reading order) begins a paragraph. */
export function beginsParagraph(all: readonly Row[], indices: readonly number[], k: number): boolean {
  if (k === 0) return true;
  const row = all[indices[k]];
  const before = all[indices[k - 1]];
  if (row.indented) return true;
  if (!endsSentence(before.bare)) return false;
  if (isUnwrapped(before) || endSentences(all, indices, k)) return true;
  const measureBefore = measureOf(all, indices, Math.max(0, k - AROUND), k) || before.width;
  const measureAfter = measureOf(all, indices, k, Math.min(indices.length, k + AROUND)) || row.width;
  if (!before.spread && before.width + indentOf(before) < measureBefore - SHORT) return true;
  if (keepsIndents(all, indices, k)) return false;
  const under = measureAfter - row.width;
  return !row.spread && under >= INDENT_LEAST && under <= INDENT_MOST;
}

/** Whether three rows that follow each other, these two among them, end a sentence each: no column breaks so, each is a paragraph. */
function endSentences(all: readonly Row[], indices: readonly number[], k: number): boolean {
  const ends = (at: number): boolean => at >= 0 && at < indices.length && endsSentence(all[indices[at]].bare);
  return ends(k - 1) && ends(k) && (ends(k - 2) || ends(k + 1));
}

/** Rows on each side among which the story's next indent stands, where it keeps them. */
const NEAR = 20;

const keepsIndents = (all: readonly Row[], indices: readonly number[], k: number): boolean =>
  indices.slice(Math.max(0, k - NEAR), k + NEAR).some((i) => all[i].indented);

/** So many short rows, each with a mark at its end, are verse: text that fills its column had none such in 15,000 rows. */
const FEWEST_OF_VERSE = 4;
/** Ems. */
const WIDEST_OF_VERSE = 16;

/** Of the rows of a text (indices in reading order) those that are lines of verse, which end where the poet ends them. */
export function verseRows(all: readonly Row[], indices: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  let from = 0;
  for (let k = 0; k <= indices.length; k++) {
    const row = all[indices[k]];
    if (row && row.width <= WIDEST_OF_VERSE && isMark(row.bare.charCodeAt(row.bare.length - 1))) continue;
    if (k - from >= FEWEST_OF_VERSE) for (const i of indices.slice(from, k)) found.add(i);
    from = k + 1;
  }
  return found;
}

/** What is known of the rows that are joined. */
export interface Joining {
  /** Source spans (in any order) that are left out. */
  readonly left?: readonly Span[];
  /** Bylines in the rows, whose names stay apart where a row ends between two of them. */
  readonly bylines?: readonly NamesOfByline[];
}

/** Where a byline and its names stand. */
export interface NamesOfByline {
  readonly span: Span;
  readonly names: readonly Person[];
}

/** Joins rows (indices in reading order) to one paragraph: no space between Han characters, one kept between Latin words. */
export function joinRows(
  all: readonly Row[],
  indices: readonly number[],
  joining: Joining = {},
  subhead = false,
): Paragraph {
  const { left = [] } = joining;
  const kept = indices
    .map((i) => ({ line: all[i].line, pieces: withoutSpans(all[i].span, left) }))
    .filter(({ pieces }) => pieces.length > 0);
  return {
    text: oneLine(joined(all, indices, joining).text),
    pieces: kept.flatMap(({ pieces }) => pieces),
    lines: [...new Set(kept.map(({ line }) => line))].sort((a, b) => a - b),
    subhead,
  };
}

/** The paragraph as one text, with the way back to the page. Rows are joined as re-flow joins them. */
export const joinedView = (all: readonly Row[], indices: readonly number[], joining: Joining = {}): View =>
  joined(all, indices, joining).build();

function joined(all: readonly Row[], indices: readonly number[], { left = [], bylines = [] }: Joining): ViewBuilder {
  const builder = new ViewBuilder();
  let above = '';
  let aboveEnd = 0;
  for (const i of indices) {
    const { view, span } = all[i];
    const kept = keptOf(
      view,
      left.filter(({ start, end }) => start < span.end && span.start < end),
    );
    if (kept.length === 0) continue;
    const text = kept.map(({ start, end }) => view.text.slice(start, end)).join('');
    const start = view.sourceOffset(kept[0].start);
    if (above !== '') {
      const { cut, between } = jointAt(above + text, above.length, above.length);
      const isName = isHan(above.charCodeAt(above.length - 1)) && isHan(text.charCodeAt(0));
      const space = between === '' && isName && partsNames(aboveEnd, start, bylines) ? ' ' : between;
      builder.withdraw(cut).put(space, { start, end: start });
    }
    for (const { start, end } of kept) builder.take(view, start, end);
    above = text;
    aboveEnd = view.sourceEnd(kept[kept.length - 1].end - 1);
  }
  return builder;
}

/** Whether a line end from offset `end` to `start` falls between two names, or a role and a name, of a byline. */
export const partsNames = (end: number, start: number, bylines: readonly NamesOfByline[]): boolean =>
  bylines.some(
    ({ span, names }) =>
      span.start < end &&
      start < span.end &&
      !names.some((name) => name.span.start < end && name.span.end > start) &&
      names.some((name) => name.span.start === start || name.span.end === end),
  );

/** The stretches of a row that stand in the paragraph: without what is `gone` and spaces that are damage. */
function keptOf(view: View, gone: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let start = 0;
  for (let k = 0; k <= view.text.length; k++) {
    const isEnd = k === view.text.length;
    const isLeft = !isEnd && gone.length > 0 && isWithin(gone, view.sourceOffset(k));
    if (!isEnd && !isLeft && (view.text[k] !== ' ' || keepsSpace(view.text, k))) continue;
    if (start < k) kept.push({ start, end: k });
    start = k + 1;
  }
  return kept;
}

const isWithin = (spans: readonly Span[], offset: number): boolean =>
  spans.some(({ start, end }) => start <= offset && offset < end);

/** A space stays between names and phrases and between Latin words; beside a mark it is damage unless it parts a credit. */
function keepsSpace(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const word = (unit: number): boolean => isHan(unit) || isLatin(unit) || isDigit(unit);
  return (word(before) && word(after)) || text[at - 1] === '。' || text[at - 1] === '）' || text[at + 1] === '（';
}
