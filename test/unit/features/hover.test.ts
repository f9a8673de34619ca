import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/src/features/hover';
import type { Reading } from '../../../server/src/features/reading';
import { readingOf, tell } from './page';

const PAGE = ['h0 春耕*正忙*', 'y0 记者 王一 李二', 'b0 田间一片繁忙。', 'j0 下转4版', ''];

const textAt = (reading: Reading, line: number, character = 1): string | null => {
  const answer = hover(reading, { line, character }, tell);
  return answer ? (answer.contents as MarkupContent).value : null;
};
const at = (line: number, character?: number): string | null => textAt(readingOf(PAGE), line, character);

function check(line: number, ...expected: string[]): void {
  const text = at(line) ?? '';
  for (const part of expected) assert.ok(text.includes(part), `${part} in:\n${text}`);
}

describe('hover', () => {
  it('says what the line is, how sure, and why', () => check(2, '**Body text** · 90 % sure', '- “for the test”'));

  describe('tells the reasons', () => {
    /** The reasons of the text's line where the evidence is this. */
    const reasonsFor = (line: number, ...why: [string, number][]): string[] => {
      const reading = readingOf(PAGE);
      const { page } = reading.document.pages[0];
      const evidence = why.map(([name, score]) => ({ name, score }));
      const pieces = page.pieces.map((piece) => ({ ...piece, why: evidence }));
      const placed = [{ start: 0, firstLine: 0, page: { ...page, pieces } }];
      const text = textAt({ ...reading, document: { ...reading.document, pages: placed } }, line) ?? '';
      return text.split('\n').filter((row) => row.startsWith('- '));
    };

    it('three of them, forms before shapes and shapes before characters, and one against', () => {
      const told = reasonsFor(
        2,
        ['ends han', 1.9],
        ['indented', 0.8],
        ['digits', 0.5],
        ['spread', -2],
        ['comma', -1],
        ['next sure dateline', 0.7],
        ['top of page', 0.1],
      );
      assert.deepEqual(told, [
        '- The line below surely holds a dateline\\.',
        '- It is indented\\.',
        '- It holds digits\\.',
        '- Against: It is letter\\-spaced\\.',
      ]);
    });
    it('characters where nothing else speaks', () =>
      assert.deepEqual(reasonsFor(2, ['ends han', 1.9]), ['- It ends with a Chinese character\\.']));
    it('what says the same once, with its weight together', () =>
      assert.deepEqual(reasonsFor(2, ['some gain', 0.5], ['clear gain', 0.7], ['indented', 0.8]), [
        '- Read together, the two make a word over the break\\.',
        '- It is indented\\.',
      ]));
    it('never a form against the line that the verdict says holds it', () => {
      const why: [string, number][] = [
        ['jump.bracketed', 4],
        ['sure jump', -1.2],
      ];
      const reason = '- A jump to or from a page stands in brackets\\.';
      assert.deepEqual(reasonsFor(3, ...why), [reason]);
      assert.deepEqual(reasonsFor(2, ...why), [
        reason,
        '- Against: The line surely holds a jump line to another page\\.',
      ]);
    });
    it('nothing that is no reason', () => assert.deepEqual(reasonsFor(2, ['story', 0.4]), []));
  });

  it('names the story', () => check(2, 'Story: 春耕', '80 % sure'));
  it('says how sure the link of title and story is', () =>
    check(0, '**Headline**', 'This title belongs to its story: 70 % sure'));
  it('tells first what was understood of a byline', () =>
    assert.match(at(1) ?? '', /^\*\*Byline: 记者 王一、李二\*\* · 90 % sure/));
  it('tells first where a story goes on', () => assert.match(at(3) ?? '', /^\*\*Jump line to page 4\*\* · 90 % sure/));
  it('tells a jump line that ends a text as such', () => {
    const reading = readingOf(PAGE);
    const { page } = reading.document.pages[0];
    const pieces = page.pieces.map((piece) => (piece.role === 'jump' ? { ...piece, role: 'body' as const } : piece));
    const placed = [{ start: 0, firstLine: 0, page: { ...page, pieces } }];
    const told = textAt({ ...reading, document: { ...reading.document, pages: placed } }, 3);
    assert.match(told ?? '', /^\*\*Jump line to page 4\*\* · Body text · 90 % sure/);
  });
  it('tells which line the text reads on from where that is not the one above', () => {
    const reading = readingOf(['h0 春耕', 'b0 甲一', 'b1 乙一', 'b0 甲二', 'b0 甲三', '']);
    assert.ok(textAt(reading, 3)?.includes('Reads on from line 2: 甲一'));
    for (const line of [0, 1, 2, 4]) assert.ok(!textAt(reading, line)?.includes('Reads on'), `line ${line}`);
  });
  it('lets no Markdown of the page through', () => check(2, '春耕\\*正忙\\*'));
  it('is silent on a blank line', () => assert.equal(at(4, 0), null));
  it('has the range of the line', () => {
    assert.deepEqual(hover(readingOf(PAGE), { line: 2, character: 1 }, tell)?.range, {
      start: { line: 2, character: 0 },
      end: { line: 2, character: 7 },
    });
  });
});
