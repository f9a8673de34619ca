import type { Element, Page, Piece } from '../page/model';

/** Pieces with text that no element of the page has: the model should leave none, and marking up must lose none. */
export function rest(page: Page): Piece[] {
  const lines = new Set<number>();
  const take = (element: Element | null): void => element?.lines.forEach((n) => void lines.add(n));
  const spans: { start: number; end: number }[] = [];
  for (const story of page.stories) {
    for (const title of [story.headline, story.kicker, story.deck]) take(title);
    for (const n of story.headlineLines) lines.add(n);
    for (const element of [...story.bylines, ...story.figures, ...story.subheads]) take(element);
    for (const element of [story.dateline, story.jump, story.continuedFrom]) take(element);
    for (const { pieces } of story.paragraphs) spans.push(...pieces);
  }
  for (const element of [...page.furniture, ...page.orphans, ...page.figures]) take(element);
  // Another story's byline may go on around a row that looks like it, in the next column.
  const apart = page.stories.map(
    ({ bylines, jump, continuedFrom }) =>
      new Set([...bylines, jump, continuedFrom].flatMap((element) => element?.lines ?? [])),
  );
  const isOthers = ({ line, role, story }: Piece): boolean =>
    (role === 'byline' || role === 'jump') && story !== null && !apart[story].has(line);
  spans.sort((a, b) => a.start - b.start);
  let next = 0;
  return page.pieces.filter((piece) => {
    const { line, span, role } = piece;
    while (next < spans.length && spans[next].end <= span.start) next++;
    const inParagraph = next < spans.length && spans[next].start < span.end;
    const isText = role !== 'blank' && role !== 'mark' && page.text.slice(span.start, span.end).trim() !== '';
    return isText && !inParagraph && (!lines.has(line) || isOthers(piece));
  });
}
