import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Range, uinteger } from 'vscode-languageserver-types';
import type { NewspaperDocument, PlacedPage } from '../page/document';
import type { Page } from '../page/model';
import type { Message } from '../text/message';
import type { Edit, Span } from '../text/span';

/** One version of a document with what was read in it. `source` is a snapshot: it never changes. */
export interface Reading {
  readonly source: TextDocument;
  readonly document: NewspaperDocument;
}

/** Puts a message into the client's language. */
export type Tell = (message: Message) => string;

/** A span of the document (UTF-16 offsets) as LSP's range. */
export const rangeIn = (source: TextDocument, { start, end }: Span): Range => ({
  start: source.positionAt(start),
  end: source.positionAt(end),
});

/** A page in its reading: turns the page's own offsets and line numbers into LSP positions. */
export class PageView {
  readonly page: Page;

  constructor(
    private readonly source: TextDocument,
    private readonly placed: PlacedPage,
  ) {
    this.page = placed.page;
  }

  /** An offset of the document as one of the page. */
  pageOffset(offset: number): number {
    return offset - this.placed.start;
  }

  range(span: Span): Range {
    return rangeIn(this.source, { start: this.placed.start + span.start, end: this.placed.start + span.end });
  }

  /** The document's line (from 0) of a line of the page. */
  documentLine(line: number): number {
    return this.placed.firstLine + line;
  }

  /** The page's line of a line of the document (both from 0). */
  pageLine(documentLine: number): number {
    return documentLine - this.placed.firstLine;
  }

  /** Edits in the page's offsets as edits in the document's. */
  documentEdits(edits: readonly Edit[]): Edit[] {
    const { start } = this.placed;
    return edits.map(({ span, text }) => ({ span: { start: span.start + start, end: span.end + start }, text }));
  }

  /** From the beginning of one line of the page to the end of another, line end left out. */
  lineRange(first: number, last: number): Range {
    const start =
      first === 0 ? this.placed.start : this.source.offsetAt({ line: this.documentLine(first), character: 0 });
    return rangeIn(this.source, { start, end: this.lineEnd(last) });
  }

  /** Where a line of the page ends, as an offset in the document: before its line end or the form feed after it. */
  private lineEnd(line: number): number {
    const pageEnd = this.placed.start + this.page.text.length;
    return Math.min(pageEnd, this.source.offsetAt({ line: this.documentLine(line), character: uinteger.MAX_VALUE }));
  }
}

export const pagesOf = (reading: Reading): PageView[] =>
  reading.document.pages.map((placed) => new PageView(reading.source, placed));

/** The page that holds an offset of the document; the last one before it where a form feed stands there. */
export function pageAt(reading: Reading, offset: number): PageView | null {
  const before = reading.document.pages.filter(({ start }) => start <= offset);
  return before.length > 0 ? new PageView(reading.source, before[before.length - 1]) : null;
}

/** `text` on one line and no longer than `limit` UTF-16 units; a cut never halves a character. */
export function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = limit - 1;
  const unit = line.charCodeAt(cut - 1);
  const halved = unit >= 0xd800 && unit <= 0xdbff;
  return `${line.slice(0, halved ? cut - 1 : cut)}…`;
}
