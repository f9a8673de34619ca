import assert from 'node:assert/strict';
import { listedLines } from '../../../server/src/text/fieldRows';
import { splitLines } from '../../../server/src/text/lines';

/** Which of the lines (numbered from 0) stand for themselves. */
const check = (lines: readonly string[], ...expected: readonly number[]): void => {
  const text = lines.join('\n');
  assert.deepEqual(
    [...listedLines(text, splitLines(text))].sort((a, b) => a - b),
    expected,
  );
};

describe('lines that stand for themselves', () => {
  it('are rows of names', () => check(['获奖名单公布如下。', '丁 宁 王 明 李小红', '张小红 赵 静 刘 洋'], 1, 2));
  it('are such rows with blank lines between', () => check(['丁 宁 李小红 王 明', '', '张小红 赵 静 刘 洋'], 0, 2));
  it('are the rows of a table with its head', () =>
    check(['名次 球队 积分', '1 海燕 46 14', '2 雄狮 43 13', '3 飞鹰 38 11'], 0, 1, 2, 3));
  it('are neighbours that look like rows of fields, each of its own shape', () =>
    check(['600000 浦江银行 7.25 0.31', '浦江港口 12.4 -0.2'], 0, 1));
  it('are not one row alone, which may be text', () =>
    check(['河湾村评出十佳村民', '丁 宁 王 明 李小红', '三人将到省里领奖。']));
  it('are no letter-spaced text', () => check(['随 着 网 络 的 发 展', '人 们 的 生 活 变 了']));
  it('are no text with marks', () => check(['会上，丁 宁 王 明 李小红说，', '今年 收成 很好，']));
});
