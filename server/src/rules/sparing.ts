import { readMarks, syntaxSpans } from '../page/marks';
import type { Page } from '../page/model';
import { indexAt, splitLines } from '../text/lines';
import type { Span } from '../text/span';
import type { Finding } from './rule';

/**
 * Tells which findings leave the page's marks alone: `#`, `![`, front matter and their like are what a person wrote to be
 * read by programs, no damage. Offsets are the page's.
 */
export function sparing({ text }: Page): (finding: Finding) => boolean {
  const lines = splitLines(text);
  const marks = syntaxSpans(readMarks(text, lines), lines).map((span) => ({ span }));
  if (marks.length === 0) return () => true;
  const touches = ({ start, end }: Span): boolean => {
    const last = marks[indexAt(marks, Math.max(start, end - 1))];
    return last !== undefined && last.span.end > start && last.span.start <= start + Math.max(0, end - start - 1);
  };
  return ({ span, fixes }) =>
    !touches({ start: span.start, end: span.start + 1 }) &&
    fixes.every(({ edits }) => edits.every((edit) => !touches(edit.span)));
}
