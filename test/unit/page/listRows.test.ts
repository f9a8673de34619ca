import assert from 'node:assert/strict';
import { listsOf } from '../../../server/src/page/listRows';
import { checkTitles, type Line } from './checkTitles';
import { draftOf } from './rowsOf';

const ended: Line = ['村民们都说方便多了。', 0];
const list: readonly Line[] = [
  ['一等奖 渡口小学', 0.9],
  ['二等奖 江北小学', 0.9],
  ['三等奖 柳河小学', 0.6],
];
const text: Line = ['柳河大桥从去年秋天开始动工，', 0];

describe('rows of a few fields each', () => {
  it('are a list and no titles, and the row right above them is what it is called', () => {
    check([ended, ['获奖名单', 0.01], ...list, text], ['获奖名单']);
    check([ended, ['\n获奖名单', 0.01], ...list, text], ['\n获奖名单']);
  });
  it('but no list between columns that were kept in their places', () => {
    const { page } = draftOf(ended[0], ...list.map(([row]) => row), text[0]);
    const other = { isAside: () => false, isCaption: () => false, isFurniture: () => false };
    const placed = { ...page.sheet, flowing: page.sheet.flowing.map((row) => ({ ...row, left: 0 })) };
    assert.equal(listsOf(page, other).rows.size, 3);
    assert.equal(listsOf({ ...page, sheet: placed }, other).rows.size, 0);
  });
  it('but two of them may be lines of a title', () =>
    check([ended, ...list.slice(0, 2), text], ['一等奖 渡口小学', '二等奖 江北小学']));
  it('nor where a blank line stands between', () => {
    const [first, [second], third] = list;
    check([first, [`\n${second}`, 0.9], third], ['一等奖 渡口小学', `\n${second}`, '三等奖 柳河小学']);
  });
  it('nor letter-spaced lines, or rows of padded names', () => {
    const spaced: readonly Line[] = ['云南 建 成 高架', '公路 通 车 典礼', '柳河 两 岸 欢腾'].map((row) => [row, 0.9]);
    check(
      [ended, ...spaced, text],
      spaced.map(([row]) => row),
    );
  });
  it('nor rows with marks of running text or open brackets', () => {
    for (const mark of ['，', '（']) {
      const marked: readonly Line[] = list.map(([row], n) => [`${row}${mark}${n === 2 ? '四' : '五'}`, 0.9]);
      check([ended, ...marked, ['六）', 0.9], text], [...marked.map(([row]) => row), '六）']);
    }
  });
  it('nor rows of bylines', () => {
    const signed = ['□ 林致远 宋怀玉', '□ 柳文远 江晓雨', '□ 蒋文博 田野'].map((row): Line => [row, 0.9]);
    check(
      [ended, ...signed, text],
      signed.map(([row]) => row),
    );
  });
  it('nor where OCR read them', () =>
    check(
      [ended, ...list, text],
      list.map(([row]) => row),
      true,
    ));
  it('and no text, name, caption or wide row is what a list is called', () => {
    check([['村民们都说方便，多了', 0.01], ...list], []);
    check([['柳文远', 'byline'], ...list], []);
    check([['渡口小学的孩子们', 'caption'], ...list], []);
    check([['渡口小学江北小学柳河小学三所小学今年一同办了一场运动会', 0.01], ...list], []);
    check([ended, ['获奖名单', 0.01], [`\n${list[0][0]}`, 0.9], list[1], list[2], text], []);
  });
});

const check = checkTitles;
