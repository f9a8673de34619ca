import assert from 'node:assert/strict';
import { boundaryEvidence, boundaryOdds } from '../../../server/src/page/boundaries';
import { order } from '../../../server/src/page/ordered';
import { runsOf } from '../../../server/src/page/runs';
import { weigh } from '../../../server/src/page/weights';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

/** The runs of rows, read one after the other, where the evidence is for a story's end everywhere. */
function check(rows: readonly string[], expected: readonly (readonly number[])[], ocr = false): void {
  const { page: draft, odds } = draftOf(...rows);
  const page = { ...order(draft, odds, weights), ocr, chains: [rows.map((_, i) => i)] };
  const { runs } = runsOf(page, { bias: 9 }, 0.5);
  assert.deepEqual(
    runs.map((run) => run.rows),
    expected,
  );
}

describe('a story that may end at every row', () => {
  const end = '老人孩子都说方便。';
  it('ends there', () => check([end, '“桥修好了”', end], [[0], [1], [2]]));
  it('but not before a mark that goes on from the row before', () =>
    check([end, '”他说完就走了。', '，桥上热闹起来。', end], [[0, 1, 2], [3]]));
  it('but not before a dateline that stands behind what it dates, on a row of its own', () => {
    for (const dateline of ['（据新华社北京3月5日电）', '以上均据新华社电']) check([end, dateline, end], [[0, 1], [2]]);
    check([end, '据新华社北京3月5日电', end], [[0], [1], [2]]);
    check([end, `${end}（新华社北京3月5日电）`, end], [[0], [1], [2]]);
  });
  it('but not before a line that tells where it goes on, on a row of its own', () => {
    check([end, '（下转第3版）', end], [[0, 1], [2]]);
    check([end, '桥通了。（下转第3版）', end], [[0], [1], [2]]);
  });
  it('but not in a block that blank lines part from others, unless a form opens or closes a story', () => {
    check(
      [end, end, `\n${end}`, end],
      [
        [0, 1],
        [2, 3],
      ],
    );
    check([end, '本报讯（记者林舟）桥通了。', `\n${end}`], [[0], [1], [2]]);
    check([`${end}（林舟）`, end, `\n${end}`], [[0], [1], [2]]);
  });
  it('which OCR reads where there is none', () => check([end, '”他说完就走了。'], [[0], [1]], true));
});

describe('a story that ends at no row', () => {
  it('ends behind a dateline that closes it', () => {
    const end = '老人孩子都说方便。';
    const { page: draft, odds } = draftOf(end, '（据新华社北京3月5日电）', end);
    const page = { ...order(draft, odds, weights), chains: [[0, 1, 2]] };
    assert.deepEqual(
      runsOf(page, { bias: -9 }, 0.5).runs.map(({ rows }) => rows),
      [[0, 1], [2]],
    );
  });
});

describe('the odds of a story’s end', () => {
  const { page: draft, odds } = draftOf('老人孩子都说方便。', '夜市摊位全部营业', '夜市重新开张', '便民桥通车了');
  const { boundary } = order(draft, odds, weights);
  const chain = [0, 1, 2, 3];
  const exact = (k: number): number => weigh(weights.boundary, (emit) => boundaryEvidence(boundary, chain, k, emit));

  it('are exact above what they are asked to reach, and no more than that below', () => {
    for (const k of [1, 2, 3]) {
      for (const least of [exact(k) - 0.5, exact(k) + 0.5, 20]) {
        const found = boundaryOdds(boundary, weights.boundary, chain, k, least);
        if (exact(k) > least) assert.ok(Math.abs(found - exact(k)) < 1e-9);
        else assert.ok(found <= least);
      }
    }
  });
});
