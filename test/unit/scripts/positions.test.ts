import assert from 'node:assert/strict';
import type { Truth, TruthArticle } from '../../../scripts/recognition/pages';
import { bodyPositions } from '../../../scripts/recognition/positions';

const story = (body: string, signed: readonly string[] = []): TruthArticle => ({
  type: 'story',
  headline: null,
  kicker: null,
  deck: null,
  byline: signed.map((name) => ({ role: '', names: [name], pos: 'end' })),
  dateline: null,
  lead: null,
  body,
  captionLines: [],
  headlineLines: [],
  jumpLine: null,
});

/** `lines`: "story role text" each. */
function check(
  articles: readonly TruthArticle[],
  lines: readonly string[],
  expected: readonly (number | null)[],
): void {
  const parts = lines.map((line) => line.split(' '));
  const truth: Truth = {
    name: '',
    engine: '',
    articles,
    lines: parts.map(([article, role], n) => ({ n, article: Number(article), role })),
  };
  const rows = parts.map(([, , bare], line) => ({ line, bare }));
  assert.deepEqual(bodyPositions(rows, truth), expected);
}

describe('where rows stand in their stories', () => {
  const water = story('山上的水库建成了。村里人都去看水。水很清。', ['王小河']);
  const road = story('新修的公路通到镇上。赶集的人多了。');

  it('is told by their trigrams', () => check([water], ['0 body 山上的水库建', '0 body 成了。村里人都'], [0, 6]));

  it('is told of the short last row of a paragraph by the row that ends there', () =>
    check([water], ['0 body 山上的水库建', '0 body 成了。', '0 body 村里人都去看', '0 body 水。'], [0, 6, 9, 15]));

  it('is not told of a short row that stands too far below', () => {
    const others = Array.from({ length: 14 }, () => '1 body 通到镇上');
    check([water, road], ['0 body 村里人都去看', ...others, '0 body 水。'], [9, ...others.map(() => 5), null]);
  });

  it('is behind the text for the name that signs a story', () =>
    check([water], ['0 body 水很清。', '0 byline （王小河）'], [17, 21]));

  it('is not told of other names', () => check([water], ['0 byline 李大山'], [null]));

  it('is not told of titles', () => check([water], ['0 headline 山上的水库'], [null]));
});
