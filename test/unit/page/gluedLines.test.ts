import assert from 'node:assert/strict';
import { splitGluedLines } from '../../../server/src/page/gluedLines';
import { splitLines } from '../../../server/src/text/lines';

const parts = (...lines: readonly string[]): string[][] => {
  const text = lines.join('\n');
  return splitGluedLines(text, splitLines(text)).map((spans) =>
    spans.map(({ span: { start, end } }) => text.slice(start, end)),
  );
};

/** The parts of one line alone. */
const check = (line: string, expected: readonly string[]): void => assert.deepEqual(parts(line), [expected]);

/** Lines of one column, for company. */
const COLUMN = [
  '柳河把柳湾西滩下营三个村隔',
  '在南岸过去河上只有一座漫水',
  '桥一下大雨就过不去学生上学',
  '农产品外运都要绕道邻县的路',
];

describe('a line of several columns', () => {
  for (const [name, line, expected] of [
    [
      'parts at wide gaps',
      '停业半年的夜市    在永丰县红旗干渠    会跳舞的机器人',
      ['停业半年的夜市', '在永丰县红旗干渠', '会跳舞的机器人'],
    ],
    [
      'parts at ideographic spaces',
      '停业半年的夜市\u3000\u3000在永丰县红旗干渠',
      ['停业半年的夜市', '在永丰县红旗干渠'],
    ],
    ['stays whole at two spaces', '停业半年的夜市  在永丰县红旗干渠', ['停业半年的夜市  在永丰县红旗干渠']],
    ['stays whole where a part is a word of a spaced title', '春到    南湖    花正好', ['春到    南湖    花正好']],
    ['leaves out the spaces around', '    停业半年的夜市  ', ['停业半年的夜市']],
    ['has no parts where it is blank', ' \u3000 ', []],
  ] as const) {
    it(name, () => check(line, expected));
  }

  it('parts at a single space where it is twice as wide as the page', () => {
    const glued = '通车那天附近的群众早早赶来 干渠穿过旱塬夏天蒸发量大每';
    assert.deepEqual(parts(...COLUMN, glued)[4], glued.split(' '));
  });

  it('parts behind a character that follows the names of a lead, not before it', () => {
    const glued = '本报讯（记者周望舒） 入 干渠穿过旱塬夏天蒸发量大每';
    assert.deepEqual(parts(...COLUMN, glued)[4], ['本报讯（记者周望舒） 入', '干渠穿过旱塬夏天蒸发量大每']);
  });

  it('stays whole at a single space among lines as wide as itself', () => {
    const wide = '连日来气温回升南湖湿地的油菜 花竞相开放两百亩花田与碧水相';
    const company = Array.from({ length: 4 }, () => '映成趣吸引众多市民前来踏青赏花拍照留念人们三三两两走在花间');
    assert.deepEqual(parts(...COLUMN, ...COLUMN, ...company.slice(0, 2), wide, ...company.slice(2))[10], [wide]);
  });

  it('stays whole within a list of padded names', () => {
    const names = '委员：王 平 李 娜 张 伟 刘 洋 陈 晨 赵 静 孙 悦';
    assert.deepEqual(parts(...COLUMN, names)[4], [names]);
  });

  it('stays whole where the space parts a credit', () => {
    const caption = '连日来气温回升南湖湿地的油菜花 记者阮清和施云帆罗清扬摄';
    assert.deepEqual(parts(...COLUMN, caption)[4], [caption]);
  });

  describe('beside glued lines', () => {
    const GLUED = [
      '通车那天附近的群众早早赶来看 干渠穿过旱塬夏天蒸发量大每年',
      '桥一下大雨就过不去学生上学也 农产品外运都要绕道邻县的路啊',
    ];
    const last = (line: string): string[] => parts(...COLUMN, ...GLUED, line)[6];

    it('parts behind a full row, however short what follows is', () =>
      assert.deepEqual(last('在南岸过去河上只有一座漫水桥 的路。'), ['在南岸过去河上只有一座漫水桥', '的路。']));
    it('parts before a number', () =>
      assert.deepEqual(last('在南岸过去河上只有一座漫水桥 4700名农民'), [
        '在南岸过去河上只有一座漫水桥',
        '4700名农民',
      ]));
    it('stays whole where the space stands elsewhere', () =>
      assert.deepEqual(last('在南岸过去河上（周望舒 林舟）'), ['在南岸过去河上（周望舒 林舟）']));
    it('stays whole where a single character follows', () =>
      assert.deepEqual(last('在南岸过去河上只有一座漫水桥 了'), ['在南岸过去河上只有一座漫水桥 了']));
    it('stays whole where only one line around was glued so', () =>
      assert.deepEqual(parts(...COLUMN, GLUED[0], '在南岸过去河上只有一座漫水桥 的路。')[5], [
        '在南岸过去河上只有一座漫水桥 的路。',
      ]));
    it('stays whole where a credit follows', () =>
      assert.deepEqual(last('在南岸过去河上只有一座漫水桥 记者林舟摄'), ['在南岸过去河上只有一座漫水桥 记者林舟摄']));
  });
});
