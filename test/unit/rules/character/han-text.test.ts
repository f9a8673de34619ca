import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Page, Piece, Story } from '../../../../server/src/page/model';
import { cutWords, MAX_WORD } from '../../../../server/src/rules/character/cut';
import { hanText, RUN_END } from '../../../../server/src/rules/character/han-text';
import { isHan } from '../../../../server/src/text/characters';
import { splitLines } from '../../../../server/src/text/lines';
import type { Span } from '../../../../server/src/text/span';
import { testLexicon } from '../../lexicon';

/** A page whose paragraphs are the given spans, and whose lines are all body. */
function pageOf(text: string, paragraphs: readonly (readonly Span[])[] = []): Page {
  const pieces = splitLines(text).map(
    ({ n, span }): Piece => ({ line: n, span, role: 'body', story: 0, confidence: 1, why: [] }),
  );
  const story = {
    paragraphs: paragraphs.map((spans) => ({ text: '', pieces: spans, lines: [], subhead: false })),
  } as unknown as Story;
  return { text, pieces, stories: [story] } as unknown as Page;
}

const span = (start: number, end: number): Span => ({ start, end });

describe('the Han text of a page', () => {
  const cases: [text: string, expected: string][] = [
    ['春天来了。', '春天来了\n'],
    ['春天来\n了，花开', '春天来了\n花开\n'],
    ['  春天　\n来了', '春天来了\n'],
    ['春 天', '春\n天\n'],
    ['2月26日的春天', '的春天\n'],
    ['月下26人', '月下\n人\n'],
    ['abc，。', ''],
    ['', ''],
  ];
  for (const [text, expected] of cases)
    it(JSON.stringify(text), () => assert.equal(hanText(pageOf(text)).text, expected));

  it('reads paragraphs in their own order, then the rest, and nothing twice', () => {
    const text = '天来\n其他\n春';
    const view = hanText(pageOf(text, [[span(6, 7), span(0, 2)]]));
    assert.equal(view.text, '春天来\n其他\n');
    assert.deepEqual(view.sourceSpan(0, 1), span(6, 7));
  });

  it('has each Han of the page once, but for those after figures, and knows where it stands', () => {
    const character = fc.constantFrom(...'春天来了花开，。 \n（A1日月');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
        const text = characters.join('');
        const view = hanText(pageOf(text));
        const seen = new Set<number>();
        for (let i = 0; i < view.text.length; i++) {
          if (view.text[i] === RUN_END) continue;
          const at = view.sourceOffset(i);
          assert.equal(text[at], view.text[i]);
          assert.ok(!seen.has(at));
          seen.add(at);
        }
        for (let at = 0; at < text.length; at++)
          if (isHan(text.charCodeAt(at)) && !seen.has(at)) assert.match(text.slice(at - 1, at + 1), /1[日月]/);
      }),
    );
  });
});

describe('the cut into words', () => {
  const words = (text: string): string[] => {
    const { length } = cutWords(text, testLexicon());
    const found: string[] = [];
    for (let i = 0; i < text.length; i += Math.max(1, length[i])) found.push(text.slice(i, i + Math.max(1, length[i])));
    return found;
  };
  const cases: [text: string, expected: string][] = [
    ['未来属于青年', '未来 属于 青年'],
    ['未来\n属于青年', '未来 \n 属于 青年'],
    ['末来', '末 来'],
    ['', ''],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(words(text).join(' '), expected));

  it('finds no better way on either side of a cut, and words no longer than the list has', () => {
    const character = fc.constantFrom(...'未来属于青年的图书馆末\n');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), (characters) => {
        const { text, before, after, length, word } = cutWords(characters.join(''), testLexicon());
        const total = before[text.length];
        for (let i = 0; i <= text.length; i++) assert.ok(before[i] + after[i] <= total + 1e-9);
        let sum = 0;
        for (let i = 0; i < text.length; i += Math.max(1, length[i])) {
          assert.ok(length[i] <= MAX_WORD);
          sum += word[i];
        }
        assert.ok(Math.abs(sum - total) < 1e-6);
      }),
    );
  });
});
