import type { Confusions } from '../text/confusions';
import type { Lexicon } from '../text/lexicon';
import { finish, type Steps } from '../text/steps';
import type { Page } from './model';
import { readPage } from './read';

/** What reading needs besides the text; made once by whoever starts the program, and passed down. */
export interface Resources {
  readonly lexicon: Lexicon;
  readonly confusions: Confusions;
}

/** A page in its document: where its text starts (UTF-16 offset) and which line of the document (from 0) its line 0 is. */
export interface PlacedPage {
  readonly start: number;
  readonly firstLine: number;
  readonly page: Page;
}

export interface NewspaperDocument {
  readonly text: string;
  readonly pages: readonly PlacedPage[];
}

/**
 * Splits a text into pages at form feeds and reads each. Pages whose text a former reading of the document already
 * held are taken over from it, so that an edit costs one page.
 */
export function readDocument(text: string, resources: Resources, former?: NewspaperDocument): NewspaperDocument {
  return finish(readSteps(text, resources, former));
}

/** The same in steps, one a page; `read` may be another way to come to a page (lazy.ts). */
export function* readSteps(
  text: string,
  resources: Resources,
  former?: NewspaperDocument,
  read: (text: string, resources: Resources) => Page = readPage,
): Steps<NewspaperDocument> {
  const known = new Map(former?.pages.map(({ page }) => [page.text, page]));
  const pages: PlacedPage[] = [];
  let firstLine = 0;
  for (const { start, end } of pageSpans(text)) {
    const own = text.slice(start, end);
    pages.push({ start, firstLine, page: known.get(own) ?? read(own, resources) });
    firstLine += countLineEnds(own);
    yield;
  }
  return { text, pages };
}

/** The stretches between form feeds; an empty one at the end (extractors close each page with a form feed) is no page. */
function pageSpans(text: string): { start: number; end: number }[] {
  const spans = [];
  let start = 0;
  for (let end = text.indexOf('\f'); end >= 0; end = text.indexOf('\f', start)) {
    spans.push({ start, end });
    start = end + 1;
  }
  if (spans.length === 0 || text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}
