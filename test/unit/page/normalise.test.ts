import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactView, normaliseLine, widthOf } from '../../../server/src/page/normalise';

const normalised = (text: string): string => normaliseLine(text, 0, text.length).text;

describe('a normalised line', () => {
  for (const [name, text, expected] of [
    ['is as it was where nothing is to be done', '本报讯（记者 罗清扬）', '本报讯（记者 罗清扬）'],
    ['has ideographs for radical forms', '关⻔的⼈⼝', '关门的人口'],
    ['has half-width digits and letters', '２０２３年Ａ８版', '2023年A8版'],
    ['has no spaces that spread letters', '蒙 蒙 亮 ，平 野 县', '蒙蒙亮，平野县'],
    ['has no space between digit and character', '80 元，3 月 9 日', '80元，3月9日'],
    ['keeps the space between names', '记者 王伟 李明', '记者 王伟 李明'],
    ['keeps the space within a padded name', '记者 王 伟 摄', '记者 王 伟 摄'],
    ['keeps the spaces of a list of padded names', '丁 宁 王 明 李 强 冯建军', '丁 宁 王 明 李 强 冯建军'],
    ['keeps the spaces of names behind spread letters', '主 持 人 王 平 李 娜', '主持人 王 平 李 娜'],
    ['keeps the space behind the opening words', '本报讯 2月18日', '本报讯 2月18日'],
    ['keeps the columns of a table', '1 河州飞燕 30 21 68', '1 河州飞燕 30 21 68'],
    ['keeps a wide gap between spread phrases', '春 到 南 湖    花 满 河 州', '春到南湖 花满河州'],
    ['has one space for a run of them', '讯  \u3000 记者王伟', '讯 记者王伟'],
    ['has no spaces at its ends', '\u3000\u3000春分前后  ', '春分前后'],
    ['has no control characters', '春\u0007分\u0000前后', '春分前后'],
    ['is empty where there is nothing but space', ' \u3000\t', ''],
  ]) {
    it(name, () => assert.equal(normalised(text), expected));
  }

  it('leads every character back to where it stands in the page', () => {
    const text = '一２ ⼈ 春 分 前 后';
    const view = normaliseLine(text, 0, text.length);
    const back = [...view.text].map((_, i) =>
      text.slice(view.sourceSpan(i, i + 1).start, view.sourceSpan(i, i + 1).end),
    );
    assert.equal(view.text, '一2人春分前后');
    assert.deepEqual(back, ['一', '２', '⼈', '春', '分', '前', '后']);
  });

  it('normalised again is the same', () => {
    const piece = fc.constantFrom(...'春分人⼈3３Ａ，。（）', ' ', '  ', '   ', '\u3000');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = normalised(pieces.join(''));
        assert.equal(normalised(once).replaceAll(' ', ''), once.replaceAll(' ', ''));
      }),
      { numRuns: 200 },
    );
  });

  it('compact has no space at all, and the same way back', () => {
    const text = '记者 王 伟 摄';
    const compact = compactView(normaliseLine(text, 0, text.length));
    assert.equal(compact.text, '记者王伟摄');
    assert.deepEqual(compact.sourceSpan(2, 4), { start: 3, end: 6 });
  });
});

describe('the width of a text in ems', () => {
  for (const [text, ems] of [
    ['河州日报', 4],
    ['2023年', 3],
    ['CN-A8', 2.5],
    ['，“”', 3],
    ['', 0],
  ] as const) {
    it(`${JSON.stringify(text)}: ${ems}`, () => assert.equal(widthOf(text), ems));
  }
});
