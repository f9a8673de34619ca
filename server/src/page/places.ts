import type { Span } from '../text/span';
import { WIDE_GAP } from './gluedLines';
import { widthOf } from './normalise';

/** An extractor kept the layout where more than this share of the rows stand behind a wide gap: 56 of 56 such pages, none of 300 others. */
const KEEPS_LAYOUT = 0.15;

/**
 * Where the rows of a page begin in their lines, given what stands before each; null where the layout was not kept.
 * Extractors count characters, or cells of which a full-width character takes two: the count in which more rows begin at
 * the same place is the right one.
 */
export function placesOf(text: string, before: readonly Span[]): readonly number[] | null {
  const gaps = before.map((span) => isGap(text, span));
  if (gaps.filter((gap) => gap).length <= KEEPS_LAYOUT * before.length) return null;
  const inCharacters = before.map(({ start, end }) => end - start);
  const inCells = before.map(({ start, end }) => Math.round(2 * widthOf(text.slice(start, end))));
  const behind = (places: readonly number[]): number[] => places.filter((_, n) => gaps[n]);
  return alignment(behind(inCells)) > alignment(behind(inCharacters)) ? inCells : inCharacters;
}

const isGap = (text: string, { start, end }: Span): boolean =>
  end - start >= WIDE_GAP && text.slice(end - WIDE_GAP, end).trim() === '';

/** How often two of them are the same. */
function alignment(places: readonly number[]): number {
  const counts = new Map<number, number>();
  let pairs = 0;
  for (const place of places) {
    const count = counts.get(place) ?? 0;
    pairs += count;
    counts.set(place, count + 1);
  }
  return pairs;
}
