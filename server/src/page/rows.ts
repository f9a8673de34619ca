import { isSpace } from '../text/characters';
import { splitLines, type TextLine } from '../text/lines';
import type { Span } from '../text/span';
import type { View } from '../text/view';
import { splitGluedLines } from './gluedLines';
import { compactView, normaliseLine, widthOf } from './normalise';

/**
 * A line that holds text, as every later stage sees it. `row` indices count lines with text from 0; `line` counts all
 * lines of the page from 0; spans are UTF-16 offsets in the page.
 */
export interface Row {
  readonly line: number;
  readonly span: Span;
  /** Normalised, with the spaces that part names, phrases and columns. */
  readonly view: View;
  /** Normalised, without any space. */
  readonly compact: View;
  readonly text: string;
  readonly bare: string;
  /** Ems of the text without spaces. */
  readonly width: number;
  /** Spread by letter-spacing: such a line fills its column whatever its width says. */
  readonly spread: boolean;
  /** Begins with an ideographic space or two: the first line of a paragraph. */
  readonly indented: boolean;
  /** Blank lines between the previous row and this one, less the padding of a padded page; -1 where that page has none. */
  readonly gap: number;
}

export interface Sheet {
  readonly text: string;
  readonly rows: readonly Row[];
  /** A blank line after nearly every line, as some extractors leave it. */
  readonly padded: boolean;
  readonly lines: readonly TextLine[];
}

/** A page is padded where more than this share of its rows has a blank line before. */
const PADDED_SHARE = 0.75;

export function readRows(text: string, lines: readonly TextLine[] = splitLines(text)): Sheet {
  const drafts: (Omit<Row, 'gap'> & { blanks: number })[] = [];
  let blanks = 0;
  splitGluedLines(text, lines).forEach((parts, n) => {
    if (parts.length === 0) blanks++;
    for (const span of parts) {
      const view = normaliseLine(text, span.start, span.end);
      if (view.text === '') continue;
      drafts.push({ ...draftRow(text, lines[n].n, span, view), blanks: drafts.length === 0 ? 0 : blanks });
      blanks = 0;
    }
  });
  const padded = drafts.length > 4 && drafts.filter((row) => row.blanks > 0).length > PADDED_SHARE * drafts.length;
  const rows = drafts.map(({ blanks: b, ...row }) => ({ ...row, gap: padded ? b - 1 : b }));
  return { text, rows, padded, lines };
}

function draftRow(text: string, line: number, span: Span, view: View): Omit<Row, 'gap'> {
  const compact = compactView(view);
  let spaces = 0;
  for (let i = span.start; i < span.end; i++) if (isSpace(text.charCodeAt(i))) spaces++;
  return {
    line,
    span,
    view,
    compact,
    text: view.text,
    bare: compact.text,
    width: widthOf(compact.text),
    spread: spaces >= 3 && spaces - (view.text.length - compact.text.length) >= 0.3 * compact.text.length,
    indented: span.start > 0 && text.charCodeAt(span.start - 1) === 0x3000,
  };
}
