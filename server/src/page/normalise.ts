import { isDigit, isHan, isLatin, isMark, isRadicalForm, isSpace } from '../text/characters';
import { foldUnit } from '../text/equivalents';
import { isInsideField, isRowOfFigures } from '../text/fieldRows';
import { paddedNameGaps } from '../text/paddedNames';
import { View, ViewBuilder } from '../text/view';

/**
 * One line as the recogniser looks at it: radical and full-width forms folded, control characters dropped, every run of
 * spaces one space, and no space where typesetting alone put it (letter-spaced runs, between digits and Han characters).
 * Spaces that part names and phrases stay. The view leads back to the page's text.
 */
export function normaliseLine(source: string, start: number, end: number): View {
  if (isPlain(source, start, end)) return View.of(source, start, end);
  const builder = new ViewBuilder();
  const loose = looseSpaces(source, start, end);
  // From here on the text goes into the view as it is.
  let from = start;
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    const space = isSpace(unit);
    const folded = space ? undefined : foldUnit(unit);
    if (!space && folded === undefined && !isControl(unit)) continue;
    if (from < i) builder.copy(source, from, i);
    from = i + 1;
    if (folded !== undefined) builder.put(folded, { start: i, end: i + 1 });
    if (!space) continue;
    from = endOfSpaces(source, i, end);
    if (builder.length > 0 && from < end && !loose.has(i)) builder.put(' ', { start: i, end: from });
    i = from - 1;
  }
  if (from < end) builder.copy(source, from, end);
  return builder.build();
}

/** Whether nothing in [start, end) is to be normalised. */
function isPlain(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (isSpace(unit) || isControl(unit) || foldUnit(unit) !== undefined) return false;
  }
  return true;
}

const isControl = (unit: number): boolean => unit < 0x20 || unit === 0x7f;

function endOfSpaces(source: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(source.charCodeAt(i))) i++;
  return i;
}

/** A run of this many one-character tokens is letter-spacing, but for lists of padded names; shorter ones may be a name (王 伟). */
const MIN_RUN = 4;

/** Offsets at which spaces begin that only spread letters, or part a digit from a Han character. */
function looseSpaces(source: string, start: number, end: number): Set<number> {
  const loose = new Set<number>();
  const tokens = tokensOf(source, start, end);
  for (let i = 0; i < tokens.length; ) {
    let last = i;
    let singles = tokens[i].single ? 1 : 0;
    while (last + 1 < tokens.length && tokens[last].single && tokens[last + 1].single) {
      last++;
      singles++;
    }
    if (singles >= MIN_RUN) {
      const names = paddedNameGaps(source, tokens, { first: i, last });
      for (let k = i; k < last; k++) if (narrow(tokens, k) && !names.has(k)) loose.add(tokens[k].end);
    }
    i = last + 1;
  }
  const inFields = isRowOfFigures(source, tokens);
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (inFields && !isInsideField(source, tokens[i], tokens[i + 1])) continue;
    const before = source.charCodeAt(tokens[i].end - 1);
    if (source[tokens[i].end - 1] === ENDS_A_LEAD) continue;
    const after = source.charCodeAt(tokens[i + 1].start);
    if (narrow(tokens, i) && ((isDigit(before) && isIdeograph(after)) || (isIdeograph(before) && isDigit(after))))
      loose.add(tokens[i].end);
  }
  return loose;
}

/** 本报讯 2月18日: behind it a space parts the lead from the text. */
const ENDS_A_LEAD = '讯';

const isIdeograph = (unit: number): boolean => isHan(unit) || isRadicalForm(unit);

interface Token {
  readonly start: number;
  readonly end: number;
  /** One character, marks that cling to it not counted. */
  readonly single: boolean;
}

/** Letter-spacing is even: a gap of three spaces or more parts columns or phrases. */
const narrow = (tokens: readonly Token[], i: number): boolean => tokens[i + 1].start - tokens[i].end <= 2;

function tokensOf(source: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (let i = start; i < end; ) {
    if (isSpace(source.charCodeAt(i))) {
      i++;
      continue;
    }
    const from = i;
    let letters = 0;
    for (; i < end && !isSpace(source.charCodeAt(i)); i++) if (!isMark(source.charCodeAt(i))) letters++;
    tokens.push({ start: from, end: i, single: letters <= 1 && i - from <= 3 });
  }
  return tokens;
}

/** The view's text without any space, with the way back to the source. */
export function compactView(view: View): View {
  const { text } = view;
  if (!text.includes(' ')) return view;
  const builder = new ViewBuilder();
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    if (from < to) builder.take(view, from, to);
    from = to + 1;
  }
  return builder.build();
}

/** Width in ems: a Han character or full-width mark is one, Latin letters and digits half. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit < 0x2000 && (isDigit(unit) || isLatin(unit) || unit <= 0x7f) ? 0.5 : 1;
  }
  return width;
}
