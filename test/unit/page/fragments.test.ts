import assert from 'node:assert/strict';
import { adoptFragments } from '../../../server/src/page/fragments';
import { type Body, makeBody } from '../../../server/src/page/links';
import { order } from '../../../server/src/page/ordered';
import type { Link } from '../../../server/src/page/titleLinks';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const TEXT = [
  '永丰县红旗干渠上一排排太阳能板像',
  '给渠道盖上了屋顶，首批三公里的光',
  '伏渠段已经并网发电，全年可发四百',
  '万千瓦时，干渠里的水也少蒸发了。',
];

/** The stories after `pieces` (text, a row a line) were looked through; those in `titled` have a title. */
function adopt(pieces: readonly (readonly string[])[], titled: readonly number[]): readonly Body[] {
  const { page: draft, odds } = draftOf(...pieces.flat());
  const page = order(draft, odds, weights);
  let row = 0;
  const bodies = pieces.map((lines) =>
    makeBody(
      page,
      lines.map(() => row++),
      false,
    ),
  );
  const links = titled.map((body): Link => ({ block: 0, body, score: 1, why: [] }));
  // Whatever the text says: what is a fragment is in question here, not whose.
  return adoptFragments(page, { sequel: { bias: 0 } }, bodies, links);
}

/** The row that the first story is read from. */
const firstRowOf = (pieces: readonly (readonly string[])[], titled: readonly number[]): number =>
  adopt(pieces, titled)[0].rows[0];

const check = (pieces: readonly (readonly string[])[], titled: readonly number[], expected: number): void =>
  assert.equal(adopt(pieces, titled).length, expected);

describe('fragments', () => {
  it('are short pieces without title or lead', () => {
    check([TEXT, TEXT.slice(2)], [0], 1);
    check([TEXT, TEXT.slice(2)], [0, 1], 2);
    check([TEXT, ['新华社永丰2月18日电（记者林舟）', ...TEXT]], [0], 2);
  });

  it('are pieces with a lead of three rows at most', () =>
    check([TEXT, ['新华社永丰2月18日电（记者林舟）', ...TEXT.slice(2)]], [0], 1));

  it('are short pieces that go on from another page: no story is told in so few rows there', () =>
    check([TEXT, ['（上接第一版）', ...TEXT]], [0], 1));

  it('go behind no story that is signed', () => {
    const torn = ['渠边的果园也喝上了渠水，园主们', '说，今年的苹果'];
    const signed = [...TEXT, '（林舟）'];
    check([TEXT, torn], [0], 1);
    assert.equal(firstRowOf([signed, torn], [0]), signed.length);
    assert.equal(firstRowOf([TEXT, torn], [0]), 0);
  });

  it('go between the rows that stand around them', () => {
    const { page: draft, odds } = draftOf(...TEXT, ...TEXT);
    const page = order(draft, odds, weights);
    const bodies = [
      [4, 5, 6, 7],
      [0, 3],
      [1, 2],
    ].map((rows) => makeBody(page, rows, false));
    const links = [0, 1].map((body): Link => ({ block: body, body, score: 1, why: [] }));
    assert.deepEqual(
      adoptFragments(page, { sequel: { bias: 0 } }, bodies, links).map(({ rows }) => rows),
      [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
      ],
    );
  });

  it('but not with a lead between rows of a story that has one', () => {
    const { page: draft, odds } = draftOf(
      '本报讯（记者林舟）渠水流进了田里',
      '新华社永丰2月18日电（记者周望舒）',
      TEXT[3],
    );
    const page = order(draft, odds, weights);
    const bodies = [[0, 2], [1]].map((rows) => makeBody(page, rows, false));
    const links: Link[] = [{ block: 0, body: 0, score: 1, why: [] }];
    assert.equal(adoptFragments(page, { sequel: { bias: 0 } }, bodies, links).length, 2);
  });
});
