import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberSet } from '../../../server/src/text/numberSet';

const LIMIT = 100;

describe('a set of numbers', () => {
  it('gives them back in rising order, each once, and is empty then', () => {
    const set = new NumberSet(LIMIT);
    fc.assert(
      fc.property(fc.array(fc.nat(LIMIT - 1)), (numbers) => {
        for (const number of numbers) set.add(number);
        assert.deepEqual(
          [...set.drain()],
          [...new Set(numbers)].sort((a, b) => a - b),
        );
        assert.equal(set.drain().length, 0);
      }),
    );
  });
});
