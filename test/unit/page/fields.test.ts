import assert from 'node:assert/strict';
import { fieldsOf } from '../../../server/src/page/fields';
import { draftOf } from './rowsOf';

/** The names of the bylines of the rows (indices, in reading order) of a page. */
const check = (lines: readonly string[], rows: readonly number[], expected: readonly string[]): void => {
  const { bylines } = fieldsOf(draftOf(...lines).page, rows);
  assert.deepEqual(
    bylines.flatMap(({ parts }) => parts.flatMap(({ names }) => names.map(({ name }) => name))),
    expected,
  );
};

describe('the bylines of a story', () => {
  const inOrder = ['本报讯（记者林舟、', '周望舒）昨天新桥通车，两岸的', '村民不用再坐渡船过河了。'];

  it('are those of its rows', () => check(inOrder, [0, 1, 2], ['林舟', '周望舒']));

  it('are none where a row of another story is part of them', () => check(inOrder, [1, 2], []));

  it('are read anew where columns stand between', () => {
    const sideBySide = [inOrder[0], '老街的夜市昨晚重新开张，摊位', inOrder[1], '比去年多了一倍。', inOrder[2]];
    check(sideBySide, [0, 2, 4], ['林舟', '周望舒']);
    check(sideBySide, [1, 3], []);
  });
});
