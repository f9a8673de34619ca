import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsInTurns, type TurnClues } from '../../../server/src/page/turns';

/** Where nothing is known of the rows but the order in which they were read. */
const NOTHING: TurnClues = {
  reads: () => 0,
  isSaid: () => false,
  inBox: () => false,
  first: () => 0,
  last: () => 0,
};

/** A page on which the rows a1, a2 … of column a, and so on, were read in this order; `·` is a row of another story. */
class Reading {
  private readonly names: readonly string[];
  readonly rows: readonly number[];

  constructor(order: string) {
    this.names = order.split(' ');
    this.rows = this.names.map((_, row) => row).filter((row) => this.names[row] !== '·');
  }

  at = (row: number): string => this.names[row];

  /** Log-odds for the pairs that are named (`a1→a2`), `other` for all others. */
  pairs =
    (named: string, odds: number, other = 0) =>
    (a: number, b: number): number =>
      named.split(' ').includes(`${this.at(a)}→${this.at(b)}`) ? odds : other;
}

const check = (order: string, expected: string, clues: (reading: Reading) => Partial<TurnClues> = () => ({})): void => {
  const reading = new Reading(order);
  const columns = columnsInTurns(reading.rows, { ...NOTHING, ...clues(reading) });
  assert.equal(columns.map((column) => column.map(reading.at).join(' ')).join(' / '), expected);
};

describe('columns that were read in turns', () => {
  it('stand in the order of their first rows', () =>
    check('a1 b1 c1 a2 b2 c2 a3 b3 c3', 'a1 a2 a3 / b1 b2 b3 / c1 c2 c3', ({ pairs }) => ({
      reads: pairs('a1→a2 b1→b2 c1→c2', 1),
    })));
  it('are one where each row reads on in the next', () => {
    const named = 'a1→a2 a2→a3 a3→a4 a4→a5';
    check('a1 a2 a3 a4 a5', 'a1 a2 a3 a4 a5', ({ pairs }) => ({ reads: pairs(named, 2, -2) }));
  });
  it('are passed over where a row went to another story', () =>
    check('a1 b1 c1 a2 c2 a3 b3 c3 a4 b4 c4', 'a1 a2 a3 a4 / b1 b3 b4 / c1 c2 c3 c4', ({ pairs }) => ({
      reads: pairs('c1→c2 a1→a2 b1→b3 a3→a4', 2, -1),
    })));
  it('end, one before the other', () => {
    const column = (name: string, length: number): string[] => Array.from({ length }, (_, n) => `${name}${n + 1}`);
    const columns = [column('a', 9), column('b', 2), column('c', 9)];
    const order = column('', 9).flatMap((n) => columns.map((rows) => rows[Number(n) - 1] ?? '·'));
    const named = columns.flatMap((rows) => rows.slice(1).map((row, n) => `${rows[n]}→${row}`)).join(' ');
    const expected = columns.map((rows) => rows.join(' ')).join(' / ');
    check(order.join(' '), expected, ({ pairs }) => ({ reads: pairs(named, 2, -1) }));
  });
  it('begin late, to the right', () =>
    check('a1 a2 a3 b1 a4 b2 a5 b3', 'a1 a2 a3 a4 a5 / b1 b2 b3', ({ pairs }) => ({
      reads: pairs('a1→a2 a2→a3 a3→a4 a4→a5 b1→b2 b2→b3', 3, -3),
    })));
  it('begin late, to the left of all, below a title', () =>
    check('b1 b2 a1 b3 a2 b4 a3 b5', 'a1 a2 a3 / b1 b2 b3 b4 b5', ({ pairs, at }) => ({
      reads: pairs('b1→b2 b2→b3 b3→b4 b4→b5 a1→a2 a2→a3', 3, -3),
      first: (row) => (at(row) === 'a1' ? 5 : 0),
    })));
  it('stand as their rows follow one another in each turn, wherever the first turn began', () => {
    const turns = Array.from({ length: 12 }, (_, n) => n + 1);
    const order = ['b1', ...turns.flatMap((n) => ['·', '·', `a${n}`, `b${n + 1}`])].join(' ');
    const column = (name: string, length: number): string[] => Array.from({ length }, (_, n) => `${name}${n + 1}`);
    const [left, right] = [column('a', 12), column('b', 13)];
    const named = [left, right].flatMap((rows) => rows.slice(1).map((row, n) => `${rows[n]}→${row}`)).join(' ');
    check(order, `${left.join(' ')} / ${right.join(' ')}`, ({ pairs }) => ({
      reads: pairs(named, 2, -2),
      isSaid: (a, b) => pairs(named, 1)(a, b) > 0,
    }));
  });
  it('have two rows read at once where the text wants it', () =>
    check('a1 b1 a2 a3 b2 b3 a4 b4', 'a1 a2 a3 a4 / b1 b2 b3 b4', ({ pairs }) => ({
      reads: pairs('a1→a2 a2→a3 a3→a4 b1→b2 b2→b3 b3→b4', 3, -3),
    })));
  it('have two rows read at once where they stand in one text box', () => {
    const order = 'a1 b1 a2 a3 b2 b3 a4 b4';
    const named = ({ at }: Reading) => ({ inBox: (row: number) => ['a3', 'b3'].includes(at(row)) });
    check(order, 'a1 a2 a3 a4 / b1 b2 b3 b4', named);
  });
  it('are more or fewer where the order of the page says so', () => {
    const [order, named] = ['a1 b1 a2 b2 a3 b3', 'a1→a2 b1→b2 a2→a3 b2→b3'];
    check(order, 'a1 a2 a3 / b1 b2 b3', ({ pairs }) => ({ reads: pairs(named, 1.5) }));
    check(order, 'a1 b1 a2 b2 a3 b3', ({ pairs }) => ({
      reads: pairs(named, 1.5),
      isSaid: (a, b) => b === a + 1,
    }));
  });
  it('read on from the foot of one to the head of the next', () =>
    check('b1 a1 b2 a2 b3 a3', 'a1 a2 a3 / b1 b2 b3', ({ pairs }) => ({
      reads: pairs('a1→a2 a2→a3 b1→b2 b2→b3 a3→b1', 4, -6),
      last: (row) => (row === 4 ? 0 : -6),
    })));
  it('keep every row, from top to bottom', () => {
    const odds = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 40 }), odds, (some, scores) => {
        const rows = some.sort((a, b) => a - b);
        const columns = columnsInTurns(rows, { ...NOTHING, reads: (a, b) => scores[(3 * a + b) % 7] });
        assert.deepEqual(
          columns.flat().sort((a, b) => a - b),
          rows,
        );
        for (const column of columns) assert.ok(column.every((row, n) => n === 0 || row > column[n - 1]));
      }),
      { numRuns: 100 },
    );
  });
});
