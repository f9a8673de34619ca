import assert from 'node:assert/strict';
import { rest } from '../../../server/src/markup/rest';
import type { Page, Piece, Role } from '../../../server/src/page/model';
import { oneStory } from '../page/oneStory';

const SURE = { confidence: 1, why: [] };

/** A page whose pieces are these, and whose story has the elements that `with` adds; its rest. */
function check(
  pieces: readonly (readonly [line: number, text: string, role: Role])[],
  story: (text: string) => Partial<Page['stories'][number]>,
  expected: string[],
): void {
  const lines = new Map<number, string>();
  for (const [line, text] of pieces) lines.set(line, (lines.get(line) ?? '') + text);
  const text = [...lines.values()].join('\n');
  let from = 0;
  const placed = pieces.map(([line, own, role]): Piece => {
    const start = text.indexOf(own, from);
    from = start + own.length;
    return { line, span: { start, end: from }, role, story: 0, ...SURE };
  });
  const page = oneStory(text);
  const stories = [{ ...page.stories[0], paragraphs: [], ...story(text) }];
  assert.deepEqual(
    rest({ ...page, pieces: placed, stories }).map(({ span }) => text.slice(span.start, span.end).trim()),
    expected,
  );
}

describe('what no element of a page has', () => {
  const byline = (text: string, from: string) => ({
    bylines: [
      {
        ...SURE,
        role: null,
        names: ['林舟', '高山'].map((name) => ({ name, span: { start: 0, end: 2 } })),
        span: { start: text.indexOf(from), end: text.indexOf('高山）') + 3 },
        lines: [0, 1],
      },
    ],
  });
  it('is text of another column in the second row of a byline', () =>
    check(
      [
        [0, '（林舟', 'byline'],
        [1, '另一栏的一行   高山）', 'byline'],
      ],
      (text) => byline(text, '（'),
      ['另一栏的一行'],
    ));
  it('is text before a byline that begins its row’s end', () =>
    check(
      [
        [0, '修好了。（林舟', 'body'],
        [1, '高山）', 'byline'],
      ],
      (text) => byline(text, '（'),
      ['修好了。'],
    ));
  it('is text beside a title on its line', () =>
    check(
      [
        [0, '评论员观察   ', 'body'],
        [0, '新桥通车', 'headline'],
      ],
      (text) => ({
        headline: { ...SURE, text: '新桥通车', span: { start: text.indexOf('新'), end: text.length }, lines: [0] },
      }),
      ['评论员观察'],
    ));
  it('is not what a mark calls text, if a figure has it', () =>
    check(
      [
        [0, '图为新桥。 ', 'body'],
        [0, '<!-- join -->', 'mark'],
      ],
      () => ({ figures: [{ ...SURE, caption: '图为新桥。', credit: null, span: { start: 0, end: 5 }, lines: [0] }] }),
      [],
    ));
});
