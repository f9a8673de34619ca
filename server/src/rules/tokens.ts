import { isHan, isMark, isRadicalForm, isSpace } from '../text/characters';
import { foldUnit } from '../text/equivalents';
import type { TextLine } from '../text/lines';
import type { Span } from '../text/span';

/* A line as the spacing rules see it: stretches without a space, and the gaps between them. */

/** The stretches of a line that hold no space; offsets of the page. */
export function tokensOf(text: string, { span }: TextLine): Span[] {
  const tokens: Span[] = [];
  let start = -1;
  for (let i = span.start; i <= span.end; i++) {
    const inside = i < span.end && !isSpace(text.charCodeAt(i));
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      tokens.push({ start, end: i });
      start = -1;
    }
  }
  return tokens;
}

/** How wide a gap looks, in half-width columns: an ideographic or em space takes two. */
export function gapWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += text[i] === '\u3000' || text[i] === '\u2003' ? 2 : 1;
  return width;
}

export const isIdeograph = (unit: number): boolean => isHan(unit) || isRadicalForm(unit);

/** The characters of [start, end) without spaces, radical and other forms folded, for comparing with words. */
export function foldedText(text: string, start: number, end: number): string {
  let folded = '';
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isSpace(unit)) folded += foldUnit(unit) ?? text[i];
  }
  return folded;
}

/**
 * From this many columns on, a gap parts columns or fields of a line, not characters: three, as a full stop's own blank
 * and a space make two.
 */
const COLUMN_GAP = 3;
/** One space parts two columns where both sides are full text: so many ideographs without a mark, on a line so long. */
const COLUMN_STRETCH = 5;
const COLUMN_LINE = 22;

/** Whether a line looks like two columns side by side. */
export function hasColumnGap(text: string, tokens: readonly Span[]): boolean {
  if (tokens.length < 2) return false;
  let length = 0;
  for (const { start, end } of tokens) length += end - start;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const left = tokens[i];
    const right = tokens[i + 1];
    const full = (token: Span) => token.end - token.start >= COLUMN_STRETCH;
    if (gapWidth(text, left.end, right.start) >= COLUMN_GAP && full(left) && full(right)) return true;
    if (length > COLUMN_LINE && ideographsBefore(text, left) && ideographsAfter(text, right)) return true;
  }
  return false;
}

function ideographsBefore(text: string, { start, end }: Span): boolean {
  if (end - start < COLUMN_STRETCH) return false;
  for (let i = end - COLUMN_STRETCH; i < end; i++) if (!isIdeograph(text.charCodeAt(i))) return false;
  return true;
}

function ideographsAfter(text: string, { start, end }: Span): boolean {
  return ideographsBefore(text, { start, end: Math.min(end, start + COLUMN_STRETCH) });
}

/** Whether a token is made of marks alone. */
export function onlyMarks(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (!isMark(text.charCodeAt(i))) return false;
  return true;
}
