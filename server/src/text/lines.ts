import type { Span } from './span';

/** One line of a text. `n` counts from 0; the span leaves out the line end, which `eol` holds ('' on an unended last line). */
export interface TextLine {
  readonly n: number;
  readonly span: Span;
  readonly eol: string;
}

/** Splits at LF, CRLF and CR, as LSP does. A text that ends with a line end has no further empty line; '' has none at all. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10 && c !== 13) continue;
    const eol = c === 13 && text.charCodeAt(i + 1) === 10 ? '\r\n' : text[i];
    lines.push({ n: lines.length, span: { start, end: i }, eol });
    i += eol.length - 1;
    start = i + 1;
  }
  if (start < text.length) lines.push({ n: lines.length, span: { start, end: text.length }, eol: '' });
  return lines;
}

/** The index of the last element whose span starts at or before `offset`; -1 where there is none. Elements are in order. */
export function indexAt(elements: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle].span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The line end of the text's first line; LF where it has none. */
export const lineEndOf = (lines: readonly TextLine[]): string => lines.find(({ eol }) => eol !== '')?.eol ?? '\n';
