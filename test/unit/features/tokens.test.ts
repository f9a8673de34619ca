import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reading } from '../../../server/src/features/reading';
import { semanticTokens } from '../../../server/src/features/tokens';
import { readDocument } from '../../../server/src/page/document';
import { TOKEN_TYPES } from '../../../server/src/protocol';
import { assertTokens } from '../../lsp/validity';
import { testResources } from '../resources';
import { readingOf } from './page';

const check = (pages: string[][], expected: string[]): void => checkReading(readingOf(...pages), expected);

function checkReading(reading: Reading, expected: string[]): void {
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

  it('leave a paragraph alone of which a comment says the byline', () => {
    const text = `---\nlines: paragraphs\n---\n\n# 题目\n\n两岸居民都说方便多了。 <!-- signed: 林舟 -->\n\n文末有名。（林舟）\n`;
    const document = readDocument(text, testResources());
    assert.equal(document.pages[0].page.stories[0].bylines[0].names[0].name, '林舟');
    checkReading({ source: TextDocument.create('test:page', 'newspaper', 1, text), document }, [
      '4 headline',
      '8 byline',
    ]);
  });

  it('are none on an empty page', () => check([['']], []));
});
