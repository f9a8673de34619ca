import assert from 'node:assert/strict';
import { readPage } from '../../../server/src/page/read';
import { testResources } from '../resources';

/* How stories are put together: pages whose titles or bylines stand where little but the words tells whose they are. */

const NIGHT_MARKET = [
  '　　本报讯 （记者 施云帆） 停业',
  '半年的南门老街夜市3月5日晚重新开',
  '张。改造后的夜市摊位由路边挪进了',
  '院子，统一了水电、排污和油烟净化',
  '设施，210个摊位当晚全部营业。夜市',
  '摊主卢春生说，老街的顾客又回来了。',
];
const SOLAR_CANAL = [
  '　　本报讯 （记者 罗清扬） 在永',
  '丰县红旗干渠上，一排排太阳能板像',
  '给渠道盖上了屋顶。3月4日，记者在',
  '现场看到，首批3.2公里的光伏渠段',
  '已经并网发电。太阳能板每年可发电',
  '四百万千瓦时，干渠的水也少蒸发了。',
];
const LIBRARY = [
  '　　本报讯 （记者 顾小满） 东关',
  '社区图书馆3月3日起延长开放时间，',
  '每晚九点半才闭馆。社区里的中学生',
  '放学后可以来图书馆看书写作业，图',
  '书馆还请来退休教师答疑。图书馆去',
  '年新购图书六千册，借阅量翻了一番。',
];

interface Told {
  readonly headline: string | null;
  readonly byline: readonly string[];
}

const read = (rows: readonly string[]): Told[] =>
  readPage(rows.join('\n'), testResources()).stories.map(({ headline, bylines }) => ({
    headline: headline?.text ?? null,
    byline: bylines.flatMap(({ names }) => names.map(({ name }) => name)),
  }));

const check = (rows: readonly string[], expected: readonly (string | null)[]): void =>
  assert.deepEqual(
    read(rows).map(({ headline }) => headline),
    expected,
  );

describe('titles that stand apart from their stories', () => {
  const titles = ['东关社区图书馆夜里也开门', '老街夜市重新开张', '干渠架起太阳能板'];
  const stories = [...NIGHT_MARKET, ...SOLAR_CANAL, ...LIBRARY];
  const inOrder = ['老街夜市重新开张', '干渠架起太阳能板', '东关社区图书馆夜里也开门'];

  it('are told apart by the words of the stories, below them', () => check([...stories, ...titles], inOrder));
  it('… and above them', () => check([...titles, ...stories], inOrder));
  it('are one title where its lines share a story', () =>
    check(
      [...NIGHT_MARKET, ...SOLAR_CANAL, '停业半年改造摊位', '老街夜市重新开张', '干渠架起太阳能板'],
      ['停业半年改造摊位老街夜市重新开张', '干渠架起太阳能板'],
    ));
});

describe('a byline on a line of its own', () => {
  const owners = (rows: readonly string[]): (string | null)[] =>
    read(rows)
      .filter(({ byline }) => byline.includes('高远山'))
      .map(({ headline }) => headline);
  const untold = (story: readonly string[]): string[] => [`　　${story[0].slice(-4)}`, ...story.slice(1)];

  it('below a title is that of the title’s story', () =>
    assert.deepEqual(
      owners(['老街夜市重新开张', '□ 本报记者 高远山', ...untold(NIGHT_MARKET), '干渠架起太阳能板', ...SOLAR_CANAL]),
      ['老街夜市重新开张'],
    ));
  it('above a dateline or a lead is that of the story above', () =>
    assert.deepEqual(
      owners(['老街夜市重新开张', ...untold(NIGHT_MARKET), '□ 高远山', ...SOLAR_CANAL, '干渠架起太阳能板']),
      ['老街夜市重新开张'],
    ));
  it('in brackets closes the story above', () =>
    assert.deepEqual(
      owners(['老街夜市重新开张', ...untold(NIGHT_MARKET), '（高远山）', '干渠架起太阳能板', ...untold(SOLAR_CANAL)]),
      ['老街夜市重新开张'],
    ));
  it('tells in its hover why it is that story’s', () => {
    const rows = ['老街夜市重新开张', '□ 本报记者 高远山', ...untold(NIGHT_MARKET)];
    const page = readPage(rows.join('\n'), testResources());
    const why = page.pieces.find(({ line }) => line === 1)?.why.map(({ name }) => name);
    assert.ok(why?.includes('with a marker: under its title'), why?.join());
  });
});

describe('a continuation line on a row of its own', () => {
  const stories = [...NIGHT_MARKET, ...SOLAR_CANAL];
  const continued = (...titles: readonly string[]): (string | null)[] =>
    readPage([...stories, ...titles].join('\n'), testResources()).stories.flatMap(({ headline, continuedFrom }) =>
      continuedFrom ? [headline?.text ?? null] : [],
    );

  it('is that of the headline above it', () => {
    assert.deepEqual(continued('老街夜市重新开张', '（上接第一版）', '干渠架起太阳能板'), ['老街夜市重新开张']);
    assert.deepEqual(continued('干渠架起太阳能板', '（上接第一版）', '老街夜市重新开张'), ['干渠架起太阳能板']);
  });
});
