import assert from 'node:assert/strict';
import { readPage } from '../../../server/src/page/read';
import { testResources } from '../resources';

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
  it('have a title that says so and nothing else', () => check(['超市遗失执照以后'], LOSS, [], 2));
  it('do not open as a story does', () => check(['公告'], LEAD, [], 2));
  it('have their lines as such', () => {
    const { pieces } = readPage([...STORY, '遗失声明', '', ...LOSS].join('\n'), testResources());
    assert.deepEqual([...new Set(pieces.slice(STORY.length).map(({ role }) => role))], ['notice', 'blank']);
  });
});
