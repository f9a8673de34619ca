import { isDigit, isHan, isLatin, isMark } from '../text/characters';
import { jointAt } from '../text/join';
import { type Span, withoutSpans } from '../text/span';
import { type View, ViewBuilder } from '../text/view';
import { measureOf } from './boundaries';
import { endsSentence } from './continuity';
import type { Paragraph } from './model';
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
  if (isUnwrapped(before)) return true;
  const measureBefore = measureOf(all, indices, Math.max(0, k - AROUND), k) || before.width;
  const measureAfter = measureOf(all, indices, k, Math.min(indices.length, k + AROUND)) || row.width;
  if (!before.spread && before.width + indentOf(before) < measureBefore - SHORT) return true;
  if (keepsIndents(all, indices, k)) return false;
  const under = measureAfter - row.width;
  return !row.spread && under >= INDENT_LEAST && under <= INDENT_MOST;
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

/**
 * Joins rows (indices in reading order) to one paragraph: no space between Han characters, one kept between Latin words.
 * Source spans in `left` (in any order) are left out.
 */
export function joinRows(
  all: readonly Row[],
  indices: readonly number[],
  left: readonly Span[] = [],
  subhead = false,
): Paragraph {
  const kept = indices.map((i) => withoutSpans(all[i].span, left)).filter((pieces) => pieces.length > 0);
  return {
    text: joined(all, indices, left).text.trim(),
    pieces: kept.flat(),
    lines: [...new Set(indices.map((i) => all[i].line))].sort((a, b) => a - b),
    subhead,
  };
}

/** The paragraph as one text, with the way back to the page. Rows are joined as re-flow joins them. */
export const joinedView = (all: readonly Row[], indices: readonly number[], left: readonly Span[] = []): View =>
  joined(all, indices, left).build();

function joined(all: readonly Row[], indices: readonly number[], left: readonly Span[]): ViewBuilder {
  const builder = new ViewBuilder();
  let above = '';
  for (const i of indices) {
    const { view, span } = all[i];
    const kept = keptOf(
      view,
      left.filter(({ start, end }) => start < span.end && span.start < end),
    );
    if (kept.length === 0) continue;
    const text = kept.map(({ start, end }) => view.text.slice(start, end)).join('');
    if (above !== '') {
      const { cut, between } = jointAt(above + text, above.length, above.length);
      const at = view.sourceOffset(kept[0].start);
      builder.withdraw(cut).put(between, { start: at, end: at });
    }
    for (const { start, end } of kept) builder.take(view, start, end);
    above = text;
  }
  return builder;
}

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
