import { strict as assert } from 'node:assert';
import { markUpPage } from '../../../server/src/markup/write';
import { readPage } from '../../../server/src/page/read';
import { testResources } from '../resources';
import { outline } from './outline';

describe('marking up keeps what a story tells of itself', () => {
  /** The story that the page has, and has again once it is marked up: what of it is told, and what was written. */
  const kept = (...lines: string[]) => {
    const page = readPage(lines.join('\n'), testResources());
    const marked = markUpPage(page);
    const again = readPage(marked, testResources());
    assert.deepEqual(outline(again), outline(page), marked);
    assert.equal(markUpPage(again), marked);
    const [{ bylines, dateline }] = page.stories;
    return {
      marked,
      bylines: bylines.map(({ role, names }) => [role ?? '', ...names.map(({ name }) => name)].join(' ')),
      dateline: dateline?.text ?? null,
      paragraphs: page.stories[0].paragraphs.map(({ text }) => text),
    };
  };
  const TITLE = ['河湾村老屋变成新书院', ''];
  const OPENING = [
    '　　河湾村的老屋去年秋天修好了屋顶，',
    '换上了新的门窗，村里的孩子放学以后',
    '都到这里来看书，老人也来下棋喝茶。',
  ];
  const MORE = [
    '　　书院里有三千册书，都是城里的单位',
    '和个人送来的，还有两台电脑。村民说，',
    '从前看书要走十里路，现在出门就到了。',
    '　　村里打算明年再修一座老屋，办一个',
    '展览，把老照片和老农具都摆出来，让来',
    '村里做客的人知道从前的日子怎么过。',
  ];

  it('a dateline amid a paragraph opens one', () => {
    const told = kept(
      ...TITLE,
      ...OPENING.slice(0, 2),
      '新华社太原2月18日电 河湾村的老屋修好',
      '了，村民都来看书，来下棋，来喝茶。',
      ...MORE,
    );
    assert.equal(told.dateline, '新华社太原2月18日电');
    assert.ok(
      told.paragraphs.some((text) => text.startsWith('新华社太原')),
      told.marked,
    );
  });

  it('names in a list are no byline', () => {
    const names = ['丁 宁 王 明 李小红 周大山', '张小红 赵 静 刘 洋 何 平'];
    const song = ['柳河水呀清又清，', '两岸人家笑盈盈。', '桥上走来新嫁娘，', '锣鼓敲到柳河湾。'];
    const told = kept(...TITLE, ...OPENING, ...names, ...song);
    assert.deepEqual(told.bylines, []);
    assert.match(told.marked, /何 平 <!-- body -->/);
  });

  it('a row that ends between two names parts them', () => {
    const told = kept(...TITLE, ...OPENING, ...MORE.slice(0, -1), '做客的人知道。（通讯员 卫海明', '谢德昌 罗清扬）');
    assert.deepEqual(told.bylines, ['通讯员 卫海明 谢德昌 罗清扬']);
    assert.ok(told.marked.includes('（通讯员 卫海明 谢德昌 罗清扬）'), told.marked);
  });

  it('a byline whose second row looks like one of a list of names', () => {
    const told = kept(
      ...TITLE,
      ...OPENING,
      ...MORE.slice(0, -1),
      '做客的人知道。（新华社记者 卫',
      '海明 周晓岚 欧阳锦）',
      '高 山 江 平 方澄远',
    );
    assert.ok(
      told.paragraphs.some((text) => text.endsWith('（新华社记者 卫海明 周晓岚 欧阳锦）')),
      told.marked,
    );
    assert.ok(told.bylines.includes('新华社记者 卫海明 周晓岚 欧阳锦'), told.marked);
  });

  it('a line said to be a byline, whatever it says', () => {
    for (const line of ['（下转4版）', '新华社北京2月18日电（记者 林舟）另有一事。（高山）']) {
      const told = kept(...TITLE, `${line} <!-- byline -->`, ...OPENING, ...MORE);
      assert.ok(told.marked.includes(`${line} <!-- byline -->`), told.marked);
      const below = kept(...TITLE, ...OPENING, ...MORE, `${line} <!-- byline -->`);
      assert.ok(below.marked.includes(`\n\n${line} <!-- byline -->`), below.marked);
    }
  });

  it('bylines stand where they stood, between the paragraphs', () => {
    const told = kept(
      ...TITLE,
      ...OPENING,
      '□ 本报记者 林舟',
      '老屋新用',
      ...MORE.slice(0, 3),
      '□ 本报记者 贺文清',
      '明年再修',
      ...MORE.slice(3, -1),
      '做客的人知道。',
    );
    assert.deepEqual(told.bylines, ['本报记者 林舟', '本报记者 贺文清']);
    const at = (text: string) => told.marked.indexOf(text);
    assert.ok(at('林舟') < at('书院里') && at('贺文清') < at('村里打算') && at('现在出门') < at('贺文清'), told.marked);
  });
});
