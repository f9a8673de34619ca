import assert from 'node:assert/strict';
import { makeBody } from '../../../server/src/page/links';
import { order } from '../../../server/src/page/ordered';
import { linkTitles } from '../../../server/src/page/titleLinks';
import { titleBlocks } from '../../../server/src/page/titles';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const LEAD = '本报讯（记者林舟）永丰县的夜市昨晚';
const TEXT = Array.from({ length: 8 }, (_, n) => `永丰县的夜市昨晚重新开张摊位${'一二三四五六七八'[n]}百`);

interface Setting {
  readonly headline?: string;
  readonly figure?: boolean;
  readonly text?: readonly string[];
  /** The odds of the title's being one. */
  readonly sure?: number;
  readonly ocr?: boolean;
}

/** Whether a title finds a story of so many rows, or a picture with such a caption, where all evidence gives these log-odds. */
function isLinked(
  rows: number,
  odds: number,
  { headline = '老街夜市重新开张', figure = false, text = TEXT, sure = 1, ocr = false }: Setting = {},
): boolean {
  const { page: draft, odds: kinds } = draftOf(headline, ...text.slice(0, rows));
  const page = { ...order(draft, kinds, weights), ocr };
  const body = makeBody(
    page,
    TEXT.slice(0, rows).map((_, n) => n + 1),
    figure,
  );
  const title = page.sheet.rows.map((_, n) => (n === 0 ? sure : 0));
  const blocks = titleBlocks(page, title, weights.together);
  return linkTitles(page, blocks, [body], { ...weights, link: { bias: odds } }, 'good').length > 0;
}

describe('a link for good', () => {
  it('is likelier than not', () => {
    assert.ok(isLinked(4, 0.6));
    assert.ok(!isLinked(4, 0.4));
  });
  it('may be doubtful where a sure title and a story of some length want one another', () => {
    assert.ok(isLinked(5, -1));
    assert.ok(!isLinked(5, -1.5));
  });
  it('may be doubtful, but less so, where a likely title and such a story do', () => {
    assert.ok(isLinked(5, 0.3, { sure: 0.6 }));
    assert.ok(!isLinked(5, 0.1, { sure: 0.6 }));
    assert.ok(!isLinked(4, 0.3, { sure: 0.6 }));
    assert.ok(!isLinked(5, 0.3, { sure: 0.52 }));
    assert.ok(!isLinked(5, 0.3, { sure: 0.6, ocr: true }));
  });
  it('may be doubtful where a sure title and a caption of some length want one another, but not by OCR', () => {
    assert.ok(isLinked(3, -1, { figure: true }));
    assert.ok(!isLinked(2, -1, { figure: true }));
    assert.ok(!isLinked(3, -1, { figure: true, ocr: true }));
    assert.ok(!isLinked(3, 0.3, { figure: true, sure: 0.6 }));
  });
  it('is sure where the story is a scrap', () => {
    assert.ok(!isLinked(2, 1.5));
    assert.ok(isLinked(2, 2.5));
    assert.ok(isLinked(2, 1.5, { figure: true }));
    assert.ok(isLinked(2, 1, { text: [LEAD, ...TEXT] }));
  });
  it('is none of a deck and a picture, whatever OCR made of the dash', () => {
    for (const headline of ['——老街夜市重新开张', '—老街夜市重新开张', '一一老街夜市重新开张']) {
      assert.ok(isLinked(4, 1, { headline }));
      assert.ok(!isLinked(4, 1, { headline, figure: true }));
    }
  });
});
