import { isDigit, isHan, isLatin, isSpace } from '../text/characters';
import { foldUnit } from '../text/equivalents';
import type { Span } from '../text/span';
import type { Element, Page, Piece } from './model';

/** What a form that names people says, in print's order: its roles and names. */
export const saidIn = (
  parts: readonly { readonly role: string | null; readonly names: readonly { readonly name: string }[] }[],
): string => parts.map(({ role, names }) => (role ?? '') + names.map(({ name }) => name).join('')).join('');

/**
 * What a form on two rows holds of them. `rows` are those of a story, or the page's pieces, in any order; `said` is what the
 * form says, null where that is not known. One that goes on in another column's next row holds nothing of what stands
 * between; and where columns stand unparted in a row, only the part with its names.
 */
export function formSpans(text: string, rows: readonly Span[], span: Span, said: string | null): Span[] {
  const first = rows.find((row) => row.start <= span.start && span.start < row.end);
  const last = rows.find((row) => row.start < span.end && span.end <= row.end);
  if (!first || !last || first === last) return [span];
  const [upper, lower] = [
    { start: span.start, end: first.end },
    { start: last.start, end: span.end },
  ];
  return (said === null ? null : partsThatSay(text, upper, lower, lettersOf(said))) ?? [upper, lower];
}

/** The beginning of `upper`, up to a gap or its end, and the end of `lower` that together are these letters; null where none are. */
function partsThatSay(text: string, upper: Span, lower: Span, letters: string): [Span, Span] | null {
  let count = 0;
  for (let end = upper.start + 1; end <= upper.end; end++) {
    const unit = letterAt(text, end - 1);
    if (unit !== letters.slice(count, count + unit.length)) return null;
    count += unit.length;
    if (end < upper.end && !isSpace(text.charCodeAt(end))) continue;
    const start = startOf(text, lower, letters.slice(count));
    if (start !== null)
      return [
        { start: upper.start, end },
        { start, end: lower.end },
      ];
  }
  return null;
}

/** Where the end of `lower` begins that is these letters and the mark that closes them. */
function startOf(text: string, lower: Span, letters: string): number | null {
  let left = letters.length;
  let at = lower.end - 1;
  for (; at > lower.start && left > 0; at--) {
    left -= letterAt(text, at).length;
    if (left < 0 || !letters.startsWith(letterAt(text, at), left)) return null;
  }
  if (left === 0) return left < letters.length ? at + 1 : at;
  return at === lower.start && letterAt(text, at) === letters.slice(0, left) ? at : null;
}

/** The letter or digit at a place, one shape for equivalents; '' for what is none. */
function letterAt(text: string, at: number): string {
  const folded = foldUnit(text.charCodeAt(at)) ?? text[at];
  const unit = folded.charCodeAt(0);
  return isHan(unit) || isLatin(unit) || isDigit(unit) ? folded : '';
}

const lettersOf = (text: string): string => Array.from({ length: text.length }, (_, i) => letterAt(text, i)).join('');

/** What of the text the stories' bylines, datelines and jumps are, by where each begins. Bylines of one form share their text. */
export function formSpansOf({ text, pieces, stories }: Page): ReadonlyMap<number, readonly Span[]> {
  const onLine = new Map<number, Piece[]>();
  for (const piece of pieces) onLine.set(piece.line, [...(onLine.get(piece.line) ?? []), piece]);
  const own = ({ span, lines }: Element, index: number, said: string | null): readonly Span[] => {
    // It may go on around a row that looks like it, of another story in the next column.
    const rows = lines
      .flatMap((n) => onLine.get(n) ?? [])
      .filter(({ story }) => story === null || story === index)
      .map((piece) => piece.span);
    const parts = lines.length === 2 ? formSpans(text, rows, span, said) : [span];
    return parts.flatMap((part) => rows.flatMap((row) => common(part, row)));
  };
  const spans = new Map<number, readonly Span[]>();
  stories.forEach((story, index) => {
    for (const element of [story.dateline, story.jump, story.continuedFrom]) {
      if (element) spans.set(element.span.start, own(element, index, null));
    }
    for (const byline of story.bylines) {
      const said = saidIn(story.bylines.filter(({ span }) => span.start === byline.span.start));
      spans.set(byline.span.start, own(byline, index, said));
    }
  });
  return spans;
}

/** What two spans share, if anything. */
function common(one: Span, other: Span): Span[] {
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
  return start < end ? [{ start, end }] : [];
}
