import { isSpace } from './characters';

/** A half-open range of UTF-16 offsets in a text: `start` is the first unit, `end` the unit after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A replacement of a span by text; an insertion has an empty span, a deletion an empty text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export const spanText = (text: string, span: Span): string => text.slice(span.start, span.end);

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset < outer.end;

/** The span without the spaces at its ends; where nothing else is in it, empty. */
export function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** What is left of a span when others (in any order) are taken out of it. */
export function withoutSpans({ start, end }: Span, gone: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = start;
  for (const span of [...gone].sort((a, b) => a.start - b.start)) {
    if (span.end <= from || span.start >= end) continue;
    if (span.start > from) rest.push({ start: from, end: span.start });
    from = span.end;
  }
  if (from < end) rest.push({ start: from, end });
  return rest;
}

/** Applies edits that do not overlap, in any order. Two edits that overlap: the earlier one wins, the other is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let done = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < done) continue;
    parts.push(text.slice(done, span.start), replacement);
    done = span.end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
