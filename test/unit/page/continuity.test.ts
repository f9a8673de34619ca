import assert from 'node:assert/strict';
import {
  bracketsOf,
  endingOf,
  endsSentence,
  GAIN_CAP,
  Grams,
  goesOn,
  Joins,
  joinGain,
} from '../../../server/src/page/continuity';
import { testLexicon } from '../lexicon';
import { rowsOf } from './rowsOf';

const gain = (a: string, b: string): number => joinGain(a, b, testLexicon());

describe('what two rows gain by being read together', () => {
  for (const [a, b] of [
    ['改造后的夜市摊', '位由路边挪进了院子'],
    ['把便民桥列入当年的民生工', '程，投资380万元'],
    ['投资于基础设', '施建设'],
  ]) {
    it(`is much where the break cuts a word: ${a}|${b}`, () => assert.ok(gain(a, b) > 4, String(gain(a, b))));
  }

  for (const [a, b] of [
    ['当晚全部营业', '街道办事处负责人'],
    ['当晚全部营业。', '街道办事处负责人'],
    ['投资380', '万元'],
    ['', '街道'],
    ['街道', ''],
  ]) {
    it(`is nothing where it does not: ${a}|${b}`, () => assert.ok(gain(a, b) < 0.5, String(gain(a, b))));
  }

  it('stays between nothing and the cap', () => {
    for (const a of ['中华人民共和', '社会主义现代', '一']) {
      for (const b of ['国成立', '化建设', '一']) assert.ok(gain(a, b) >= 0 && gain(a, b) <= GAIN_CAP);
    }
  });

  it('is the same for the rows of a page as for two texts', () => {
    const rows = rowsOf('改造后的夜市摊', '位由路边挪进了院', '子，统一了水电。', 'ABC', '王');
    const joins = new Joins(rows, testLexicon());
    for (const [i, a] of rows.entries()) {
      for (const [j, b] of rows.entries()) {
        assert.ok(Math.abs(joins.gain(i, j) - gain(a.bare, b.bare)) < 1e-9, `${a.bare}|${b.bare}`);
      }
    }
  });
});

describe("the page's own n-grams", () => {
  const grams = new Grams(rowsOf('永丰县柳河镇的村民', '走过柳河镇的新桥', '在永丰'));
  for (const [a, b, length] of [
    ['昨天在柳河', '镇的老街', 3],
    ['昨天去永', '丰登的季节', 2],
    ['昨天在永', '久的路上', 0],
    ['昨天在柳', '，镇', 0],
    ['', '柳河', 0],
  ] as const) {
    it(`${a}|${b}: ${length} characters span the break`, () => assert.equal(grams.across(a, b), length));
  }

  it('that recur are counted by row', () => {
    assert.equal(grams.recurring(2), 0.5);
    assert.equal(new Grams(rowsOf('12，')).recurring(0), null);
  });
});

describe('a row that begins with a mark', () => {
  for (const [text, expected] of [
    ['，一到晚上人来人往', true],
    ['”他说完就走了', true],
    ['。', true],
    ['）的职工', true],
    ['’的说法', true],
    ['’97老街夜市', false],
    ['“夜经济”', false],
    ['……后来', false],
    ['老街', false],
    ['', false],
  ] as const)
    it(`${text || 'nothing'} ${expected ? 'goes on' : 'begins'}`, () => assert.equal(goesOn(text), expected));
});

describe('brackets of a row', () => {
  for (const [text, open, closes] of [
    ['他说：“今天', ['”'], []],
    ['就来。”他笑了', [], ['”']],
    ['（记者“王”', ['）'], []],
    ['来。”（记者', ['）'], ['”']],
    ['《河州》（新）', [], []],
    ['“‘里', ['”', '’'], []],
    ['（见《书）', [], []],
    ['》》', [], ['》']],
    ['', [], []],
  ] as const) {
    it(`${text || 'none'}: open ${open.join('') || '-'}, closed ${closes.join('') || '-'}`, () =>
      assert.deepEqual(bracketsOf(text), { open, closes }));
  }
});

describe('the end of a row', () => {
  for (const [text, ends] of [
    ['营业。', true],
    ['营业。”', true],
    ['营业！）', true],
    ['营业……', true],
    ['营业，', false],
    ['营业”', false],
    ['营业', false],
    ['营业。（章林辉）', true],
    ['“营业。”（本报河州3月4日电）', true],
    ['（河州市东关街道 章林辉）', true],
    ['营业（章林辉）', false],
    ['章林辉）', false],
    ['', false],
  ] as const) {
    it(`${text || 'of nothing'} ${ends ? 'ends' : 'does not end'} a sentence`, () =>
      assert.equal(endsSentence(text), ends));
  }

  for (const [text, kind] of [
    ['营业。', 'sentence'],
    ['营业，', 'inner'],
    ['营业）', 'closing'],
    ['营业（', 'opening'],
    ['营业—', 'dash'],
    ['营业3', 'digit'],
    ['营业A', 'latin'],
    ['营业', 'han'],
    ['营业%', 'other'],
  ] as const) {
    it(`${text}: ${kind}`, () => assert.equal(endingOf(text), kind));
  }
});
