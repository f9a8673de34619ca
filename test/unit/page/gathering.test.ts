import assert from 'node:assert/strict';
import { gatherTitles } from '../../../server/src/page/gathering';
import { makeBody } from '../../../server/src/page/links';
import { order } from '../../../server/src/page/ordered';
import { titleBlocks } from '../../../server/src/page/titles';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const TITLE = '干渠架起太阳能板';
const OPEN = ['永丰县红旗干渠上一排排太阳能板像', '给渠道盖上了屋顶，首批三公里的光'];
const ENDED = ['永丰县红旗干渠上一排排太阳能板像', '给渠道盖上了屋顶。'];
const REST = ['伏渠段已经并网发电，全年可发四百', '万千瓦时，干渠里的水也少蒸发了。'];

/** What becomes of a row between those of a titled story that was taken for a title. */
function check(before: readonly string[], row: string, ocr: boolean, expected: 'text' | 'subhead'): void {
  const { page: draft, odds } = draftOf(TITLE, ...before, row, ...REST);
  const at = before.length + 1;
  const title = draft.sheet.rows.map((_, i) => (i === 0 || i === at ? 1 : 0));
  const page = { ...order(draft, odds, weights), ocr, title };
  const blocks = titleBlocks(page, title, { bias: -9 });
  const rows = draft.sheet.rows.map((_, i) => i).filter((i) => title[i] === 0);
  const first = {
    bodies: [makeBody(page, rows, false)],
    blocks,
    links: [{ block: 0, body: 0, score: 3, why: [] }],
  };
  const [story] = gatherTitles(page, weights, first, []).bodies;
  assert.deepEqual(
    story.rows,
    draft.sheet.rows.map((_, i) => i).filter((i) => i > 0),
  );
  assert.equal(story.subheads.includes(at), expected === 'subhead');
}

describe('a row between those of a story that looks like a title', () => {
  it('is a subhead between two paragraphs', () => check(ENDED, '一举三得', false, 'subhead'));
  it('is text on an OCR page where it breaks a sentence', () => check(OPEN, '凸潮父汪楠', true, 'text'));
  it('is a subhead on an OCR page where it does not', () => check(ENDED, '一举三得', true, 'subhead'));
});

describe('a title that no story took, and of which a link says little', () => {
  const doubtful = { ...weights, link: { bias: -2 } };
  const story = ['永丰县红旗干渠上一排排太阳能板像', '给渠道盖上了屋顶。'];

  /** The lines of the title that the story has in the end, where it had the first one of two that stand far apart. */
  function check(linked: string, other: string, expected: readonly string[]): void {
    const rows = [linked, ...story, ...REST, other];
    const { page: draft, odds } = draftOf(...rows);
    const title = rows.map((row) => (row === linked || row === other ? 1 : 0));
    const page = { ...order(draft, odds, weights), title };
    const bodies = [makeBody(page, [1, 2, 3, 4], false)];
    const links = [{ block: 0, body: 0, score: 3, why: [] }];
    const { blocks } = gatherTitles(
      page,
      doubtful,
      { bodies, blocks: titleBlocks(page, title, { bias: -9 }), links },
      [],
    );
    assert.deepEqual(
      blocks[0].lines.map(({ text }) => text),
      expected,
    );
  }

  it('is the headline of a story that has but a deck', () =>
    check('——永丰县红旗干渠见闻', TITLE, ['——永丰县红旗干渠见闻', TITLE]));
  it('or but a kicker', () => check('旱时引水 涝时排水', TITLE, ['旱时引水 涝时排水', TITLE]));
  it('or the deck of its headline', () => check(TITLE, '——永丰县红旗干渠见闻', [TITLE, '——永丰县红旗干渠见闻']));
  it('but no second headline', () => check('永丰县用上渠上的电', TITLE, ['永丰县用上渠上的电']));
});

describe('a kicker that the words of another story echo', () => {
  const KICKER = '旱时引水 涝时排水';
  const ECHO = ['旱时引水，涝时排水，石门村的老支书', '把这两句话写在了村口的墙上。'];
  const OTHER = '石门村的老支书';
  const doubtful = { ...weights, link: { bias: -2, 'words shared': 1 } };

  /** The lines of the first story's title in the end; each story had the title of one line that is no kicker above it. */
  function check(rows: readonly string[], expected: readonly string[]): void {
    const titles = [KICKER, TITLE, OTHER];
    const { page: draft, odds } = draftOf(...rows);
    const title = rows.map((row) => (titles.includes(row) ? 1 : 0));
    const page = { ...order(draft, odds, weights), title };
    const body = (text: readonly string[]) =>
      makeBody(
        page,
        text.map((row) => rows.indexOf(row)),
        false,
      );
    const blocks = titleBlocks(page, title, { bias: -9 });
    const blockOf = (text: string): number => blocks.findIndex(({ lines }) => lines[0].text === text);
    const links = [TITLE, OTHER].map((text, n) => ({ block: blockOf(text), body: n, score: 3, why: [] }));
    const gathered = gatherTitles(page, doubtful, { bodies: [body(REST), body(ECHO)], blocks, links }, []);
    assert.deepEqual(
      gathered.blocks[links[0].block].lines.map(({ text }) => text),
      expected,
    );
  }

  it('is that of the title right below it', () => check([KICKER, TITLE, ...REST, OTHER, ...ECHO], [KICKER, TITLE]));
  it('but not of one further down', () => check([KICKER, OTHER, ...ECHO, TITLE, ...REST], [TITLE]));
});
