import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inReadingOrder } from '../../../server/src/page/inReadingOrder';
import { makeBody } from '../../../server/src/page/links';
import { type Ordered, order } from '../../../server/src/page/ordered';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const COLUMNS = [
  ['　　本报讯 （记者 罗清扬） 在永丰', '县红旗干渠上，一排排太阳能板像', '给渠道盖上了屋顶。记者在现场看'],
  ['到，首批光伏渠段已经并网发电。', '县水务局的工程师周望舒说，渠里', '的水也少蒸发了。干渠全长四十公'],
  ['里，全部盖完以后每年能少蒸发八', '十万立方米的水，够三千亩地用一', '年。工程明年开春以前全部完成。'],
];

/** The page as it is extracted row by row; its rows hold column a's first, column b's first … */
function interleaved(columns: readonly (readonly string[])[]): Ordered {
  const rows = columns[0].flatMap((_, n) => columns.map((column) => column[n]));
  const { page, odds } = draftOf(...rows);
  const ordered = order(page, odds, weights);
  const previous = new Map(rows.map((_, i): [number, number] => [i, i - columns.length]).filter(([, i]) => i >= 0));
  return { ...ordered, previous };
}

/** The rows of column n of three. */
const rowsOf = (n: number): number[] => [n, n + 3, n + 6];

const check = (joined: readonly number[], expected: readonly number[]): void => {
  const page = interleaved(COLUMNS);
  assert.deepEqual(inReadingOrder(page, makeBody(page, joined.flatMap(rowsOf), false)), expected.flatMap(rowsOf));
};

describe('columns that were read row by row', () => {
  it('stay in their order where it is right', () => check([0, 1, 2], [0, 1, 2]));
  it('change places where words and sentences say so', () => check([0, 2, 1], [0, 1, 2]));
  it('begin with the one that opens the story', () => check([1, 2, 0], [0, 1, 2]));
  it('stand as the layout has them, where the extractor kept it', () => {
    const page = interleaved(COLUMNS);
    // The third column stands on the left, and an indent or a mark moves a row by a few places.
    const left = (i: number): number => [22, 44, 2][i % 3] + (i < 3 ? 2 : i % 2);
    const rows = page.sheet.rows.map((row, i) => ({ ...row, left: left(i) }));
    const placed = { ...page, sheet: { ...page.sheet, rows, flowing: rows } };
    const body = makeBody(placed, [0, 1, 2].flatMap(rowsOf), false);
    assert.deepEqual(inReadingOrder(placed, body), [2, 0, 1].flatMap(rowsOf));
  });
  it('are left alone where they were read one after the other', () => {
    const { page: draft, odds } = draftOf(...COLUMNS[1], ...COLUMNS[0]);
    const page = { ...order(draft, odds, weights), previous: new Map([1, 2, 4, 5].map((i) => [i, i - 1])) };
    assert.deepEqual(inReadingOrder(page, makeBody(page, [0, 1, 2, 3, 4, 5], false)), [0, 1, 2, 3, 4, 5]);
  });
  it('lose no row, however they were joined', () => {
    const page = interleaved(COLUMNS);
    const rows = COLUMNS.flat().map((_, i) => i);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 1 }), (some) => {
        const result = inReadingOrder(page, makeBody(page, some, false));
        assert.deepEqual([...result].sort(), [...some].sort());
      }),
      { numRuns: 200 },
    );
  });
});
