import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/features/folding';
import { readingOf } from './page';

function check(pages: string[][], expected: string[]): void {
  const folds = foldingRanges(readingOf(...pages));
  assert.deepEqual(
    folds.map(({ startLine, endLine }) => `${startLine}–${endLine}`),
    expected,
  );
}

describe('folding', () => {
  it('folds stories of more than one line', () =>
    check([['h0 题', 'b0 甲。', 'b1 乙。', 'b2 丙。', 'b2 丁。']], ['0–1', '3–4']));

  it('folds pages where there are several', () =>
    check(
      [
        ['f 一版', 'b0 甲。', 'b0 乙。'],
        ['f 二版', 'b0 丙。', 'b0 丁。'],
      ],
      ['0–2', '1–2', '3–5', '4–5'],
    ));

  it('never crosses: of two that interleave the first folds', () =>
    check([['b0 甲。', 'b1 子。', 'b0 乙。', 'b1 丑。', 'b0 丙。', 'b1 寅。']], ['0–4']));

  it('shows the headline in place of what is folded', () => {
    const [fold] = foldingRanges(readingOf(['h0 春耕正忙', 'b0 甲。']));
    assert.equal(fold.collapsedText, '春耕正忙');
  });

  it('has nothing to fold on an empty page', () => check([['']], []));
});
