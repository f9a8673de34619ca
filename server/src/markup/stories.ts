import { type Marks, readMarks } from '../page/marks';
import type { Page, Story } from '../page/model';
import { lineEndOf, splitLines, type TextLine } from '../text/lines';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { rest } from './rest';
import { storyLines } from './write';

/**
 * The page's text with some of its stories marked up, each near where its text began, and everything else as it was.
 * `stories` are indices into page.stories; `repair` is given the text of each marked-up story.
 */
export function* markUpStorySteps(
  page: Page,
  stories: readonly number[],
  repair: (text: string) => Steps<string>,
): Steps<string> {
  if (stories.length === 0) return page.text;
  const source = splitLines(page.text);
  const eol = lineEndOf(source);
  const chosen = new Set(stories);
  const marks = readMarks(page.text, source);
  const taken = takenSpans(page, source, marks, chosen);
  const blocks = new Map<number, string[]>();
  for (const story of [...chosen].sort((a, b) => a - b)) {
    const line = placeFor(page, marks, story, chosen);
    const block = (yield* repair(storyLines(page, story).join(eol))).split(eol);
    blocks.set(line, [...(blocks.get(line) ?? []), ...block, '']);
  }
  return weave(page.text, source, taken, blocks).join(eol) + (source.at(-1)?.eol ?? '');
}

/** By line: what the elements of the chosen stories hold, and their marks. What no element holds stays where it is. */
function takenSpans(
  page: Page,
  source: readonly TextLine[],
  marks: Marks,
  chosen: ReadonlySet<number>,
): ReadonlyMap<number, readonly Span[]> {
  const unheld = new Set(rest(page));
  const taken = new Map<number, Span[]>();
  for (const piece of page.pieces) {
    if (piece.story === null || !chosen.has(piece.story) || piece.role === 'blank' || unheld.has(piece)) continue;
    if (marks.byLine.has(piece.line)) taken.set(piece.line, [source[piece.line].span]);
    else taken.set(piece.line, [...(taken.get(piece.line) ?? []), piece.span]);
  }
  for (const story of chosen) {
    const end = endMark(page.text, source, marks, page.stories[story].lines.at(-1));
    if (end) taken.set(end.n, [end.span]);
  }
  return taken;
}

/** The `---` that closes a story whose last line is given: the next line with text. */
function endMark(text: string, source: readonly TextLine[], marks: Marks, last: number | undefined): TextLine | null {
  if (last === undefined) return null;
  const next = source.find(({ n, span }) => n > last && text.slice(span.start, span.end).trim() !== '');
  return next && marks.byLine.get(next.n)?.kind === 'end' ? next : null;
}

/**
 * The line before which a story is written: where its title is marked; else where its text begins, or above the texts of
 * other stories that this would cut in two. A title that stands far from its text may come to stand on the other side: it
 * finds it there as it did before.
 */
function placeFor(page: Page, marks: Marks, story: number, chosen: ReadonlySet<number>): number {
  const others = page.stories.filter((_, other) => !chosen.has(other)).map(textLines);
  const { lines } = page.stories[story];
  const title = marks.byLine.get(lines[0])?.kind;
  if (title === 'headline' || title === 'kicker') return lines[0];
  let place = textLines(page.stories[story])[0] ?? lines[0] ?? 0;
  for (;;) {
    const divided = others.find((other) => other[0] < place && place <= (other.at(-1) ?? -1));
    if (!divided) return place;
    place = divided[0];
  }
}

/** The lines of a story's paragraphs, in the page's order. */
const textLines = ({ paragraphs }: Story): number[] =>
  paragraphs.flatMap(({ lines }) => lines).sort((one, other) => one - other);

/** The lines that are left, with the blocks before the lines they belong to. The empty lines within a story go with it. */
function weave(
  text: string,
  source: readonly TextLine[],
  taken: ReadonlyMap<number, readonly Span[]>,
  blocks: ReadonlyMap<number, readonly string[]>,
): string[] {
  const lines: string[] = [];
  let afterTaken = false;
  for (const { n, span } of source) {
    const block = blocks.get(n);
    if (block) {
      if (lines.length > 0 && lines.at(-1)?.trim() !== '') lines.push('');
      lines.push(...block);
    }
    const left = without(text, span, taken.get(n) ?? []);
    const blank = left.trim() === '';
    afterTaken = blank && (taken.has(n) || afterTaken);
    if (!afterTaken) lines.push(left);
  }
  // The empty line behind the last block is the end of the page.
  return taken.has(source.length - 1) ? lines.slice(0, -1) : lines;
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
