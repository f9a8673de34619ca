import { indexAt } from '../text/lines';
import type { Paragraph } from './model';

/**
 * Where offsets of the page stand in a story's reading order, as a number to sort by: the index of the row (among those of
 * all its paragraphs) that holds the offset; half a row behind the nearest one above where none does, as with a byline on a
 * line of its own; -1 above the text.
 */
export function readingPlaces(paragraphs: readonly Paragraph[]): (offset: number) => number {
  const rows = paragraphs.flatMap(({ pieces }) => pieces).map((span, index) => ({ span, index }));
  const first = rows.at(0)?.span.start ?? Number.POSITIVE_INFINITY;
  rows.sort((a, b) => a.span.start - b.span.start);
  return (offset) => {
    const above = rows[indexAt(rows, offset)];
    if (!above) return -1;
    if (offset < above.span.end) return above.index;
    return offset > first ? above.index + 0.5 : -1;
  };
}

/** For each paragraph the number of rows to its end. */
export function rowEnds(paragraphs: readonly Paragraph[]): number[] {
  let rows = 0;
  return paragraphs.map(({ pieces }) => {
    rows += pieces.length;
    return rows;
  });
}

/** Elements of a story in the order in which a reader comes upon them. */
export function sortAsRead<T extends { readonly span: { readonly start: number } }>(
  elements: readonly T[],
  paragraphs: readonly Paragraph[],
): T[] {
  const placeOf = readingPlaces(paragraphs);
  return elements
    .map((element) => ({ element, place: placeOf(element.span.start) }))
    .sort((a, b) => a.place - b.place || a.element.span.start - b.element.span.start)
    .map(({ element }) => element);
}
