import assert from 'node:assert/strict';
import { perObject, perPair } from '../../../server/src/page/perObject';

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

describe('a function that is worked out once for each pair of objects', () => {
  it('is asked once for each pair in its order', () => {
    let asked = 0;
    const lengths = perPair((a: readonly number[], b: readonly number[], apart: string) => {
      asked++;
      return `${a.length}${apart}${b.length}`;
    });
    const [empty, full] = [[], [1, 2]];
    assert.deepEqual(
      [lengths(empty, full, '-'), lengths(full, empty, '-'), lengths(empty, full, '-')],
      ['0-2', '2-0', '0-2'],
    );
    assert.equal(asked, 2);
  });
});
