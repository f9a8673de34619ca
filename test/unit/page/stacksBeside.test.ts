import assert from 'node:assert/strict';
import { readRows } from '../../../server/src/page/rows';
import { stacksBeside } from '../../../server/src/page/stacksBeside';
import { splitLines } from '../../../server/src/text/lines';

/** The headlines that stand beside the rows of a text, and the rows without their characters. */
const check = (lines: readonly string[], headlines: readonly string[], rows: readonly string[]): void => {
  const text = lines.join('\n');
  const sheet = readRows(text);
  const bare = sheet.rows.map((row) => row.bare);
  const found = sheet.stacks.map((stack) => stack.rows.map((i) => bare[i]).join(''));
  assert.deepEqual(found, headlines);
  assert.deepEqual(bare.slice(0, bare.length - found.join('').length), rows);
  assert.equal(stacksBeside(text, splitLines(text)).length, headlines.length);
};

const BESIDE = [
  '柳 本报讯 （记者 周望舒）昨',
  '湾 日上午，柳河两岸锣鼓喧天，',
  '架 横跨柳河的便民桥正式通车，',
  '新 两岸三个村的群众从此不必绕',
  '桥 行十二公里的山路。',
];
const ROWS = [
  '本报讯（记者周望舒）昨',
  '日上午，柳河两岸锣鼓喧天，',
  '横跨柳河的便民桥正式通车，',
  '两岸三个村的群众从此不必绕',
  '行十二公里的山路。',
];
const OTHERS = ['县水务局的工程师说，红旗干', '渠全长四十公里，年内可以全'];

describe('a vertical headline read along with the rows beside it', () => {
  it('is told from the rows', () => check(BESIDE, ['柳湾架新桥'], ROWS));

  it('may have lines of other columns in between', () =>
    check(
      [...BESIDE.slice(0, 2), ...OTHERS, ...BESIDE.slice(2)],
      ['柳湾架新桥'],
      [...ROWS.slice(0, 2), ...OTHERS, ...ROWS.slice(2)],
    ));

  it('has four characters at least: three such lines are chance', () =>
    check(
      BESIDE.slice(0, 3),
      [],
      ['柳本报讯（记者周望舒）昨', '湾日上午，柳河两岸锣鼓喧天，', '架横跨柳河的便民桥正式通车，'],
    ));

  it('is none where lines are letter-spaced', () => {
    const spaced = [
      '生 而 与 酒 结 缘 的 人',
      '英 雄 所 见 略 同 啊 呀',
      '南 湖 的 春 天 来 得 早',
      '老 街 夜 市 重 新 开 张',
    ];
    check(
      spaced,
      [],
      spaced.map((line) => line.replace(/ /g, '')),
    );
  });

  it('is none where short names stand behind a surname', () =>
    check(['王 伟', '李 敏', '周 望舒', '林 舟'], [], ['王伟', '李敏', '周望舒', '林舟']));

  it('ends at a blank line: three characters on each side of one are no headline', () => {
    const [before, after] = [BESIDE.slice(0, 3), BESIDE.slice(2)];
    const rows = [...before, ...after].map((line) => line.replace(/ /g, ''));
    check([...before, '', ...after], [], rows);
  });

  it('stands before the row beside its first character', () => {
    const sheet = readRows([...OTHERS, ...BESIDE].join('\n'));
    assert.equal(sheet.rows[sheet.stacks[0].beside].bare, ROWS[0]);
  });
});
