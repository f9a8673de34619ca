import assert from 'node:assert/strict';
import { order } from '../../../server/src/page/ordered';
import { partsOf } from '../../../server/src/page/parts';
import { hasParallels, type TitleLine, titleLines } from '../../../server/src/page/titleLines';
import { headTogether, isJunk, isParted, makeBlock, togetherEvidence } from '../../../server/src/page/titles';
import type { Weights } from '../../../server/src/page/weights';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

describe('what is left of a title', () => {
  const check = (text: string, { ocr }: { ocr: boolean }, expected: boolean): void => {
    const { page } = draftOf(text);
    assert.equal(isJunk({ ...page, ocr }, makeBlock(page, titleLines(page, [1]), [1])), expected);
  };

  describe('by OCR', () => {
    const ocr = { ocr: true };
    it('is junk where its characters are in no word and rare', () => check('葡恕吵葡尖', ocr, true));
    it('is a title where they are words', () => check('老街夜市重新开张', ocr, false));
    it('is a title where they are everyday words of one character', () => check('走好“长征路”', ocr, false));
    it('is junk where too little is left', () => check('老街', ocr, true));
  });

  describe('in a text layer', () => {
    const layer = { ocr: false };
    it('is a title whatever its words', () => check('葡恕吵葡尖', layer, false));
    it('is junk where a single character is left of a vertical one', () => check('桥', layer, true));
    it('is junk where only marks are left', () => check('——', layer, true));
    it('is a title from two characters on', () => check('新桥', layer, false));
    it('is a title in letters and digits', () => check('G7', layer, false));
  });
});

describe('a vertical headline beside its rows', () => {
  const rows = [
    '便 柳河两岸锣鼓喧天，横跨',
    '民 柳河的便民桥今日通车，',
    '桥 群众从此不必再绕路，上',
    '成 学看病都方便了许多。',
  ];

  it('stands before the first of them', () => {
    const { page } = draftOf('柳河', ...rows);
    const title = page.sheet.rows.map(() => 0);
    const found = titleLines(page, title);
    assert.deepEqual(
      found.map(({ text }) => text),
      ['便民桥成'],
    );
    const { first, last, odds } = makeBlock(page, found, title);
    assert.deepEqual([first, last, odds], [1, 0, 1]);
  });
  it('is one title with no other line', () => {
    const { page } = draftOf(...rows, '便民桥修到家门口');
    const [line, stack] = titleLines(
      page,
      page.sheet.flowing.map((_, i) => (i === 4 ? 1 : 0)),
    );
    assert.ok(isParted(page, line, stack));
    assert.ok(isParted(page, stack, line));
  });
});

it('a byline between two title lines is noticed', () => {
  const rows = ['便民桥修到家门口', '□ 本报记者 林舟', '老街夜市重新开张'];
  const { page } = draftOf(...rows);
  const [u, v] = titleLines(page, [1, 0, 1]);
  const names: string[] = [];
  togetherEvidence(page, u, v, (name) => names.push(name));
  assert.ok(names.includes('a byline between'));
});

