import assert from 'node:assert/strict';
import { Listing } from '../../../server/src/text/listing';
import { Lists } from '../../../server/src/text/lists';

/** Lists with more room than they need. */
function listsOf(...all: readonly (readonly number[])[]): Lists {
  const lists = new Lists(all.length, 20);
  for (const list of all) {
    for (const number of list) lists.put(number);
    lists.close();
  }
  return lists;
}

describe('lists in one array', () => {
  it('stand one behind the other, empty ones too', () => {
    const lists = listsOf([3, 1], [], [2]);
    assert.deepEqual([...lists.starts], [0, 2, 2, 3]);
    assert.deepEqual([...lists.numbers.slice(0, lists.total)], [3, 1, 2]);
    assert.deepEqual(
      [0, 1, 2].map((n) => lists.lengthOf(n)),
      [2, 0, 1],
    );
  });

  it('tell the other way round in which of them a number stands', () => {
    const listing = new Listing(listsOf([0, 2], [], [2]), 3);
    const sums = new Float64Array(3);
    listing.addTo(sums, 2, 5);
    assert.deepEqual([...sums], [5, 0, 5]);
    assert.deepEqual(
      [0, 1, 2].map((n) => listing.countOf(n)),
      [1, 0, 2],
    );
    assert.equal(listing.total, 3);
  });
});
