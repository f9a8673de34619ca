import { isSpace } from '../text/characters';
import { indexAt, splitLines, type TextLine } from '../text/lines';
import type { Span } from '../text/span';
import type { View } from '../text/view';
import { splitGluedLines } from './gluedLines';
import { compactView, normaliseLine, widthOf } from './normalise';
import { placesOf } from './places';
import { type LineBeside, stacksBeside } from './stacksBeside';

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
  /** Where it begins in its line, if the extractor kept the layout (see places.ts); null on other pages. */
  readonly left: number | null;
}

/** A headline's characters, a row each, from top to bottom (indices), and the row beside the first one. */
export interface Stack {
  readonly rows: readonly number[];
  readonly beside: number;
}

export interface Sheet {
  readonly text: string;
  /** `flowing`, then the characters of `stacks`. */
  readonly rows: readonly Row[];
  /** The rows of the text in its order. */
  readonly flowing: readonly Row[];
  /** Vertical headlines that were read along with the rows beside them. */
  readonly stacks: readonly Stack[];
  /** A blank line after nearly every line, as some extractors leave it. */
  readonly padded: boolean;
  readonly lines: readonly TextLine[];
}

/** A row to be, and what stands before it: what only the whole page tells is missing. */
interface RowDraft {
  readonly line: number;
  readonly span: Span;
  readonly view: View;
  readonly blanks: number;
  readonly before: Span;
}

/** A page is padded where more than this share of its rows has a blank line before. */
const PADDED_SHARE = 0.75;

export function readRows(text: string, lines: readonly TextLine[] = splitLines(text)): Sheet {
  const drafts: RowDraft[] = [];
  let blanks = 0;
  const stacks = stacksBeside(text, lines);
  const rest = new Map(stacks.flatMap((stack) => stack.map((line) => [line.n, line.rest])));
  const without = lines.map(({ n, span, eol }, at) => ({
    n,
    span: { start: rest.get(at) ?? span.start, end: span.end },
    eol,
  }));
  splitGluedLines(text, without).forEach((parts, at) => {
    if (parts.length === 0) blanks++;
    const { n: line, span: whole } = lines[at];
    for (const { span, view } of parts) {
      if (view.text === '') continue;
      const before = { start: whole.start, end: span.start };
      drafts.push({ line, span, view, blanks: drafts.length === 0 ? 0 : blanks, before });
      blanks = 0;
    }
  });
  const padded = drafts.length > 4 && drafts.filter((row) => row.blanks > 0).length > PADDED_SHARE * drafts.length;
  const places = placesOf(
    text,
    drafts.map(({ before }) => before),
  );
  const rows = drafts.map(({ line, span, view, blanks: b }, n) =>
    makeRow(text, line, span, view, padded ? b - 1 : b, places === null ? null : places[n]),
  );
  return { text, ...withStacks(text, lines, rows, stacks), padded, lines };
}

function withStacks(
  text: string,
  lines: readonly TextLine[],
  flowing: readonly Row[],
  found: readonly (readonly LineBeside[])[],
): Pick<Sheet, 'rows' | 'flowing' | 'stacks'> {
  const rows = [...flowing];
  const stacks = found.map((stack) => ({
    beside: indexAt(flowing, stack[0].rest),
    rows: stack.map(({ n, character }) => {
      const span = { start: character, end: character + 1 };
      rows.push(makeRow(text, lines[n].n, span, normaliseLine(text, span.start, span.end), 0, null));
      return rows.length - 1;
    }),
  }));
  return { rows, flowing, stacks };
}

export const stackRows = ({ stacks }: Sheet): number[] => stacks.flatMap(({ rows }) => rows);

/** Whether a row is a character of such a headline: a title by its form, and no part of the flow. */
export const isStackRow = ({ flowing }: Sheet, i: number): boolean => i >= flowing.length;

/** Every row is made here, so that all have one shape: engines look up fields of a single shape several times as fast. */
function makeRow(text: string, line: number, span: Span, view: View, gap: number, left: number | null): Row {
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
    gap,
    left,
  };
}

/** Ems: no column and no caption of annotated pages is wider than 52, so a row this wide is no printed line but a paragraph. */
const WIDER_THAN_PRINT = 60;

/** Whether a row was never wrapped: it ends as its paragraph ends. */
export const isUnwrapped = ({ width }: Row): boolean => width > WIDER_THAN_PRINT;

/** So many lines that hold several rows are those of columns side by side, not phrases of one title. */
const GLUED_LINES = 4;

/** Whether the extractor put columns side by side in one line. */
export const isGlued = (rows: readonly Row[]): boolean =>
  rows.filter((row, i) => row.line === rows[i + 1]?.line && row.line !== rows[i - 1]?.line).length >= GLUED_LINES;
