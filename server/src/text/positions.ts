import { indexAt, splitLines, type TextLine } from './lines';
import type { Span } from './span';

/** A place in a text as people count it: line and column from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the positions of offsets in one text. */
export class Positions {
  private readonly lines: readonly TextLine[];

  constructor(text: string) {
    this.lines = splitLines(text);
  }

  /** An offset behind the last line end is on the empty line there. */
  at(offset: number): Position {
    const line = this.lines[Math.max(0, indexAt(this.lines, offset))];
    if (!line) return { line: 1, column: offset + 1 };
    if (line.eol !== '' && offset >= line.span.end + line.eol.length) return { line: line.n + 2, column: 1 };
    return { line: line.n + 1, column: offset - line.span.start + 1 };
  }

  ofSpan({ start, end }: Span): { readonly start: Position; readonly end: Position } {
    return { start: this.at(start), end: this.at(end) };
  }
}
