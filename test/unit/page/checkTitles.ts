import assert from 'node:assert/strict';
import { titleOdds } from '../../../server/src/page/titleOdds';
import type { Other } from '../../../server/src/page/titlesApart';
import { draftOf } from './rowsOf';

/** Lines, each with its odds of a title in the first look, or what else it is. */
export type Line = readonly [text: string, title: number | 'byline' | 'caption' | 'furniture'];

export const otherOf = (lines: readonly Line[]): Other => ({
  isAside: (i) => lines[i][1] === 'byline',
  isCaption: (i) => lines[i][1] === 'caption',
  isFurniture: (i) => lines[i][1] === 'furniture',
});

/** The lines that are taken for titles. */
export function checkTitles(lines: readonly Line[], expected: readonly string[], ocr = false): void {
  const { page } = draftOf(...lines.map(([text]) => text));
  const first = lines.map(([, title]) => (typeof title === 'number' ? title : 0));
  const { odds } = titleOdds({ ...page, ocr }, first, otherOf(lines));
  assert.deepEqual(
    lines.filter((_, i) => odds[i] > 0.5).map(([text]) => text),
    expected,
  );
}
