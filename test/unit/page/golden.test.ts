import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { goldenPages } from './goldenPages';
import { outlineOf } from './outline';
import { marked, truthOf } from './outlineMarks';

/*
 * Each page beside its outline, which a person wrote by reading the page (see outline.ts for its form). Where the
 * recogniser is not there yet the outline still tells the truth, and marks say what is found instead; they are held too,
 * so that a line that is found at last loses its mark, and one that is lost gets noticed.
 */

describe('golden pages', () => {
  for (const { page, outline } of goldenPages) {
    it(`${page} reads as its outline says`, () => {
      const expected = readFileSync(outline, 'utf8');
      const found = outlineOf(readFileSync(page, 'utf8'));
      // When marks went or came for a good reason: npx tsx scripts/recognition/mark-outlines.ts
      assert.equal(marked(truthOf(expected), found), expected);
    });
  }

  it('have marks that leave the truth as it was written', () => {
    const truth = 'a\nb\nc\n';
    assert.equal(marked(truth, 'a\nx\nc\n'), 'a\nb  ✗ known\nx  ✗ instead\nc\n');
    assert.equal(truthOf(marked(truth, 'x\nc\nb\n')), truth);
    assert.equal(marked(truth, truth), truth);
  });
});
