import assert from 'node:assert/strict';
import { semanticTokens } from '../../../server/src/features/tokens';
import { TOKEN_TYPES } from '../../../server/src/protocol';
import { assertTokens } from '../../lsp/validity';
import { readingOf } from './page';

function check(pages: string[][], expected: string[]): void {
  const reading = readingOf(...pages);
  const tokens = semanticTokens(reading);
  assertTokens(reading.source.getText(), tokens);
  const printed: string[] = [];
  for (let i = 0, line = 0; i < tokens.data.length; i += 5) {
    line += tokens.data[i];
    printed.push(`${line} ${TOKEN_TYPES[tokens.data[i + 3]]}`);
  }
  assert.deepEqual(printed, expected);
}

describe('semantic tokens', () => {
  it('mark titles, credits, captions, jumps and furniture, and leave the body alone', () =>
    check(
      [['f 第一版', 'k0 引', 'h0 题', 'y0 记者 王一', 'b0 甲。', 's0 小', 'b0 乙。', 'c0 图', 'j0 下转4版']],
      ['0 furniture', '1 deck', '2 headline', '3 byline', '5 subhead', '7 caption', '8 jump'],
    ));

  it('count lines through the pages of a document', () =>
    check(
      [
        ['h0 题', 'b0 甲。'],
        ['b0 乙。', 'h0 题'],
      ],
      ['0 headline', '3 headline'],
    ));

  it('are none on an empty page', () => check([['']], []));
});
