import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { markUpStorySteps } from '../../../server/src/markup/stories';
import { readMarkedPage } from '../../../server/src/page/markedPage';
import { readMarks } from '../../../server/src/page/marks';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { readPage } from '../../../server/src/page/read';
import { splitLines } from '../../../server/src/text/lines';
import { finish } from '../../../server/src/text/steps';
import { oneStory } from '../page/oneStory';
import { testResources } from '../resources';

const PAGE = `新桥今日建成通车

本报讯（记者 林小舟） 昨日上午，连接两岸的新桥正
式通车，全长三百二十米，双向四车道。市民步行过江
只需五分钟，往返两岸更加方便。

老街茶馆重新开门迎客

本报讯（记者 高山） 修缮了半年的老街茶馆昨日重新
开门，木桌竹椅都是旧时模样。掌柜说，头一天就来了
两百多位茶客，座位从早满到晚。

渡口公园种下千株樱花

本报讯（通讯员 江平） 渡口公园近日种下樱花一千二
百株，明年春天可供市民观赏。公园还新设了步道和凉
亭，免费开放。
`;

const read = (text: string) => readPage(text, testResources());
const headlines = (text: string) => read(text).stories.map(({ headline }) => headline?.text ?? null);
const indexOf = (text: string, headline: string) => headlines(text).indexOf(headline);
const han = (text: string) =>
  [...text]
    .filter((c) => /\p{Script=Han}/u.test(c))
    .sort()
    .join('');
const markUpStories = (text: string, stories: number[], repair: (part: string) => string) =>
  finish(
    markUpStorySteps(read(text), stories, function* (part) {
      yield;
      return repair(part);
    }),
  );
const mark = (text: string, ...names: string[]) =>
  markUpStories(
    text,
    names.map((name) => indexOf(text, name)),
    (part) => part,
  );

