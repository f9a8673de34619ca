import assert from 'node:assert/strict';
import { kindsOf } from '../../../server/src/page/kinds';
import { KINDS } from '../../../server/src/page/roles';
import { draftOf } from './rowsOf';

const TEXT = ['　　停业半年的南门老街夜市昨晚重新', '开张，摊主和街坊都说方便多了。'];

/** Which of the rows below a text are set apart from it, where all of them look like bylines. */
function check(rows: readonly string[], expected: readonly string[], ocr = false): void {
  const page = { ...draftOf(...TEXT, ...rows).page, ocr };
  const odds = page.sheet.rows.map((_, i) =>
    KINDS.map((kind) => (kind === (i < TEXT.length ? 'body' : 'byline') ? 1 : 0)),
  );
  const { asides } = kindsOf(page, odds, new Set());
  assert.deepEqual(
    asides.map((i) => page.sheet.rows[i].bare),
    expected,
  );
}

describe('rows that are set apart as bylines', () => {
  it('are names on rows of their own', () => check(['□ 林舟'], ['□林舟']));
  it('but not names in brackets that sign the text', () => check(['（林舟）'], []));
  it('nor such names that a line’s end has cut', () => {
    check(['（林', '望舟）'], []);
    check(['（林望舟', '周清', '平）'], []);
  });
  it('whose first rows are, by OCR', () => check(['（林', '望舟）'], ['（林'], true));
});

describe('an editor’s name on a row of its own', () => {
  it('is page furniture and no byline', () => {
    const furniture = (row: string): boolean => {
      const { page } = draftOf(...TEXT, row);
      const odds = page.sheet.rows.map((_, i) => KINDS.map((kind) => (kind === (i < 2 ? 'body' : 'byline') ? 1 : 0)));
      const { asides, furniture } = kindsOf(page, odds, new Set());
      assert.equal(asides.includes(2), furniture[2] <= 0.5);
      return furniture[2] > 0.5;
    };
    assert.ok(furniture('□ 编辑 周望舒'));
    assert.ok(furniture('编辑：周望舒'));
    assert.ok(!furniture('□ 记者 周望舒'));
    assert.ok(!furniture('编辑 工作很辛苦'));
  });
});

describe('a line of dashes or stars', () => {
  /** Whether the row between two titles' is furniture and no title, where all three look like titles. */
  const isRule = (row: string): boolean => {
    const { page } = draftOf('南门夜市重新开张', row, '摊位换了新颜', ...TEXT);
    const odds = page.sheet.rows.map((_, i) => KINDS.map((kind) => (kind === (i < 3 ? 'title' : 'body') ? 1 : 0)));
    const { title, furniture } = kindsOf(page, odds, new Set());
    assert.equal(title[1] > 0.5, furniture[1] <= 0.5);
    return furniture[1] > 0.5;
  };
  it('is no title', () => {
    for (const row of ['————', '＊＊＊', '======', '— — —', '......', '■■■', '～～～～']) assert.ok(isRule(row), row);
  });
  it('but two dashes may be a deck’s, and dots of an ellipsis text', () => {
    for (const row of ['——', '…………', '●', '□□□', '———记县医院', '3---5']) assert.ok(!isRule(row), row);
  });
  it('makes no title of a row beside it', () => {
    const { page } = draftOf('======', '摊位换了新颜', ...TEXT);
    const odds = page.sheet.rows.map((_, i) => KINDS.map((kind) => (kind === 'title' ? [1, 0.3, 0, 0][i] : 0)));
    assert.ok(kindsOf(page, odds, new Set()).title[1] <= 0.5);
  });
});

/** A vertical headline (柳湾架新桥) read along with the rows beside it. */
const BESIDE = [
  '柳 本报讯 （记者 周望舒）昨',
  '湾 日上午，柳河两岸锣鼓喧天，',
  '架 横跨柳河的便民桥正式通车，',
  '新 两岸三个村的群众从此不必绕',
  '桥 行十二公里的山路',
];

describe('a vertical headline beside the rows', () => {
  it('makes no title of the last row of the text, behind which its characters stand', () => {
    const { page } = draftOf(...BESIDE);
    const last = page.sheet.flowing.length - 1;
    const odds = page.sheet.rows.map((_, i) =>
      KINDS.map((kind) => (kind === 'title' ? (i > last ? 1 : i === last ? 0.4 : 0) : 0)),
    );
    assert.ok(kindsOf(page, odds, new Set()).title[last] <= 0.5);
  });
});

describe('the head of a column', () => {
  /** Which rows above a text are heads, where all of them look like titles. */
  const heads = (...rows: readonly string[]): string[] => {
    const { page } = draftOf(...rows, ...TEXT);
    const odds = page.sheet.rows.map((_, i) =>
      KINDS.map((kind) => (kind === (i < rows.length ? 'title' : 'body') ? 1 : 0)),
    );
    return [...kindsOf(page, odds, new Set()).heads].map((i) => page.sheet.rows[i].bare);
  };
  it('stands above a title', () => {
    assert.deepEqual(heads('短评', '夜市贵在长久'), ['短评']);
    assert.deepEqual(heads('河州时评', '夜市贵在长久'), ['河州时评']);
  });
  it('or below it', () => assert.deepEqual(heads('夜市贵在长久', '今日谈'), ['今日谈']));
  it('but a short word or one that only ends so is a headline’s last line there', () => {
    assert.deepEqual(heads('南门夜市重新开张', '综述'), []);
    assert.deepEqual(heads('一个第一书记的', '驻村手记'), []);
  });
  it('nor below a gap, where another title may begin', () => {
    const { page } = draftOf('夜市贵在长久', '', '今日谈', ...TEXT);
    const odds = page.sheet.rows.map((_, i) => KINDS.map((kind) => (kind === (i < 2 ? 'title' : 'body') ? 1 : 0)));
    assert.deepEqual([...kindsOf(page, odds, new Set()).heads], []);
  });
  it('and a line no shorter than the next may be a headline’s first', () =>
    assert.deepEqual(heads('河州发展论坛', '昨日开幕'), []));
  it('is a title where there is none beside it', () => assert.deepEqual(heads('河州时评'), []));
  it('makes a title likelier beside it, where it may be one itself', () => {
    const { page } = draftOf('今日谈', '夜市贵在长久', ...TEXT);
    const likely = (head: number): number[] => {
      const odds = page.sheet.rows.map((_, i) => KINDS.map((kind) => (kind === 'title' ? [head, 0.3, 0, 0][i] : 0)));
      return [...kindsOf(page, odds, new Set()).heads];
    };
    assert.deepEqual([likely(0.4), likely(0.1)], [[0], []]);
  });
});
