import { deepStrictEqual, ok } from 'node:assert';
import { looksLikeName, splitGluedNames, surnameLength } from '../../../server/src/text/names';
import { testLexicon } from '../lexicon';

describe('names', () => {
  it('knows surnames of one and two characters', () => {
    const cases: [string, number][] = [
      ['王小燕', 1],
      ['欧阳小燕', 2],
      ['上官云', 2],
      ['冀涛', 1],
      ['的时候', 0],
      ['', 0],
    ];
    for (const [text, length] of cases) deepStrictEqual(surnameLength(text), length, text);
  });

  for (const name of ['王伟', '李晓燕', '欧阳志远', '冀涛', '段宸宇', '阿依古丽·买买提', '卓玛·扎西', '张建国'])
    it(`takes ${name} for a name`, () => ok(looksLikeName(name) > 0.7));

  for (const text of ['', '王', '的是', '王的是', '张某在', '·王', '王·', '记者报道', '发展经济', '是在这里', '于是这'])
    it(`does not take ${text || 'nothing'} for a name`, () => ok(looksLikeName(text) < 0.5));

  it('trusts a frequent word less where it has the lexicon', () => {
    for (const word of ['高原', '沈阳', '方向', '全国', '石山'])
      ok(looksLikeName(word, testLexicon()) < looksLikeName(word), word);
  });

  const splits: [string, string][] = [
    ['冀涛段宸宇', '冀涛 段宸宇'],
    ['王伟李明', '王伟 李明'],
    ['赵晓红钱建军', '赵晓红 钱建军'],
    ['孙丽周志强吴敏', '孙丽 周志强 吴敏'],
    ['欧阳志远张伟', '欧阳志远 张伟'],
    ['王小燕', '王小燕'],
    ['欧阳志远', '欧阳志远'],
    ['诸葛明月', '诸葛明月'],
    ['工作人员', '工作人员'],
    ['中国人民', '中国人民'],
    ['新华社记者', '新华社记者'],
    ['', ''],
  ];
  for (const [text, names] of splits)
    it(`splits ${text || 'nothing'} as ${names || 'nothing'}`, () =>
      deepStrictEqual(splitGluedNames(text, testLexicon()).join(' '), names));

  it('keeps every character, whatever it splits', () => {
    const text = '高建国石文林方明朱玉兰';
    deepStrictEqual(splitGluedNames(text, testLexicon()).join(''), text);
  });
});
