import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeBody } from '../../../server/src/page/links';
import { order } from '../../../server/src/page/ordered';
import { settle } from '../../../server/src/page/settle';
import { titleBlocks } from '../../../server/src/page/titles';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const NIGHT_MARKET = [
  '　　停业半年的南门老街夜市昨晚重新',
  '开张。改造后的夜市摊位由路边挪进了',
  '院子，统一了水电、排污和油烟净化设',
  '施，210个摊位当晚全部营业。夜市的',
  '摊主卢春生说，老街的顾客又回来了。',
];
const SOLAR_CANAL = [
  '　　在永丰县红旗干渠上，一排排太阳',
  '能板像给渠道盖上了屋顶。记者在现场',
  '看到，首批3.2公里的光伏渠段已经并',
  '网发电。太阳能板每年可发电四百万千',
  '瓦时，干渠里的水也少蒸发了不少呢。',
];

/** The stories that come of stories beginning at these rows: the rows of each. */
function settled(text: readonly string[], titles: readonly string[], begins: readonly number[]): (readonly number[])[] {
  const { page: draft, odds } = draftOf(...text, ...titles);
  const page = order(draft, odds, weights);
  const blocks = titleBlocks(page, page.title, weights.together);
  assert.equal(blocks.length, titles.length);
  const edges = [...begins, text.length];
  const bodies = begins.map((from, n) =>
    makeBody(
      page,
      text.slice(from, edges[n + 1]).map((_, i) => from + i),
      false,
    ),
  );
  return settle(page, weights, blocks, bodies).map(({ rows }) => rows);
}

const check = (
  text: readonly string[],
  titles: readonly string[],
  begins: readonly number[],
  expected: readonly number[],
): void =>
  assert.deepEqual(
    settled(text, titles, begins).map(([first]) => first),
    expected,
  );

describe('stories and titles settle together', () => {
  const both = [...NIGHT_MARKET, ...SOLAR_CANAL];

  it('a story with two titles in it is two', () => check(both, ['老街夜市重新开张', '干渠架起太阳能板'], [0], [0, 5]));
  it('a story with one title stays one', () => check(NIGHT_MARKET, ['老街夜市重新开张'], [0], [0]));
  it('two stories with a title each stay two', () =>
    check(both, ['老街夜市重新开张', '干渠架起太阳能板'], [0, 5], [0, 5]));
  it('halves that one title fits are one', () => check(NIGHT_MARKET, ['老街夜市重新开张摊位挪进院子'], [0, 3], [0]));

  it('halves are two where the first is signed', () => {
    const joining = { ...weights, split: { bias: -9 }, sequel: { bias: 9 } };
    const stories = (sign: readonly string[]): number => {
      const { page: draft, odds } = draftOf(...NIGHT_MARKET, ...sign, ...SOLAR_CANAL, ...sign);
      const page = order(draft, odds, weights);
      const rows = draft.sheet.rows.map((_, i) => i);
      const bodies = [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2)];
      const parts = bodies.map((own) => makeBody(page, own, false));
      return settle(page, joining, [], parts).length;
    };
    assert.equal(stories([]), 1);
    assert.equal(stories(['（林舟）']), 2);
  });

  it('no row is lost or read twice, however the stories are cut at first', () =>
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9]), (cuts) => {
        const rows = settled(both, ['老街夜市重新开张', '干渠架起太阳能板'], [0, ...cuts]).flat();
        assert.deepEqual(
          [...rows].sort((a, b) => a - b),
          both.map((_, i) => i),
        );
      }),
      { numRuns: 100 },
    ));
});
