import assert from 'node:assert/strict';
import type { Body } from '../../../server/src/page/links';
import { rowsOf } from '../../../server/src/page/storyParagraphs';
import { draftOf } from './rowsOf';

/** The rows of a story with these rows and, apart from them, those of names. */
const check = (
  lines: readonly string[],
  rows: readonly number[],
  asides: readonly number[],
  expected: string,
): void => {
  const { page } = draftOf(...lines);
  const body = { rows, asides: asides.map((row) => ({ row, why: [] })) } as unknown as Body;
  assert.equal(rowsOf(page, body).join(' '), expected);
};

describe('the rows of a story', () => {
  const text = ['新桥昨天通车，两岸的村民送来了锦旗。（林舟、', '周望舒）', '老街的夜市昨晚重新开张，摊位多了一倍。'];

  it('have names that stand apart behind them', () => check(['□ 林舟', ...text.slice(1)], [2, 1], [0], '2 1 0'));
  it('have the second half of a byline behind the first', () => check(text, [0, 2], [1], '0 1 2'));
});
