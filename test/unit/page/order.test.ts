import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findTracks } from '../../../server/src/page/order';

/*
 * Rows are named by their column and place in it: a2 goes on from a1. The score is what the words of a break tell: high
 * where one row does go on from the other, low where it does not, and nothing where the break falls between words.
 */

const SURE = 4;
const AGAINST = -5;

interface Clues {
  /** Rows whose breaks tell nothing. */
  readonly silent?: string;
  /** Rows that stand in one text box with the row before. */
  readonly inBox?: string;
  /** What a break tells between rows of one column, and where there is none. */
  readonly sure?: number;
  readonly against?: number;
  readonly affinity?: (a: string, b: string) => number;
  /** Rows that end a sentence. */
  readonly ends?: string;
}

function tracks(
  names: readonly string[],
  { silent = '', inBox = '', sure = SURE, against = AGAINST, affinity, ends = '' }: Clues = {},
): string[] {
  const goesOn = (a: string, b: string): boolean => a[0] === b[0] && Number(b.slice(1)) === Number(a.slice(1)) + 1;
  const score = (a: number, b: number): number => {
    if (silent.split(' ').includes(names[b])) return 0;
    return goesOn(names[a], names[b]) ? sure : against;
  };
  const previous = findTracks(
    names.map((_, i) => i),
    {
      score,
      inBox: (row) => inBox.split(' ').includes(names[row]),
      ends: (row) => ends.split(' ').includes(names[row]),
      affinityWith: affinity && ((row) => (other) => affinity(names[other], names[row])),
    },
  );
  const next = new Map([...previous].map(([b, a]) => [a, b]));
  return names.flatMap((_, i) => {
    if (previous.has(i)) return [];
    const track = [names[i]];
    for (let j = next.get(i); j !== undefined; j = next.get(j)) track.push(names[j]);
    return [track.join(' ')];
  });
}

const check = (rows: string, expected: readonly string[], clues?: Clues): void =>
  assert.deepEqual(tracks(rows.split(' '), clues), expected);

describe('the reading order', () => {
  it('of one column is the order of its rows', () => check('a1 a2 a3 a4', ['a1 a2 a3 a4']));

  it('of columns one after the other is the order of the page; where a story ends is asked later', () =>
    check('a1 a2 a3 b1 b2 b3', ['a1 a2 a3 b1 b2 b3']));

  it('is the page’s own where reading in turns is hardly likelier', () => {
    check('a1 b1 a2 b2', ['a1 b1 a2 b2'], { sure: 0, against: -2 });
    check('a1 b1 a2 b2', ['a1 a2', 'b1 b2'], { sure: 0, against: -4 });
  });

  it('is the page’s own where rows do not read on in turns either', () => {
    const names = 'a1 b1 a2 b2 a3 b3 a4 b4 a5 b5';
    check(names, ['a1 a2 a3 a4 a5', 'b1 b2 b3 b4 b5'], { sure: -2, against: -4 });
    check(names, [names], { sure: -3, against: -3.9 });
  });

  it('is the page’s own where most rows end a sentence', () => {
    const names = 'a1 b1 a2 b2 a3 b3';
    check(names, ['a1 a2 a3', 'b1 b2 b3'], { ends: 'a1 b2 a3' });
    check(names, [names], { ends: 'a1 b1 a2 b2' });
  });

  it('of columns read row by row follows each column', () =>
    check('a1 b1 c1 a2 b2 c2 a3 b3 c3', ['a1 a2 a3', 'b1 b2 b3', 'c1 c2 c3']));

  it('goes on where one of the columns has ended', () =>
    check('a1 b1 c1 a2 b2 c2 a3 c3 a4 c4', ['a1 a2 a3 a4', 'b1 b2', 'c1 c2 c3 c4']));

  it('opens a track for a column that begins further down', () =>
    check('a1 b1 a2 b2 a3 b3 c1 a4 b4 c2', ['a1 a2 a3 a4', 'b1 b2 b3 b4', 'c1 c2']));

  it('opens the columns of a story side by side, though breaks tell little', () =>
    check(
      'a1 b1 c1 a2 b2 c2 d1 e1 f1 a3 b3 c3 d2 e2 f2',
      ['a1 a2 a3', 'b1 b2 b3', 'c1 c2 c3', 'd1 d2', 'e1 e2', 'f1 f2'],
      { silent: 'a3 b3 c3', against: -1 },
    ));

  it('ends the columns of a story side by side', () =>
    check('a1 b1 c1 d1 e1 a2 b2 c2 d2 e2 d3 e3', ['a1 a2', 'b1 b2', 'c1 c2', 'd1 d2 d3', 'e1 e2 e3'], {
      against: -0.5,
    }));

  it('carries over a break that tells nothing', () =>
    check('a1 b1 a2 b2 a3 b3 a4 b4', ['a1 a2 a3 a4', 'b1 b2 b3 b4'], { silent: 'a3' }));

  it('follows the words of a track where breaks tell nothing', () => {
    const clues: Clues = { silent: 'b3 c3 b4 c4', against: -1 };
    const rows = 'a1 b1 c1 a2 b2 c2 b3 c3 b4 c4';
    check(rows, ['a1 a2 b3 c4', 'b1 b2 c3', 'c1 c2 b4'], clues);
    const affinity = (a: string, b: string): number => (a[0] === b[0] ? 2 : -2);
    check(rows, ['a1 a2', 'b1 b2 b3 b4', 'c1 c2 c3 c4'], { ...clues, affinity });
  });

  it('keeps the rows of one text box together, and lets the other columns pass meanwhile', () =>
    check('a1 a2 b1 c1 b2 c2 a3 b3 c3 a4 b4 c4', ['a1 a2 a3 a4', 'b1 b2 b3 b4', 'c1 c2 c3 c4'], { inBox: 'a2' }));

  it('reads on within a text box, though other columns wait and the words tell nothing', () =>
    check('a1 b1 c1 a2 b2 c2 a3 a4 b3 c3 b4 c4 a5 b5 c5', ['a1 a2 a3 a4 a5', 'b1 b2 b3 b4 b5', 'c1 c2 c3 c4 c5'], {
      silent: 'a4',
      inBox: 'a4',
    }));

  it('of no rows is empty', () => assert.deepEqual(tracks([]), []));

  it('gives each row one row before it and one behind it at most', () => {
    const scores = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 30 }), (values, count) => {
        const order = Array.from({ length: count }, (_, i) => i);
        const previous = findTracks(order, { score: (a, b) => values[(a * 31 + b * 17) % 64] });
        assert.equal(new Set(previous.values()).size, previous.size);
        for (const [to, from] of previous) assert.ok(from < to);
      }),
      { numRuns: 100 },
    );
  });
});
