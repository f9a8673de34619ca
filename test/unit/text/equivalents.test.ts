import assert from 'node:assert/strict';
import {
  foldUnit,
  halfWidthAlphanumeric,
  radicalEquivalent,
  runningMark,
  unifiedIdeograph,
} from '../../../server/src/text/equivalents';

const unit = (c: string) => c.charCodeAt(0);
const table = (map: (unit: number) => string | undefined, rows: [string, string | undefined][]) => {
  for (const [from, to] of rows) it(`${from} is ${to ?? 'itself'}`, () => assert.equal(map(unit(from)), to));
};

describe('equivalents', () => {
  describe('radical forms', () => {
    table(radicalEquivalent, [
      ['⽇', '日'],
      ['⻋', '车'],
      ['⼾', '户'],
      ['⾭', '青'],
      ['⻘', '青'],
      ['⼈', '人'],
      ['⺠', '民'],
      ['⻓', '长'],
      ['⻳', '龟'],
      ['⿕', '龠'],
      ['⾼', '高'],
      ['⺪', '𤴔'],
      ['⻣', '骨'],
      ['⻬', '齐'],
      ['⻰', '龙'],
      ['日', undefined],
      ['⿰', undefined],
      ['A', undefined],
    ]);

    it('covers all 115 of Radicals Supplement (one place is unassigned) and 214 of Kangxi Radicals', () => {
      let supplement = 0;
      let kangxi = 0;
      for (let u = 0x2e80; u <= 0x2eff; u++) if (radicalEquivalent(u)) supplement++;
      for (let u = 0x2f00; u <= 0x2fdf; u++) if (radicalEquivalent(u)) kangxi++;
      assert.deepEqual([supplement, kangxi], [115, 214]);
      assert.equal(radicalEquivalent(0x2e9a), undefined);
    });

    it('agrees with Unicode wherever Unicode maps a Kangxi radical, but for the two simplified shapes', () => {
      const differ = [];
      for (let u = 0x2f00; u <= 0x2fd5; u++) {
        const character = String.fromCharCode(u);
        if (radicalEquivalent(u) !== character.normalize('NFKC')) differ.push(character);
      }
      assert.deepEqual(differ, ['⼾', '⾭']);
    });
  });

  describe('compatibility ideographs', () => {
    table(unifiedIdeograph, [
      ['\uf900', '豈'],
      ['\uf9dc', '隆'],
      ['\ufa0e', undefined],
      ['\ufa29', undefined],
      ['豈', undefined],
    ]);
    it('maps the supplement by code point', () => assert.equal(unifiedIdeograph(0x2f800), '丽'));
  });

  describe('marks in vertical form', () => {
    table(runningMark, [
      ['︐', '，'],
      ['︒', '。'],
      ['﹃', '“'],
      ['﹂', '’'],
      ['︵', '（'],
      ['﹕', '：'],
      ['，', undefined],
      ['﹏', undefined],
    ]);
    it('keeps corner brackets in a traditional page', () => assert.equal(runningMark(unit('﹃'), true), '『'));
  });

  describe('full-width letters and digits', () => {
    table(halfWidthAlphanumeric, [
      ['２', '2'],
      ['Ｚ', 'Z'],
      ['ａ', 'a'],
      ['％', '%'],
      ['，', undefined],
      ['（', undefined],
    ]);
  });

  it('folds a unit by whichever table knows it', () => {
    assert.deepEqual(
      [...'⽇\uf900︒９日，a'].map((c) => foldUnit(unit(c))),
      ['日', '豈', '。', '9', undefined, undefined, undefined],
    );
  });
});
