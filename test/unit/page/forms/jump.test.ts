import assert from 'node:assert/strict';
import { findForms, formLines } from '../../../../server/src/page/forms';
import { zhHans } from '../../../../server/src/page/profiles/zh-Hans';
import { splitLines } from '../../../../server/src/text/lines';
import { formTable } from './forms';

describe('jump line', () => {
  formTable(
    ['jump', 'continued'],
    [
      ['的基础上， （下转4版）', 'jump 4'],
      ['的基础上，（下转第四版）', 'jump 4'],
      ['的基础上，下转A8版', 'jump A8'],
      ['的基础上，（下转第１２版）', 'jump 12'],
      ['的基础上，（下转第十二版）', 'jump 12'],
      ['的基础上，（下转\n第2版）', 'jump 2'],
      ['的基础上，（下转第4\n版）', 'jump 4'],
      ['的基础上，《下转4版)', 'jump 4'],
      ['的基础上，（ 下 转 第 4 版 ）', 'jump 4'],
      ['（上接第一版）推进', 'continued 1'],
      ['（上接1版）', 'continued 1'],
      ['《上上接第1版) 推进', 'continued 1'],
      ['（上接第]版）', 'continued 1'],
      ['（下转1]版）', 'jump 1'],
      ['（下转]2版）', 'jump 12'],
      ['（下接第6版）', 'jump 6'],
      ['的基础上，（下转第4页）', 'jump 4'],
      ['（上接第1页）', 'continued 1'],
      ['（紧接第一版）', 'continued 1'],
      ['（接第一版）', 'continued 1'],
      ['（转第三版）', 'jump 3'],
      ['（详见6版）', 'jump 6'],
      ['相关报道见3版', 'jump 3'],
      ['的基础上，（下转D99版）', 'jump D99'],
      ['（下转第4\n隔壁一栏的文字在此\n版）另起一栏', 'jump 4'],
      // Not jump lines:
      ['修订本是第4版'],
      ['这句话在第4页'],
      ['该书转让第二版版权'],
      ['由河州出版社出版'],
      ['好转了'],
    ],
  );

  it('is the rest of one that began in another column', () => {
    const lines = (text: string): number[][] =>
      findForms(formLines(text, splitLines(text)), zhHans)
        .filter(({ kind }) => kind === 'jump')
        .map((form) => [...form.lines]);
    assert.deepEqual(lines('文明执法，礼貌纠章，（下\n隔壁一栏的文字在此\n转第六版）'), [[0, 2]]);
    assert.deepEqual(lines('文明执法，礼貌纠章，\n隔壁一栏的文字在此\n（转第六版）'), [[2]]);
    assert.deepEqual(lines('文明执法，礼貌纠章。\n隔壁一栏的文字在此\n转第六版）'), [[2]]);
  });
});
