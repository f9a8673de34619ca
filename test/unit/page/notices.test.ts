import assert from 'node:assert/strict';
import { makeBody } from '../../../server/src/page/links';
import { isNotice } from '../../../server/src/page/notices';
import { readPage } from '../../../server/src/page/read';
import { titleLines } from '../../../server/src/page/titleLines';
import { makeBlock } from '../../../server/src/page/titles';
import { testResources } from '../resources';
import { draftOf } from './rowsOf';

const STORY = [
  '老街夜市重新开张',
  '',
  '　　本报讯（记者林舟）停业半年的南门',
  '老街夜市昨晚重新开张。改造后的夜市摊',
  '位由路边挪进了院子，摊主都说方便多了。',
  '',
];
const LOSS = [
  '　　永丰县柳河镇万家便民超市，不慎遗失',
  '营业执照副本，声明作废。',
  '　　平野县云岭乡茶叶合作社遗失公章一枚，声明作废。',
];
const LEAD = ['　　本报讯（记者林舟）永丰县柳河镇今日', '发布公告，新桥下月起全天通车。', '镇上的人说方便多了。'];

/** The notices of a page with a story and this text below the title, and how many stories it has. */
function check(title: readonly string[], text: readonly string[], notices: readonly string[], stories: number): void {
  const page = readPage([...STORY, ...title, '', ...text].join('\n'), testResources());
  assert.deepEqual(
    page.furniture.filter(({ kind }) => kind === 'notice').map(({ text: own }) => own),
    notices,
  );
  assert.equal(page.stories.length, stories);
}

describe('notices', () => {
  it('are page furniture, their title and each paragraph', () =>
    check(
      ['遗失声明'],
      LOSS,
      [
        '遗失声明',
        '永丰县柳河镇万家便民超市，不慎遗失营业执照副本，声明作废。',
        '平野县云岭乡茶叶合作社遗失公章一枚，声明作废。',
      ],
      1,
    ));
  it('have their lines as such', () => {
    const { pieces } = readPage([...STORY, '遗失声明', '', ...LOSS].join('\n'), testResources());
    assert.deepEqual([...new Set(pieces.slice(STORY.length).map(({ role }) => role))], ['notice', 'blank']);
  });
});

describe('what a notice is', () => {
  /** Whether the text below a title's lines is one. */
  function check(title: readonly string[], text: readonly string[], expected: boolean, figure = false): void {
    const { page } = draftOf(...title, ...text);
    const isTitle = page.sheet.rows.map((_, i) => (i < title.length ? 1 : 0));
    const block = makeBlock(page, titleLines(page, isTitle), isTitle);
    const rows = isTitle.flatMap((is, i) => (is ? [] : [i]));
    assert.equal(isNotice(page, makeBody(page, rows, figure), block), expected);
  }

  it('is told by a title that says so and nothing else', () => {
    check(['遗失声明'], LOSS, true);
    check(['超市遗失执照以后'], LOSS, false);
    check(['注销公告', '新桥下月起全天通车'], LOSS, false);
  });
  it('does not open as a story does', () => check(['注销公告'], LEAD, false));
  it('is no picture', () => check(['注销公告'], LOSS, false, true));
});
