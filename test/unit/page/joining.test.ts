import assert from 'node:assert/strict';
import { joinRuns } from '../../../server/src/page/joining';
import { order } from '../../../server/src/page/ordered';
import { makeRun } from '../../../server/src/page/runs';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const TEXT = ['南门的老街夜市昨晚重新开张，摊主', '都说方便多了。'];
const SIGNED = [...TEXT, '（林舟）'];
const REST = ['渠边的果园也喝上了渠水，园主们说', '今年的苹果比去年的甜。'];

/** How many stories two runs make where all evidence wants every pair joined. */
function check(first: readonly string[], second: readonly string[], expected: number): void {
  const { page: draft, odds } = draftOf(...first, ...second);
  const page = order(draft, odds, weights);
  const rows = draft.sheet.rows.map((_, i) => i);
  const runs = [makeRun(page, rows.slice(0, first.length)), makeRun(page, rows.slice(first.length))];
  assert.equal(joinRuns(page, runs, { sequel: { bias: 9 } }, new Map()).length, expected);
}

describe('runs', () => {
  it('are joined where they want one another', () => check(TEXT, REST, 1));
  it('but not where both are signed', () => check(SIGNED, [...REST, '（周望舒）'], 2));
});
