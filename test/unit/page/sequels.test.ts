import assert from 'node:assert/strict';
import { order } from '../../../server/src/page/ordered';
import { makeRun, sequelContext } from '../../../server/src/page/runs';
import { isClosed, opensStory, sequelEvidence } from '../../../server/src/page/sequels';
import { splitPlaces } from '../../../server/src/page/splits';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

/*
 * Two columns of a story that the extractor read row by row: left, right, left, right …
 */
const LEFT = [
  '永丰县红旗干渠上一排排太阳',
  '能板像给渠道盖上了屋顶首批',
  '光伏渠段已经并网发电太阳能',
  '板每年可发电四百万千瓦时干',
];
const RIGHT = [
  '渠里的水也少蒸发了县水务局',
  '的工程师周望舒说干渠全长四',
  '十公里全部盖完以后每年能少',
  '蒸发八十万立方米的水够用了',
];

/** What speaks for the sequel of one run of rows in another, by the name of the evidence. */
function evidence(rows: readonly string[], first: readonly number[], second: readonly number[]): string[] {
  const { page: draft, odds } = draftOf(...rows);
  const page = order(draft, odds, weights);
  const runs = [makeRun(page, first), makeRun(page, second)];
  const names: string[] = [];
  sequelEvidence(sequelContext({ ...page, previous: goOn(first, second) }, runs), runs[0], runs[1], (name) =>
    names.push(name),
  );
  return names;
}

/** For each row of each run the one before. */
const goOn = (...runs: readonly (readonly number[])[]): Map<number, number> =>
  new Map(runs.flatMap((rows) => rows.slice(1).map((row, n): [number, number] => [row, rows[n]])));

const check = (
  rows: readonly string[],
  first: readonly number[],
  second: readonly number[],
  expected: readonly string[],
): void =>
  assert.deepEqual(
    evidence(rows, first, second).filter((name) => name.startsWith('to the ')),
    expected,
  );

describe('columns that the extractor read side by side', () => {
  const sideBySide = LEFT.flatMap((left, n) => [left, RIGHT[n]]);
  const [left, right] = [
    [0, 2, 4, 6],
    [1, 3, 5, 7],
  ];

  it('tell by where they begin and end', () =>
    check(sideBySide, left, right, [
      'to the right, heads differ 0',
      'to the right, tails differ 0',
      'to the right, counts differ 0',
    ]));
  it('have a left and a right', () =>
    check(sideBySide, right, left, [
      'to the left, heads differ 0',
      'to the left, tails differ 0',
      'to the left, counts differ 0',
    ]));
  it('of which one is longer', () =>
    check(sideBySide, left, right.slice(0, 3), [
      'to the right, heads differ 0',
      'to the right, tails differ 0',
      'to the right, counts differ 1',
    ]));
  it('are none where one stands below the other', () => check([...LEFT, ...RIGHT], [0, 1, 2, 3], [4, 5, 6, 7], []));
});

describe('the end of a story', () => {
  const rows = ['观众都说这样的演出看不够。', '艺术节昨天落下帷幕演员们纷纷', '登台谢幕观众久久不愿离去'];
  const closes = (last: string): boolean => evidence([last, ...rows.slice(1)], [0], [1, 2]).includes('closed');

  it('is known by names or a dateline in brackets', () => {
    assert.ok(!closes(rows[0]));
    assert.ok(closes('演出看不够。（本报纽约1月26日电）'));
    assert.ok(closes('这样的演出看不够。（柳文远）'));
    assert.ok(!closes('据（本报纽约1月26日电）演出看不够'));
  });
});

describe('what the characters of two runs have in common', () => {
  const others = ['老街夜市重新开张摊位全部营业', '群众走过便民桥说这座桥真方便', '柳河两岸披上新绿游人多了起来'];
  const page = [...LEFT, ...RIGHT, ...others, ...others, ...others, ...others, ...others, ...others];
  const affinity = (rows: readonly string[], first: readonly number[], second: readonly number[]): number =>
    Number(
      evidence(rows, first, second)
        .find((name) => /^affinity of characters \d/.test(name))
        ?.replace(/\D/g, ''),
    );
  /** The class of runs that have in common what chance makes of them. */
  const CHANCE = 4;

  it('tells one story from two', () => {
    assert.ok(affinity(page, [0, 1], [2, 3]) > CHANCE);
    assert.ok(affinity(page, [0, 1, 2, 3], [8, 9, 10]) < CHANCE);
  });
  it('tells nothing where they make up most of the page', () =>
    assert.equal(affinity([...LEFT, ...others], [0, 1, 2, 3], [4, 5, 6]), CHANCE));
});

describe('a dateline and the reporters that begin another row', () => {
  const spans = (second: string): boolean =>
    evidence(['新华社昆明1月18日电', '湖边的人多了起来', second], [0], [2]).includes('one form spans the break');

  it('are one head of a story, whatever stands between them', () => {
    assert.ok(spans('（记者刘世昕、李自良）从昆明传来好消息，湖水清了。'));
    assert.ok(!spans('从昆明传来好消息，湖水清了。'));
  });
});

describe('a story', () => {
  const text = ['干渠全部盖完以后，每年能少蒸发', '八十万立方米的水。'];
  const closed = (lines: readonly string[], rows: readonly number[]): boolean => isClosed(draftOf(...lines).page, rows);

  it('is closed by the names that sign it, in its last row or below it', () => {
    assert.ok(closed([text[0], '八十万立方米的水。（周望舒）'], [0, 1]));
    assert.ok(closed([...text, '（周望舒）'], [0, 1, 2]));
    assert.ok(closed([...text, '（周望舒）'], [0, 1]));
  });
  it('is closed by a dateline that stands behind what it dates', () => {
    for (const dateline of ['（据新华社北京3月5日电）', '以上均据新华社电'])
      assert.ok(closed([...text, dateline], [0, 1, 2]), dateline);
  });
  it('is not closed by a dateline that names its reporter in brackets', () =>
    assert.ok(!closed([...text, '（新华社记者周望舒北京3日电）'], [0, 1, 2])));
  it('is closed by a jump line', () => assert.ok(closed([text[0], '八十万立方米的水。（下转第三版）'], [0, 1])));
  it('is not closed by names below the middle of a sentence', () => assert.ok(!closed([...text, '（周望舒）'], [0])));
  it('is not closed by names below another row', () =>
    assert.ok(!closed([text[0], '八十万立方米的水，', '（周望舒）'], [0, 1])));
  it('is not closed by a sentence that ends', () => assert.ok(!closed(text, [0, 1])));
});

describe('a row that opens a story', () => {
  const opens = (row: string): boolean => opensStory(draftOf(row, '干渠全部盖完以后，每年能少蒸发').page.forms[0]);
  it('has a dateline', () => assert.ok(opens('据新华社北京3月5日电')));
  it('but none that stands behind what it dates', () => {
    for (const row of ['（据新华社北京3月5日电）', '以上均据新华社电']) assert.ok(!opens(row), row);
  });
});

describe('rows read as one story', () => {
  const [first, second] = ['八十万立方米的水，够用了。', '干渠全部盖完了。'];
  const places = (dateline: string): number[] => {
    const { page, odds } = draftOf(first, dateline, second);
    return splitPlaces(order(page, odds, weights), [0, 1, 2]);
  };
  it('may be two before a dateline', () => assert.deepEqual(places('新华社北京3月5日电'), [1]));
  it('but not before one that closes a story', () => assert.deepEqual(places('（新华社北京3月5日电）'), [2]));
});