describe('the parts of a title', () => {
  const parts = (tables: Weights['parts'], ...rows: readonly string[]): string => {
    const { page } = draftOf(...rows);
    const title = rows.map((row) => (row.startsWith('·') ? 0 : 1));
    const { kicker, headline, deck } = partsOf(page, makeBlock(page, titleLines(page, title), title), tables);
    return [kicker, headline, deck].join('|');
  };
  const between = ['·一', '·二', '·三', '·四'];

  it('two lines that stand together may be one headline', () =>
    assert.equal(parts(weights.parts, '永丰县红旗干渠架起', '太阳能板发电'), '|永丰县红旗干渠架起太阳能板发电|'));
  it('two that stand apart are headline and kicker or deck', () =>
    assert.ok(
      !parts(weights.parts, '永丰县红旗干渠架起', ...between, '太阳能板发电')
        .split('|')
        .includes('永丰县红旗干渠架起太阳能板发电'),
    ));
  it('two lines of blocks that were gathered to one title are rather two parts of it', () => {
    const rows = ['永丰县红旗干渠架起', '太阳能板发电'];
    const { page } = draftOf(...rows);
    const lines = titleLines(page, [1, 1]);
    const doubtful = { kicker: { bias: -0.4 }, headline: { bias: 0.2 }, deck: { bias: -0.2 } };
    const headline = (seams: readonly TitleLine[]) =>
      partsOf(page, makeBlock(page, lines, [1, 1], seams), doubtful).headline;
    assert.equal(headline([]), rows.join(''));
    assert.equal(headline([lines[0], lines[1]]), rows[0]);
  });
  it('parallel phrases are no part of a headline with other lines, and above them a kicker', () => {
    const headlines = { kicker: { bias: -1 }, headline: { bias: 1 }, deck: { bias: -1 } };
    assert.equal(parts(headlines, '修水渠 架新桥 通公路', '柳河村用上净水'), '修水渠 架新桥 通公路|柳河村用上净水|');
    assert.equal(parts(headlines, '柳河村修成水渠', '柳河村用上净水'), '|柳河村修成水渠柳河村用上净水|');
  });
  it('three lines, each a clause of its own, are kicker, headline and deck', () => {
    const likely = { kicker: { bias: -0.5 }, headline: { bias: 0.5 }, deck: { bias: -0.5 } };
    const like = (...rows: readonly string[]): string => parts(likely, ...rows);
    assert.equal(
      like('全市设一百二十个收购点', '河州秋粮收购全面展开', '确保农民卖上放心粮'),
      '全市设一百二十个收购点|河州秋粮收购全面展开|确保农民卖上放心粮',
    );
    // A word reads on over a break, a line is short, there are more lines.
    for (const rows of [
      ['去年河州工业生产稳定增', '长势头全年都没有减', '慢下来'],
      ['河州秋粮收购展开', '一百二十个收购点', '开秤'],
      ['河州秋粮收购展开', '一百二十个收购点', '同时开秤收粮', '农民卖上放心粮'],
    ])
      assert.equal(like(...rows), `|${rows.join('')}|`);
  });
  it('phrases that are not as long as one another are no such sign', () =>
    assert.equal(hasParallels(titleLines(draftOf('记者 柳文远').page, [1])[0]), false));
});

describe('rows of a form that only text has', () => {
  const title = (text: string): number => {
    const { page, odds } = draftOf('便民桥修到家门口', text);
    const likely = odds.map(() => [0.1, 0.9, 0, 0, 0]);
    return order(page, likely, weights).title[1];
  };
  it('a jump line is in no title', () => assert.equal(title('广大干部 （下转第四版）'), 0));
  it('a dateline is in no title', () => assert.equal(title('新华社北京2月18日电'), 0));
  it('other rows are left to the odds', () => assert.equal(title('广大干部走进田间地头'), 0.9));
});

describe('lines that head one block of text', () => {
  const line = (row: number): TitleLine => ({
    rows: [row],
    text: '渡口',
    width: 2,
    stack: false,
    copied: false,
    spread: false,
    beside: null,
  });
  const headEnds = new Map([
    [3, 5],
    [4, 5],
    [8, 9],
  ]);

  it('are one title', () => {
    assert.equal(headTogether({ headEnds, previous: new Map([[6, 5]]) }, line(3), line(4)), true);
  });
  it('but not lines of two blocks, or of none', () => {
    assert.equal(headTogether({ headEnds, previous: new Map([[6, 5]]) }, line(4), line(8)), false);
    assert.equal(headTogether({ headEnds, previous: new Map([[6, 5]]) }, line(1), line(2)), false);
  });
  it('nor where the text below them goes on in another row', () => {
    assert.equal(headTogether({ headEnds, previous: new Map([[7, 5]]) }, line(3), line(4)), false);
    const title = [0, 0, 0, 1, 1, 0, 1];
    assert.equal(headTogether({ headEnds, previous: new Map(), title }, line(3), line(4)), true);
  });
});
