import { type Marks, readMarks } from '../page/marks';
import type { Page, Story } from '../page/model';
import { widthOf } from '../page/normalise';
import { lineEndOf, splitLines, type TextLine } from '../text/lines';
import { type Span, withoutSpans } from '../text/span';
import type { Steps } from '../text/steps';
import { rest } from './rest';
import { hasTitle, storyLines } from './write';

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
    const line = placeFor(page, source, marks, story, chosen);
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
  const unheld = rest(page).map(({ span }) => span);
  const taken = new Map<number, Span[]>();
  for (const piece of page.pieces) {
    if (piece.story === null || !chosen.has(piece.story) || piece.role === 'blank') continue;
    const own = withoutSpans(piece.span, unheld);
    if (own.length === 0) continue;
    if (marks.byLine.has(piece.line)) taken.set(piece.line, [source[piece.line].span]);
    else taken.set(piece.line, [...(taken.get(piece.line) ?? []), ...own]);
  }
  for (const story of chosen) {
    for (const line of endMarks(page, source, marks, story)) if (line) taken.set(line.n, [line.span]);
  }
  return taken;
}

/** The `---` that opens a marked-up story without a title, and the one that closes a story: the next lines with text. */
function endMarks(
  { text, stories }: Page,
  source: readonly TextLine[],
  marks: Marks,
  story: number,
): [opening: TextLine | null, closing: TextLine | null] {
  const { lines } = stories[story];
  const hasText = ({ span }: TextLine): boolean => text.slice(span.start, span.end).trim() !== '';
  const endMark = (line: TextLine | undefined): TextLine | null =>
    line && marks.byLine.get(line.n)?.kind === 'end' ? line : null;
  const above = source.slice(0, lines[0]).reverse().find(hasText);
  const below = source.find((line) => line.n > lines[lines.length - 1] && hasText(line));
  const opens = !hasTitle(stories[story]) && isMarked(marks, lines[0]);
  return [opens ? endMark(above) : null, endMark(below)];
}

/** Whether line n stands in a marked-up stretch. */
const isMarked = ({ stretches }: Marks, n: number): boolean =>
  stretches.some(({ first, end, paragraphs }) => paragraphs && first <= n && n < end);

/**
 * The line before which a story is written: where it is marked up, or its title is marked; else where its text begins, or
 * above the texts of other stories that this would cut in two. A title that stands far from its text may come to stand on
 * the other side: it finds it there as it did before.
 */
function placeFor(
  page: Page,
  source: readonly TextLine[],
  marks: Marks,
  story: number,
  chosen: ReadonlySet<number>,
): number {
  const others = page.stories.filter((_, other) => !chosen.has(other)).map(textLines);
  const { lines } = page.stories[story];
  const title = marks.byLine.get(lines[0])?.kind;
  if (title === 'headline' || title === 'kicker') return lines[0];
  const [opening] = endMarks(page, source, marks, story);
  if (opening) return opening.n;
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
  return taken.has(source.length - 1) && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The line with spaces in place of the spans, as wide as these were: what stands behind them keeps its place in its column. */
function without(text: string, line: Span, spans: readonly Span[]): string {
  let result = '';
  let at = line.start;
  for (const { start, end } of spans) {
    result += text.slice(at, start);
    for (let i = start; i < end; i++) result += widthOf(text[i]) === 1 ? WIDE_SPACE : ' ';
    at = end;
  }
  const rest = text.slice(at, line.end);
  return spans.length > 0 && rest.trim() === '' ? result.trimEnd() : result + rest;
}

const WIDE_SPACE = '\u3000';
