import { strict as assert } from 'node:assert';
import { falls, raised } from '../../../scripts/ratchet';

const best = { all: { b3: 0.8, errorTight: 0.02 } };

describe('the ratchet of scores', () => {
  const cases: [string, Record<string, Record<string, number>>, string[]][] = [
    ['the same figures', best, []],
    ['better ones', { all: { b3: 0.9, errorTight: 0.01 } }, []],
    ['a share that fell', { all: { b3: 0.7999, errorTight: 0.02 } }, ['b3']],
    ['an error rate that rose', { all: { b3: 0.8, errorTight: 0.021 } }, ['errorTight']],
    ['a difference of rounding', { all: { b3: 0.79999, errorTight: 0.020001 } }, []],
    ['a figure not measured', { all: { b3: 0.8 } }, ['errorTight']],
    ['a group not measured', {}, ['b3', 'errorTight']],
  ];
  for (const [name, got, expected] of cases) {
    it(`says of ${name} what fell: ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(
        falls(best, got).map(({ figure }) => figure),
        expected,
      );
    });
  }

  it('raises each figure by itself', () => {
    const got = { all: { b3: 0.7, errorTight: 0.01, jump: 0.5 }, seed: { b3: 1 } };
    assert.deepEqual(raised(best, got), { all: { b3: 0.8, errorTight: 0.01, jump: 0.5 }, seed: { b3: 1 } });
  });
});
