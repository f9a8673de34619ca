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
  it('says what the line is, how sure, and why', () => check(2, '**Body text** · 90 % sure', 'for the test', '(+1.3)'));
  it('tells the reasons in sentences, the strongest five, and what says the same once', () => {
    const reading = readingOf(PAGE);
    const { page } = reading.document.pages[0];
    const why = [
      ['has a title', 0.1],
      ['digits', 0.4],
      ['some gain', 0.5],
      ['spread', -2],
      ['clear gain', 0.7],
      ['comma', 0.6],
      ['indented', 0.8],
      ['top of page', -0.3],
    ].map(([name, score]) => ({ name: String(name), score: Number(score) }));
    const pieces = page.pieces.map((piece) => ({ ...piece, why }));
    const placed = [{ start: 0, firstLine: 0, page: { ...page, pieces } }];
    const told = textAt({ ...reading, document: { ...reading.document, pages: placed } }, 2);
    assert.equal(
      told?.split('\n\n').pop(),
      [
        '- It is letter\\-spaced\\. (−2.0)',
        '- Read together, the two make a word over the break\\. (+1.2)',
        '- It is indented\\. (+0.8)',
        '- It holds a comma\\. (+0.6)',
        '- It holds digits\\. (+0.4)',
      ].join('\n'),
    );
  });
  it('names the story', () => check(2, 'Story: 春耕', '80 % sure'));
  it('says how sure the link of title and story is', () =>
    check(0, '**Headline**', 'This title belongs to its story: 70 % sure'));
  it('tells what was understood of a byline', () => check(1, '记者: 王一、李二'));
  it('tells where a story goes on', () => check(3, 'Continues on page 4'));
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
