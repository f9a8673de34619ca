import assert from 'node:assert/strict';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/symbols';
import { assertSymbols } from '../../lsp/validity';
import { readingOf, tell } from './page';

const lines = ({ start, end }: Range): string =>
  start.line === end.line ? `${start.line}` : `${start.line}–${end.line}`;

/** `name (detail) lines @selected line`, children indented. */
const printed = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, detail, range, selectionRange, children }) => [
    `${indent}${name}${detail ? ` (${detail})` : ''} ${lines(range)} @${selectionRange.start.line}`,
    ...printed(children ?? [], `${indent}  `),
  ]);

/** The outline of a page, without the page itself. */
function check(page: string[], expected: string[]): void {
  const reading = readingOf(page);
  const symbols = documentSymbols(reading, tell);
  assertSymbols(reading.source.getText(), symbols);
  assert.deepEqual(printed(symbols[0].children ?? []), expected);
}

describe('document symbols', () => {
  it('a story is named by its headline, its reporters are the detail', () =>
    check(
      ['h0 春耕正忙', 'y0 记者 王一 李二', 'b0 田间一片繁忙。', 'b0 农机手正在作业。'],
      ['春耕正忙 (王一、李二) 0–3 @0', '  记者 王一 李二 (byline) 1 @1'],
    ));

  it('kicker and deck are parts', () =>
    check(
      ['k0 立春之后', 'h0 春耕正忙', 'd0 全市备足良种', 'b0 田间一片繁忙。'],
      ['春耕正忙 0–3 @1', '  立春之后 (kicker) 0 @0', '  全市备足良种 (deck) 2 @2'],
    ));

  it('a story without a headline has the first words of its body', () =>
    check(['b0 田间一片繁忙，农机手正在作业，种子已经备齐。'], ['田间一片繁忙，农机手正在作业，… 0 @0']));

  it('a title below its body leads there, and the story begins with its body', () =>
    check(['b0 田间一片繁忙。', 'b0 种子备齐。', 'h0 春耕正忙'], ['春耕正忙 0–2 @0', '  春耕正忙 (headline) 2 @2']));

  it('a title far from its body stands outside the range of its story', () =>
    check(
      ['h1 水渠修好', 'h0 春耕正忙', 'b0 田间一片繁忙。', 'b0 种子备齐。', 'b1 渠水清清。', 'b1 流到田头。'],
      ['春耕正忙 1–3 @1', '水渠修好 4–5 @4', '  水渠修好 (headline) 0 @0'],
    ));

  it('a subhead reaches to the next part', () =>
    check(
      ['h0 春耕正忙', 'b0 甲。', 's0 种子', 'b0 乙。', 'b0 丙。', 's0 农机', 'b0 丁。', 'b0 戊。'],
      ['春耕正忙 0–7 @0', '  种子 (subhead) 2–5 @2', '  农机 (subhead) 5–7 @5'],
    ));

  it('a part of a story behind another story is a child', () =>
    check(
      ['h0 春耕正忙', 'b0 甲。', 'b0 乙。', 'b1 另一件事。', 'b0 丙。'],
      ['春耕正忙 0–2 @0', '  Continued 4 @4', '另一件事。 3 @3'],
    ));

  it('stories whose columns interleave reach from their first line to their last', () =>
    check(['b0 甲。', 'b1 子。', 'b0 乙。', 'b1 丑。', 'b0 丙。', 'b1 寅。'], ['甲。 0–4 @0', '子。 1–5 @1']));

  it('figures, jump lines, orphans and pictures without a story', () =>
    check(
      ['h0 春耕正忙', 'b0 甲。', 'c0 农机下田', 'j0 下转4版', 'h 无主的标题', 'c 街景'],
      [
        '春耕正忙 0–3 @0',
        '  农机下田 (figure) 2 @2',
        '  To page 4 (jump line) 3 @3',
        '无主的标题 (headline without a story) 4 @4',
        '街景 (figure) 5 @5',
      ],
    ));

  it('each page of a document has its own, in the lines of the document', () => {
    const reading = readingOf(['f 第一版', 'b0 甲。'], ['b0 乙。', 'h0 题']);
    const symbols = documentSymbols(reading, tell);
    assertSymbols(reading.source.getText(), symbols);
    assert.deepEqual(printed(symbols), [
      'Page 1 (1 story) 0–2 @0',
      '  甲。 1 @1',
      'Page 2 (1 story) 2–4 @2',
      '  题 2–3 @2',
      '    题 (headline) 3 @3',
    ]);
  });

  it('a page of blanks has none', () => assert.deepEqual(documentSymbols(readingOf([' ', '']), tell), []));
});
