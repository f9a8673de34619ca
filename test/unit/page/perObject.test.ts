import assert from 'node:assert/strict';
import { perObject } from '../../../server/src/page/perObject';

describe('a function that is worked out once for each object', () => {
  it('is asked once for each, whatever it gives', () => {
    let asked = 0;
    const isEmpty = perObject((list: readonly number[], least: number) => {
      asked++;
      return list.length < least;
    });
    const [empty, full] = [[], [1, 2]];
    assert.deepEqual(
      [empty, full, empty, full].map((list) => isEmpty(list, 1)),
      [true, false, true, false],
    );
    assert.equal(asked, 2);
  });
});
