import assert from 'node:assert/strict';
import { adoptFragments } from '../../../server/src/page/fragments';
import { makeBody } from '../../../server/src/page/links';
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
function adopted(pieces: readonly (readonly string[])[], titled: readonly number[]): number {
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
  return adoptFragments(page, { sequel: { bias: 0 } }, bodies, links).length;
}

const check = (pieces: readonly (readonly string[])[], titled: readonly number[], expected: number): void =>
  assert.equal(adopted(pieces, titled), expected);

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
});
