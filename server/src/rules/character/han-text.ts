import type { Page } from '../../page/model';
import { isDigit, isHan } from '../../text/characters';
import { type Span, trimmed } from '../../text/span';
import { type View, ViewBuilder } from '../../text/view';

/** What stands between two runs of Han in a `hanText`. */
export const RUN_END = '\n';

const DATE_UNITS = '年月日时分';

/**
 * The runs of Han of a page in reading order, parted by RUN_END: a run goes on over the line ends inside a paragraph, and
 * any mark, digit, letter or space within a line ends it; the 日 of 26日 belongs to its figure. Lines that are in no
 * paragraph follow; such lines that stand together and have the same role count as one text.
 */
export function hanText(page: Page): View {
  const { text } = page;
  const builder = new ViewBuilder();
  const taken = new Uint8Array(text.length);
  let open = false;
  const endRun = (at: number): void => {
    if (open) builder.put(RUN_END, { start: at, end: at });
    open = false;
  };
  for (const spans of joinedTexts(page)) {
    for (const span of spans) {
      const { start, end } = trimmed(text, span);
      for (let from = start; from < end; ) {
        let to = from;
        while (to < end && isHan(text.charCodeAt(to)) && taken[to] === 0) to++;
        if (from > 0 && to > from && DATE_UNITS.includes(text[from]) && isDigit(text.charCodeAt(from - 1))) from++;
        if (to > from) {
          builder.copy(text, from, to);
          taken.fill(1, from, to);
          open = true;
        }
        if (to < end) endRun(to);
        from = Math.max(to, from + 1);
      }
    }
    endRun(spans.at(-1)?.end ?? 0);
  }
  return builder.build();
}

/** Lists of spans that each read on from one span to the next: the paragraphs, then all pieces of the page. */
function joinedTexts(page: Page): (readonly Span[])[] {
  const paragraphs = page.stories.flatMap((story) => story.paragraphs.map((paragraph) => paragraph.pieces));
  const others: Span[][] = [];
  page.pieces.forEach((piece, index) => {
    const former = page.pieces[index - 1];
    const goesOn = former !== undefined && former.role === piece.role && former.story === piece.story;
    if (goesOn) others[others.length - 1].push(piece.span);
    else others.push([piece.span]);
  });
  return [...paragraphs, ...others];
}
