import assert from 'node:assert/strict';
import { order } from '../../../server/src/page/ordered';
import { readPage } from '../../../server/src/page/read';
import { withoutHeads } from '../../../server/src/page/stories';
import { titleLines } from '../../../server/src/page/titleLines';
import { makeBlock } from '../../../server/src/page/titles';
import { weights } from '../../../server/src/page/weights.generated';
import { testResources } from '../resources';
import { draftOf } from './rowsOf';

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

const COMMENT = [
  '　　垃圾分类说易行难。一些小区的',
  '分类桶摆了多年，里面的东西却依旧',
  '混在一起，原因值得深思。',
  '　　习惯的养成不可能一蹴而就，既',
  '要靠宣传引导，也要靠制度约束。',
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

describe('titles that no text stands beside', () => {
  const page = [
    '本报讯 （记者 林舟） 柳河镇今年春天给',
    '三个村修通了自来水，家家户户都用上净水。',
    '过去村里人吃水要到河边去挑，如今一拧开',
    '水龙头，净水就流进水缸。镇水务站的职工',
    '每个月到各村的水源地取样化验。',
    '',
    '修水渠 架新桥 通公路',
    '',
    '柳河镇四十里山路变通途',
    '',
    '老街夜市添了三十个新摊位',
    '',
    '□ 顾小满',
    '',
    '南门老街的夜市上月添了新摊位，三十个',
    '摊主都是附近的居民。夜市的摊位费一天十',
    '元，摊主说，老街的客人比去年多了一倍，',
    '到了周末，夜市里常常走不动。',
    '',
    '要闻 第三版',
    '',
    '农家书屋的灯亮到几点',
    '',
    '□ 方晓晴',
    '',
    '东关村的农家书屋夜里也开门。书屋里的',
    '书是读者捐的，看书的多是放学的孩子。管',
    '书屋的老教师说，书屋的灯亮到几点，孩子',
    '们就看到几点。',
    '',
    '本报讯 （记者 周望舒） 柳河镇到县城的',
    '四十里山路昨天全线通车。从前山路窄，遇',
    '上雨天就走不成，山货运不出去。如今公路',
    '修到了村口，新桥架过了柳河，到县城只要',
    '半个小时。',
  ];

  it('are told from the text above and below them, and a kicker of parallel phrases from its headline', () => {
    const { stories } = readPage(page.join('\n'), testResources());
    assert.deepEqual(
      stories.map(({ kicker, headline }) => [kicker?.text ?? null, headline?.text ?? null]),
      [
        [null, null],
        [null, '老街夜市添了三十个新摊位'],
        [null, '农家书屋的灯亮到几点'],
        ['修水渠 架新桥 通公路', '柳河镇四十里山路变通途'],
      ],
    );
  });
});

describe('a dateline behind its story, on a line of its own', () => {
  const market = ['老街夜市重新开张', '　　记者从永丰县城关镇获悉，停业', ...NIGHT_MARKET.slice(1)];
  const library = ['社区图书馆延长开放时间', '　　为方便放学的孩子看书，东关的', ...LIBRARY.slice(1)];
  const dates = (line: string): (string | null)[] =>
    readPage([...market, line, '', ...library].join('\n'), testResources()).stories.map(
      ({ dateline }) => dateline?.text ?? null,
    );
  for (const line of ['（据新华社北京3月5日电）', '（新华社北京3月5日电）', '以上均据新华社电', '（据新华社电）'])
    it(line, () => assert.deepEqual(dates(line), [line.replace(/[（）]/g, ''), null]));
});

describe('the head of a column', () => {
  const text = ['　　记者从永丰县城关镇获悉，停业', ...NIGHT_MARKET.slice(1)];
  const told = (...titles: readonly string[]) => {
    const { stories, pieces, furniture } = readPage([...titles, ...text].join('\n'), testResources());
    const isHead = pieces.some(({ role }) => role === 'standing-head');
    return [stories[0].headline?.text, isHead, furniture.map((own) => own.text).join()];
  };
  it('above a headline is no part of it', () =>
    assert.deepEqual(told('评论员观察', '老街夜市重新开张'), ['老街夜市重新开张', true, '评论员观察']));
  it('nor is it below', () =>
    assert.deepEqual(told('老街夜市重新开张', '评论员观察'), ['老街夜市重新开张', true, '评论员观察']));
  it('is the headline where there is no other', () => assert.deepEqual(told('评论员观察'), ['评论员观察', false, '']));
  it('is all the title of a story that has no other, and none without a story', () => {
    const { page: draft, odds } = draftOf('今日谈', '老街夜市重新开张', ...text);
    const page = order(draft, odds, weights);
    const block = makeBlock(page, titleLines(page, [1]), page.title);
    assert.deepEqual([...page.heads], [0]);
    assert.deepEqual(
      [true, false].map((linked) => withoutHeads(page, block, linked).lines.length),
      [1, 0],
    );
  });
  it('goes with the story whose title it stood in', () => {
    const { pieces } = readPage(['把办法带到田头', '今日谈', ...COMMENT].join('\n'), testResources());
    assert.equal(pieces.find(({ role }) => role === 'standing-head')?.story, 0);
  });
});
