import assert from 'node:assert/strict';
import { beginsParagraph, joinedView, joinRows, verseRows } from '../../../server/src/page/paragraphs';
import { rowsOf } from './rowsOf';

const all = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The rows that begin a paragraph. */
const begins = (...lines: readonly string[]): number[] => {
  const rows = rowsOf(...lines);
  return all(rows.length).filter((k) => beginsParagraph(rows, all(rows.length), k));
};

const FULL = '柳河把柳湾西滩下营三个村隔';

describe('a paragraph begins', () => {
  it('with the first row', () => assert.deepEqual(begins(FULL, FULL), [0]));
  it('at an indent', () => assert.deepEqual(begins(FULL, FULL, `\u3000\u3000${FULL.slice(2)}`, FULL), [0, 2]));
  it('behind a short row that ends a sentence', () =>
    assert.deepEqual(begins(FULL, FULL, '绕道邻县。', FULL, FULL), [0, 3]));
  it('not behind a short row that ends none', () => assert.deepEqual(begins(FULL, FULL, '绕道邻县', FULL, FULL), [0]));
  it('not behind a full row that ends a sentence', () =>
    assert.deepEqual(begins(FULL, FULL, '一下大雨就过不去了上学难。', FULL, FULL), [0]));
  it('where the indent was dropped but its room is free', () =>
    assert.deepEqual(begins(FULL, FULL, '一下大雨就过不去了上学难。', FULL.slice(2), FULL, FULL), [0, 3]));
  it('not behind an indented row that fills the column with its indent', () =>
    assert.deepEqual(begins(FULL, `\u3000\u3000全校只有四十六名学生。`, FULL, FULL), [0, 1]));
  it('behind a row that was never wrapped, and ends a sentence', () => {
    const long = FULL.repeat(5);
    assert.deepEqual(begins(`${long}。`, `${long}里。`, long, FULL), [0, 1, 2]);
  });
  it('at each of three rows that end a sentence, whatever their width', () => {
    const rows = [
      '改造后的夜市摊位由路边挪进了新盖的大棚。',
      '夜市整洁了。',
      '摊主们都说生意比从前好做，也省了不少力。',
    ];
    assert.deepEqual(begins(...rows), [0, 1, 2]);
    assert.deepEqual(begins(FULL, rows[0], rows[2], FULL), [0]);
  });
  it('not behind a spread row, whatever its width', () =>
    assert.deepEqual(begins(FULL, FULL, '绕 道 邻 县 去 上 学 。', FULL, FULL), [0]));
});

describe('verse', () => {
  const check = (lines: readonly string[], ...expected: readonly number[]): void => {
    const rows = rowsOf(...lines);
    assert.deepEqual([...verseRows(rows, all(rows.length))], expected);
  };
  const VERSE = ['柳河水呀清又清，', '两岸人家笑盈盈。', '桥上走来新嫁娘，', '锣鼓敲到柳河湾。'];

  it('is four short rows that end with a mark each, wherever they stand', () => {
    check(VERSE, 0, 1, 2, 3);
    check([FULL, ...VERSE, FULL], 1, 2, 3, 4);
  });
  it('is no three of them', () => check([...VERSE.slice(1), FULL]));
  it('is none where a row has no mark', () => check([...VERSE.slice(0, 2), FULL, ...VERSE.slice(2)]));
  it('is no text of a wide column', () => check(VERSE.map((line) => `${FULL}${line}`)));
});

const joined = (...lines: readonly string[]): string => joinedView(rowsOf(...lines), all(lines.length)).text;

describe('rows joined to a paragraph', () => {
  for (const [name, lines, expected] of [
    ['leave no space between characters', ['改造后的夜市摊', '位由路边挪进'], '改造后的夜市摊位由路边挪进'],
    ['have a space between Latin words', ['the night', 'market'], 'the night market'],
    ['have one behind a mark of Latin text', ['打造Smart City,', 'Smart Life'], '打造Smart City, Smart Life'],
    ['have none in a name of a letter and a digit', ['维生素B', '2'], '维生素B2'],
    ['lose the hyphen that parts a word', ['the develop-', 'ment平台'], 'the development平台'],
    ['keep the hyphen of a name', ['乘坐C-', 'Class轿车'], '乘坐C-Class轿车'],
    ['have none between digits', ['投资3', '80万元'], '投资380万元'],
    ['keep spaces between names', ['（通讯员 卫海明', '谢德昌 罗清扬）'], '（通讯员 卫海明谢德昌 罗清扬）'],
    ['lose spaces before marks', ['坐不住了 ，上门'], '坐不住了，上门'],
    ['keep the space before a credit', ['前来踏青。 记者 阮清和 摄'], '前来踏青。 记者 阮清和 摄'],
    ['lose letter-spacing', ['蒙 蒙 亮 ，平 野 县 的', '茶农'], '蒙蒙亮，平野县的茶农'],
  ] as const) {
    it(name, () => assert.equal(joined(...lines), expected));
  }

  it('keep names of a byline apart where a row ends between two of them', () => {
    const lines = ['（通讯员 卫海明', '谢德昌 罗清', '扬）江边的', '茶园'];
    const text = lines.join('\n');
    const name = (first: string, last: string) => ({
      name: first + last,
      span: { start: text.indexOf(first), end: text.indexOf(last) + last.length },
    });
    const names = [name('卫海', '明'), name('谢德', '昌'), name('罗清', '扬')];
    const bylines = [{ span: { start: 0, end: text.indexOf('）') + 1 }, names }];
    assert.equal(
      joinedView(rowsOf(...lines), all(lines.length), { bylines }).text,
      '（通讯员 卫海明 谢德昌 罗清扬）江边的茶园',
    );
  });

  it('leave out what has its own field, and tell the stretches they were joined from', () => {
    const lines = ['能杀虫灯，（下转', '第四版）'];
    const text = lines.join('\n');
    const left = { start: text.indexOf('（'), end: text.length };
    const paragraph = joinRows(rowsOf(...lines), [0, 1], { left: [left] });
    assert.equal(paragraph.text, '能杀虫灯，');
    assert.deepEqual(paragraph.pieces, [{ start: 0, end: 5 }]);
  });

  it('stand in the order in which they are read', () => {
    const lines = ['改造后的夜市摊', '干渠穿过旱塬夏', '位由路边挪进'];
    const paragraph = joinRows(rowsOf(...lines), [0, 2]);
    assert.equal(paragraph.text, '改造后的夜市摊位由路边挪进');
    assert.deepEqual(paragraph.lines, [0, 2]);
  });
});