describe('some stories of a page marked up', () => {
  const all = ['新桥今日建成通车', '老街茶馆重新开门迎客', '渡口公园种下千株樱花'];

  it('the page reads as it is meant', () => assert.deepEqual(headlines(PAGE), all));

  for (const name of all) {
    describe(name, () => {
      const marked = mark(PAGE, name);
      it('has its mark, and no other story has', () => {
        assert.deepEqual(marked.match(/^# .*$/gm), [`# ${name}`]);
      });
      it('is closed', () => assert.match(marked, /^---$/m));
      it('loses no character, and invents none', () => assert.equal(han(marked), han(PAGE)));
      it('leaves the stories as they were', () => assert.deepEqual(headlines(marked), all));
      it('leaves the lines of the others as they were', () => {
        const others = PAGE.split('\n').filter(
          (line) => !read(PAGE).stories[all.indexOf(name)].lines.includes(PAGE.split('\n').indexOf(line)),
        );
        for (const line of others) assert.ok(marked.split('\n').includes(line), line);
      });
      it('stays so when marked up once more', () => assert.equal(mark(marked, name), marked));
    });
  }

  it('two of them at once', () => {
    const marked = mark(PAGE, all[0], all[2]);
    assert.deepEqual(marked.match(/^# .*$/gm), [`# ${all[0]}`, `# ${all[2]}`]);
    assert.equal(han(marked), han(PAGE));
  });

  it('stays where its text stands, though the titles of others stand far from theirs', () => {
    const sample = readFileSync('samples/河州日报-第1版.page.txt', 'utf8');
    const lines = mark(sample, '永丰县：小院落里办大事').split('\n');
    const place = lines.indexOf('# 永丰县：小院落里办大事');
    assert.match(
      lines
        .slice(0, place)
        .filter((line) => line.trim() !== '')
        .at(-1) ?? '',
      /□ 本报记者 方澄远/,
    );
    assert.deepEqual(headlines(lines.join('\n')).sort(), headlines(sample).sort());
  });

  describe('one without a title', () => {
    const text = [
      '老街茶馆重新开门迎客',
      '',
      '　　修缮了半年的老街茶馆昨日重新开门，木桌竹椅都是旧时',
      '模样。掌柜说，头一天就来了两百多位茶客。',
      '---',
      '　　渡口公园近日种下樱花一千二百株，明年春天可供市民观',
      '赏。公园还新设了步道和凉亭，免费开放。',
      '',
    ].join('\n');
    const marked = markUpStories(text, [1], (part) => part);
    it('is opened too, so that what stands above is no part of it', () => {
      assert.match(marked, /---\n\n渡口公园.*免费开放。\n\n---/);
      assert.deepEqual(headlines(marked), ['老街茶馆重新开门迎客', null]);
    });
    it('stays so when marked up once more', () =>
      assert.equal(
        markUpStories(marked, [1], (part) => part),
        marked,
      ));
  });

  it('one without a title stays within the text of another story that goes on around it', () => {
    const within = '甲文的首行\n\n---\n\n无题的一段。\n\n---\n\n甲文的续行';
    const lines = splitLines(within);
    const page = readMarkedPage(within, readMarks(within, lines), chooseProfile(within), oneStory);
    const steps = markUpStorySteps(page, [1], function* (part) {
      yield;
      return part;
    });
    assert.equal(finish(steps), within);
  });

  it('loses no line of another story that the page’s last lines leave behind', () => {
    // The last line is taken, and the block stands above what stays.
    const text = '甲文一行。\n乙文一行。\n甲文二行。';
    const [story] = oneStory(text).stories;
    const one = (line: number) => ({
      ...story,
      lines: line === 1 ? [1] : [0, 2],
      paragraphs: (line === 1 ? [1] : [0, 2]).map((n) => ({
        text: text.split('\n')[n],
        pieces: [{ start: 6 * n, end: 6 * n + 5 }],
        lines: [n],
        subhead: false,
      })),
    });
    const page = oneStory(text);
    const pieces = page.pieces.map((piece, n) => ({ ...piece, story: n === 1 ? 1 : 0 }));
    const steps = markUpStorySteps({ ...page, pieces, stories: [one(0), one(1)] }, [0], function* (part) {
      yield;
      return part;
    });
    assert.match(finish(steps), /乙文一行。/);
  });

  it('leaves the column beside it in its place', () => {
    const text = '甲文的一行　　　　乙文的一行\n甲文的二行        乙文的二行';
    const page = oneStory(text);
    const [story] = page.stories;
    const pieces = page.pieces.flatMap((piece) => {
      const middle = text.indexOf('乙', piece.span.start);
      return [
        { ...piece, span: { start: piece.span.start, end: middle }, story: 0 },
        { ...piece, span: { start: middle, end: piece.span.end }, story: 1 },
      ];
    });
    const stories = [0, 1].map((index) => ({
      ...story,
      paragraphs: [
        {
          text: '',
          pieces: pieces.filter((piece) => piece.story === index).map(({ span }) => span),
          lines: [0, 1],
          subhead: false,
        },
      ],
    }));
    const steps = markUpStorySteps({ ...page, pieces, stories }, [0], function* (part) {
      yield;
      return part;
    });
    const lines = finish(steps).split('\n').slice(-2);
    assert.deepEqual(lines, ['　　　　　　　　　乙文的一行', '　　　　　        乙文的二行']);
  });

  it('none', () => assert.equal(mark(PAGE), PAGE));

  it('with the line ends of the page', () => {
    const marked = mark(PAGE.replaceAll('\n', '\r\n'), all[1]);
    assert.doesNotMatch(marked, /[^\r]\n/);
  });

  it('repairs what it writes and nothing else', () => {
    const marked = markUpStories(PAGE, [1], (part) => part.replaceAll('昨日', '日前'));
    assert.equal(marked.match(/日前/g)?.length, 1);
    assert.equal(marked.match(/昨日/g)?.length, 1);
  });
});
