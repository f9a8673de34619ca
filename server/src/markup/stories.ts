import type { Page } from '../page/model';
import { splitLines } from '../text/lines';
import type { Span } from '../text/span';
import { rest } from './rest';
import { storyLines } from './write';

/**
 * The page's text with some of its stories marked up, each near where its text began, and everything else as it was.
 * `stories` are indices into page.stories; `repair` is given the text of each marked-up story.
 */
export function markUpStories(page: Page, stories: readonly number[], repair: (text: string) => string): string {
  const source = splitLines(page.text);
  const eol = source.find((line) => line.eol !== '')?.eol ?? '\n';
  const taken = takenSpans(page, new Set(stories));
  const left = source.map(({ span }) => without(page.text, span, taken.get(span.start) ?? []));
  const blocks = new Map<number, string[]>();
  for (const story of [...stories].sort((a, b) => a - b)) {
    const line = placeFor(page, story, new Set(stories));
    const block = repair(storyLines(page, story).join(eol)).split(eol);
    blocks.set(line, [...(blocks.get(line) ?? []), ...block, '']);
  }
  const lines: string[] = [];
  let afterTaken = false;
  source.forEach(({ n, span }) => {
    const block = blocks.get(n);
    if (block && lines.length > 0 && lines.at(-1)?.trim() !== '') lines.push('');
    if (block) lines.push(...block);
    const blank = left[n].trim() === '';
    const gone = blank && taken.has(span.start);
    // The empty lines between the lines of a story go with it.
    if (!gone && !(blank && afterTaken)) lines.push(left[n]);
    afterTaken = gone || (blank && afterTaken);
  });
  return lines.join(eol) + (source.at(-1)?.eol ?? '');
}

/** What the chosen stories' elements hold, by the offset at which its line starts. What no element holds stays where it is. */
function takenSpans(page: Page, stories: ReadonlySet<number>): ReadonlyMap<number, readonly Span[]> {
  const source = splitLines(page.text);
  const unheld = new Set(rest(page));
  const taken = new Map<number, Span[]>();
  for (const piece of page.pieces) {
    if (piece.story === null || !stories.has(piece.story) || piece.role === 'blank' || unheld.has(piece)) continue;
    const { start } = source[piece.line].span;
    taken.set(start, [...(taken.get(start) ?? []), piece.span]);
  }
  return taken;
}

/** The line before which a story is written: where its text begins, or above the other stories that this would cut in two. */
function placeFor(page: Page, story: number, chosen: ReadonlySet<number>): number {
  let line = firstLine(page, story);
  const others = page.stories.flatMap((_, other) => (chosen.has(other) ? [] : [extent(page, other)]));
  for (let cut = true; cut; ) {
    const divided = others.find(({ first, last }) => first < line && line <= last);
    if (divided) line = divided.first;
    cut = divided !== undefined;
  }
  return line;
}

function firstLine(page: Page, story: number): number {
  const { paragraphs, lines } = page.stories[story];
  return paragraphs.at(0)?.lines[0] ?? lines[0] ?? 0;
}

function extent(page: Page, story: number): { first: number; last: number } {
  const { lines } = page.stories[story];
  return { first: lines[0] ?? 0, last: lines.at(-1) ?? -1 };
}

function without(text: string, line: Span, spans: readonly Span[]): string {
  let result = '';
  let at = line.start;
  for (const { start, end } of spans) {
    result += text.slice(at, start);
    at = end;
  }
  return result + text.slice(at, line.end);
}
