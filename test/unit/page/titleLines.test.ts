import assert from 'node:assert/strict';
import { titleLines, undouble } from '../../../server/src/page/titleLines';
import { draftOf } from './rowsOf';

describe('a headline printed over its shadow', () => {
  for (const [name, text, expected] of [
    ['AA', '云岭深处茶飘香云岭深处茶飘香', '云岭深处茶飘香'],
    ['A A', '云岭深处茶飘香 云岭深处茶飘香', '云岭深处茶飘香'],
    ['AAA', '春到南湖春到南湖春到南湖', '春到南湖'],
    ['A—A', '春到南湖花正好—春到南湖花正好', '春到南湖花正好'],
    ['spread', '云 岭 深 处云 岭 深 处', '云 岭 深 处'],
    ['dashes before both', '——记一位乡村医生——记一位乡村医生', '——记一位乡村医生'],
  ]) {
    it(`${name} is read once`, () => assert.equal(undouble(text), expected));
  }

  for (const text of [
    '云岭深处茶飘香',
    '天天好心情',
    '红红火火红红火火',
    '云岭深处茶飘香云岭深处茶飘',
    '茶飘香茶飘香',
    '',
  ]) {
    const expected = text === '红红火火红红火火' ? '红红火火' : text;
    it(`${text || 'nothing'} reads ${expected || 'nothing'}`, () => assert.equal(undouble(text), expected));
  }

  it('shares the dashes that its copies left behind', () => {
    assert.equal(undouble('———记一位乡村医生—记一位乡村医生'), '——记一位乡村医生');
    assert.equal(undouble('——记一位乡村医生 记一位乡村医生'), '——记一位乡村医生');
  });
});

/** The title lines of a page all of whose rows are titles but those that begin with a dot. */
const lines = (...rows: readonly string[]): string[] => {
  const { page } = draftOf(...rows);
  return titleLines(
    page,
    page.sheet.rows.map(({ bare }) => (bare.startsWith('·') ? 0 : 1)),
  ).map(({ text, rows: own }) => `${text} ${own.join(',')}`);
};

const check = (rows: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(lines(...rows), expected);

describe('title lines', () => {
  it('are rows as they stand', () =>
    check(['投资380万元 惠及三个村', '便民桥修到家门口'], '投资380万元 惠及三个村 0', '便民桥修到家门口 1'));
  it('leave out rows that are none', () => check(['·正文', '便民桥修到家门口', '·正文'], '便民桥修到家门口 1'));
  it('are stacks of one character a row', () => check(['安', '澜', '区', '碧', '水'], '安澜区碧水 0,1,2,3,4'));
  it('are stacks read once where their shadow follows below', () =>
    check([...'碧水安澜碧水安澜'], '碧水安澜 0,1,2,3,4,5,6,7'));
  it('are no stacks of two', () => check(['安', '澜'], '安 0', '澜 1'));
  it('part a stack where text stands between', () =>
    check(['安', '澜', '区', '·正文', '碧', '水', '绕'], '安澜区 0,1,2', '碧水绕 4,5,6'));
  it('are two stacks where a gap parts them', () =>
    check(['安', '澜', '区', '', '碧', '水', '绕'], '安澜区 0,1,2', '碧水绕 3,4,5'));
  it('are one stack where its last characters or its shadow stand behind a gap', () => {
    check(['安', '澜', '区', '碧', '', '水'], '安澜区碧水 0,1,2,3,4');
    check([...'碧水绕', '', ...'新桥通', '', ...'碧水绕', '', ...'新桥通'], '碧水绕新桥通 0,1,2,3,4,5,6,7,8,9,10,11');
    check([...'碧水安澜', '', ...'碧水安澜', '', ...'安澜区'], '碧水安澜 0,1,2,3,4,5,6,7', '安澜区 8,9,10');
  });
  it('take up a copy on a row of its own', () =>
    check(['春到南湖', '花满河州', '春 到 南 湖', '花满河州'], '春到南湖 0,2', '花满河州 1,3'));
  it('leave a refrain where it comes back among other lines', () =>
    check(['唱支山歌', '花满河州', '唱支山歌', '水绕安澜'], '唱支山歌 0', '花满河州 1', '唱支山歌 2', '水绕安澜 3'));
  it('take up no copy of two characters', () => check(['简讯', '简讯'], '简讯 0', '简讯 1'));
  it('take up the copy of a title’s last character with that of its line', () =>
    check(['安澜村新年新气', '象', '安澜村新年新气', '象'], '安澜村新年新气 0,2', '象 1,3'));
  it('take up copies of its last character that share a row', () =>
    check(['便民桥今日通', '车', '便民桥今日通', '车车'], '便民桥今日通 0,2', '车 1,3'));
  it('take up no character that stands again below a vertical title', () =>
    check(['安', '澜', '区', '·正文', '清', '·正文', '清'], '安澜区 0,1,2', '清 4', '清 6'));
  it('leave such a copy out of the vertical title below it', () =>
    check(
      ['安澜村新年新气', '象', '安澜村新年新气', '象', '河', '水', '清'],
      '安澜村新年新气 0,2',
      '象 1,3',
      '河水清 4,5,6',
    ));
  it('are whole again where one was cut in a word and set apart', () => {
    const [first, rest] = ['河湾大桥试行优质服务公布监', '督电话请群众评议'];
    check([first, '·正文', '·正文', rest], `${first}${rest} 0,3`);
    check([first, '·正文', '老街夜市重新开张', rest], `${first}${rest} 0,3`, '老街夜市重新开张 2');
    check([first, rest], `${first} 0`, `${rest} 1`);
    check([first, '·正文', '群众来电话评议'], `${first} 0`, '群众来电话评议 2');
    check([first, ...Array<string>(10).fill('·正文'), rest], `${first} 0`, `${rest} 11`);
  });
});
