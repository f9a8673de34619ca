import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldingRanges } from '../../../server/src/features/folding';
import { formattingEdits } from '../../../server/src/features/formatting';
import { hover } from '../../../server/src/features/hover';
import { documentSymbols } from '../../../server/src/features/symbols';
import { semanticTokens } from '../../../server/src/features/tokens';
import { assertRange, assertSymbols, assertTokens } from '../../lsp/validity';
import { readingOf, tell } from './page';

/* Whatever a page is read as, the answers are ones that an editor takes: mixed stories, titles anywhere, several pages. */

const line = fc.oneof(
  fc
    .tuple(fc.constantFrom(...'hkdsybcj'), fc.integer({ min: 0, max: 4 }))
    .map(([role, story]) => `${role}${story} 字字 字`),
  fc.constantFrom('h 题', 'c 图', 'f 版', ''),
);
/** Stories are numbered without gaps, as in a page: the first story that is missing takes over the rest. */
const page = fc.array(line, { maxLength: 30 }).map((lines) => {
  const stories = [
    ...new Set(lines.map((text) => /^[a-z](\d)/.exec(text)?.[1]).filter((story) => story !== undefined)),
  ];
  return lines.map((text) => text.replace(/^([a-z])(\d)/, (_, role, story) => role + stories.indexOf(story)));
});
const readings = fc.array(page, { minLength: 1, maxLength: 3 }).map((pages) => readingOf(...pages));

describe('answers for any page', () => {
  it('symbols have names and lie within the document and their selections within them', () =>
    fc.assert(
      fc.property(readings, (reading) => assertSymbols(reading.source.getText(), documentSymbols(reading, tell))),
    ));

  it('every story of a page is among its symbols', () =>
    fc.assert(
      fc.property(readings, (reading) => {
        const stories = documentSymbols(reading, tell).flatMap(({ children }) => children ?? []);
        const expected = reading.document.pages.flatMap(({ page: { stories, orphans, figures } }) => [
          ...stories,
          ...orphans,
          ...figures,
        ]);
        assert.equal(stories.length, expected.length);
      }),
    ));

  it('tokens are in order and none lies over another', () =>
    fc.assert(fc.property(readings, (reading) => assertTokens(reading.source.getText(), semanticTokens(reading)))));

  it('folds nest and never cross', () =>
    fc.assert(
      fc.property(readings, (reading) => {
        const folds = foldingRanges(reading);
        for (const a of folds) {
          assert.ok(a.startLine < a.endLine && a.endLine < reading.source.lineCount);
          for (const b of folds) {
            const cross = a.startLine < b.startLine && b.startLine < a.endLine && a.endLine < b.endLine;
            assert.ok(!cross, `${a.startLine}–${a.endLine} crosses ${b.startLine}–${b.endLine}`);
          }
        }
      }),
    ));

  it('hover and formatting name ranges of the document', () =>
    fc.assert(
      fc.property(readings, fc.nat(60), (reading, n) => {
        const text = reading.source.getText();
        const range = hover(reading, { line: n, character: 0 }, tell)?.range;
        if (range) assertRange(text, range);
        for (const edit of formattingEdits(reading)) assertRange(text, edit.range);
      }),
    ));
});
