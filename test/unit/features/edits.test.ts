import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { atMost, textEdits } from '../../../server/src/features/edits';
import { applyEdits, type Edit } from '../../../server/src/text/span';

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

describe('edits for an editor', () => {
  const TEXT = '甲乙丙丁戊己庚辛';
  const EDITS = [edit(0, 1, '子'), edit(4, 5, ''), edit(5, 6, '丑'), edit(7, 7, '寅')];

  it('are joined where the least text stands between them, and change the same', () => {
    const expected = [
      [4, EDITS],
      [3, [EDITS[0], edit(4, 6, '丑'), EDITS[3]]],
      [2, [EDITS[0], edit(4, 7, '丑庚寅')]],
      [1, [edit(0, 7, '子乙丙丁丑庚寅')]],
    ] as const;
    for (const [most, edits] of expected) {
      const fewer = atMost(most, EDITS, TEXT);
      assert.deepEqual(fewer, edits);
      assert.equal(applyEdits(TEXT, fewer), applyEdits(TEXT, EDITS));
    }
  });

  it('are no more than VS Code keeps apart', () => {
    const text = '⽇ 。\n'.repeat(3000);
    const edits = Array.from({ length: 3000 }, (_, n) => edit(n * 4, n * 4 + 1, '日'));
    const document = TextDocument.create('test:page', 'newspaper', 1, text);
    const sent = textEdits(document, edits);
    assert.equal(sent.length, 999);
    assert.equal(TextDocument.applyEdits(document, sent), text.replaceAll('⽇', '日'));
  });
});
