import { isHan, isRadicalForm, isSpace } from './characters';
import { foldUnit } from './equivalents';
import type { TextLine } from './lines';
import type { Span } from './span';

/* A line as the recogniser and the spacing rules see it: stretches without a space, and the gaps between them. */

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

/** Tokens [first, last] of a line, in which no two letters touch. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The width that most gaps of the run have; the smaller one where two are as many. */
export function usualWidth(text: string, tokens: readonly Span[], { first, last }: Run): number {
  const counts = new Map<number, number>();
  for (let i = first; i < last; i++) {
    const width = gapWidth(text, tokens[i].end, tokens[i + 1].start);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 1;
  for (const [width, count] of counts) {
    const best = counts.get(usual) ?? 0;
    if (count > best || (count === best && width < usual)) usual = width;
  }
  return usual;
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

/** From this width on, a gap between two stretches of text parts columns: a mark's blank half and a space make two. */
const COLUMN_GAP = 3;
/** One space parts two columns where both sides are text of so many characters, on a line of more than so many. */
const COLUMN_STRETCH = 5;
const COLUMN_LINE = 22;

export const isColumnText = ({ start, end }: Span): boolean => end - start >= COLUMN_STRETCH;

/** More characters than two columns have: such a line is glued from several, and its gaps may part them. A wide set line has fewer. */
const GLUED_LINE = 40;

const lengthOf = (tokens: readonly Span[]): number => tokens.reduce((sum, { start, end }) => sum + end - start, 0);

export const isGlued = (tokens: readonly Span[]): boolean => lengthOf(tokens) > GLUED_LINE;

/** Whether a line looks like two columns side by side. */
export function hasColumnGap(text: string, tokens: readonly Span[]): boolean {
  const wide = lengthOf(tokens) > COLUMN_LINE;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const left = tokens[i];
    const right = tokens[i + 1];
    if (!isColumnText(left) || !isColumnText(right)) continue;
    if (gapWidth(text, left.end, right.start) >= COLUMN_GAP) return true;
    if (wide && allIdeographs(text, left.end - COLUMN_STRETCH) && allIdeographs(text, right.start)) return true;
  }
  return false;
}

/** Whether the COLUMN_STRETCH units from `start` on are ideographs. */
function allIdeographs(text: string, start: number): boolean {
  for (let i = start; i < start + COLUMN_STRETCH; i++) if (!isIdeograph(text.charCodeAt(i))) return false;
  return true;
}

export function countIdeographs(text: string, { start, end }: Span): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isIdeograph(text.charCodeAt(i))) count++;
  return count;
}
