import { isMark } from '../text/characters';
import { hasNumberedItems, isHeadOfTable } from '../text/fieldRows';
import type { TextLine } from '../text/lines';
import type { Span } from '../text/span';
import { countIdeographs, foldedText, gapWidth, isIdeograph, type Run } from '../text/tokens';
import { isNames } from './spaced-names';

/* Where a line is letter-spaced: the three spacing rules ask, and only letter-spacing decides about the gaps there. */

/* What makes a run of one-character tokens letter-spacing and not a list of padded names (康 伟): enough of it. */
const MIN_TOKENS_OF_A_RUN = 4;
const MIN_GAPS_BETWEEN_IDEOGRAPHS = 3;
const MIN_TOKENS_OF_A_MIXED_RUN = 6;
const MIN_IDEOGRAPHS_OF_A_MIXED_RUN = 2;
const MIN_TOKENS_BESIDE_SEAM = 4;
/** A line so short between lines of one or two characters is part of two vertical titles side by side. */
const MAX_STACKED_CHARACTERS = 4;
const MAX_STACK_CELL = 2;

/** The letter-spaced runs of a line; `tokens` are its own, `lines` those of the page. */
export function letterSpacedRuns(
  text: string,
  lines: readonly TextLine[],
  line: TextLine,
  tokens: readonly Span[],
): Run[] {
  if (tokens.length < MIN_TOKENS_OF_A_RUN || betweenStacks(text, lines, line, tokens)) return [];
  if (hasNumberedItems(text, tokens)) return [];
  return looseRuns(text, tokens).filter((run) => isLetterSpaced(text, tokens, run));
}

/** For each gap of a line (after token i), whether it lies in a letter-spaced run or at its border. */
export function letterSpacedGaps(runs: readonly Run[]): ReadonlySet<number> {
  const gaps = new Set<number>();
  for (const { first, last } of runs) for (let i = first - 1; i <= last; i++) gaps.add(i);
  return gaps;
}

/** The longest stretches of tokens in which no two letters touch. */
function looseRuns(text: string, tokens: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isLoose(text, tokens[i])) continue;
    const last = endOfLoose(text, tokens, i);
    const former = runs.at(-1);
    if (former && isSeam(text, tokens, former, { first: i, last }))
      runs[runs.length - 1] = { first: former.first, last };
    else runs.push({ first: i, last });
    i = last;
  }
  return runs;
}

function endOfLoose(text: string, tokens: readonly Span[], first: number): number {
  let last = first;
  while (last + 1 < tokens.length && isLoose(text, tokens[last + 1]) && !isWide(text, tokens, last)) last++;
  return last;
}

/** From this width on, in half-width columns, the gap after token i parts columns, however widely the characters are set. */
const COLUMN_WIDTH = 8;

export const isWide = (text: string, tokens: readonly Span[], i: number): boolean =>
  gapWidth(text, tokens[i].end, tokens[i + 1].start) >= COLUMN_WIDTH;

/** 凤 来枝 繁: two ideographs that touch between two runs, where a title's copy was glued on or one space is missing. */
function isSeam(text: string, tokens: readonly Span[], former: Run, next: Run): boolean {
  if (next.first - former.last !== 2) return false;
  const { start, end } = tokens[former.last + 1];
  const long = ({ first, last }: Run) => last - first + 1 >= MIN_TOKENS_BESIDE_SEAM;
  const pair = end - start === 2 && isIdeograph(text.charCodeAt(start)) && isIdeograph(text.charCodeAt(start + 1));
  const close = !isWide(text, tokens, former.last) && !isWide(text, tokens, former.last + 1);
  return pair && close && long(former) && long(next);
}

/** One letter, marks attached or not; or letters with marks between (资（深). */
function isLoose(text: string, { start, end }: Span): boolean {
  let afterLetter = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const letter = !isMark(unit);
    if (letter && afterLetter && !isLowSurrogate(unit)) return false;
    afterLetter = letter;
  }
  return true;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function isLetterSpaced(text: string, tokens: readonly Span[], run: Run): boolean {
  const { first, last } = run;
  let ideographs = 0;
  for (let i = first; i <= last; i++) if (countIdeographs(text, tokens[i]) > 0) ideographs++;
  const mixed = last - first + 1 >= MIN_TOKENS_OF_A_MIXED_RUN && ideographs >= MIN_IDEOGRAPHS_OF_A_MIXED_RUN;
  return (
    (mixed || hasSpacedText(text, tokens, run)) &&
    !isNames(text, tokens, run) &&
    !isHeadOfTable(foldedText(text, tokens[first].start, tokens[last].end))
  );
}

/** Whether so many gaps of the run are between ideographs that it is text set apart, whatever else is in it. */
export function hasSpacedText(text: string, tokens: readonly Span[], { first, last }: Run): boolean {
  let gaps = 0;
  for (let i = first; i < last; i++) if (isBetweenIdeographs(text, tokens, i)) gaps++;
  return gaps >= MIN_GAPS_BETWEEN_IDEOGRAPHS;
}

export const isBetweenIdeographs = (text: string, tokens: readonly Span[], i: number): boolean =>
  isIdeograph(text.charCodeAt(tokens[i].end - 1)) && isIdeograph(text.charCodeAt(tokens[i + 1].start));

function betweenStacks(text: string, lines: readonly TextLine[], line: TextLine, tokens: readonly Span[]): boolean {
  const characters = (n: number) =>
    n >= 0 && n < lines.length ? foldedText(text, lines[n].span.start, lines[n].span.end).length : 0;
  if (tokens.length > MAX_STACKED_CHARACTERS || characters(line.n) > MAX_STACKED_CHARACTERS) return false;
  return [line.n - 1, line.n + 1].some((n) => characters(n) > 0 && characters(n) <= MAX_STACK_CELL);
}
