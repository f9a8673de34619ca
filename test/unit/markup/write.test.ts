import { strict as assert } from 'node:assert';
import { Parser } from 'commonmark';
import fc from 'fast-check';
import { markUp } from '../../../server/src/markup/document';
import { rest } from '../../../server/src/markup/rest';
import { markUpPage } from '../../../server/src/markup/write';
import { readDocument } from '../../../server/src/page/document';
import { readMarkedPage } from '../../../server/src/page/markedPage';
import { readMarks, syntaxSpans } from '../../../server/src/page/marks';
import type { Jump, Page } from '../../../server/src/page/model';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { readPage } from '../../../server/src/page/read';
import { fixAll } from '../../../server/src/rules/fix';
import { defaultSettings } from '../../../server/src/rules/settings';
import { foldUnit } from '../../../server/src/text/equivalents';
import { splitLines } from '../../../server/src/text/lines';
import { applyEdits } from '../../../server/src/text/span';
import { oneStory } from '../page/oneStory';
import { testResources } from '../resources';
import { layout, type MadeStory, madeStory, marksIn, plainStory, rawPage } from './generator';
import { outline } from './outline';

const read = (text: string): Page =>
  readMarkedPage(text, readMarks(text, splitLines(text)), chooseProfile(text), oneStory);

/** What a page's stories and furniture say; `oneStory` knows no bylines or jumps, which a marked-up page shows. */
const texts = ({ stories: all, furniture }: Page): unknown => [
  all.map(({ headline, paragraphs }) => [headline?.text ?? null, ...paragraphs.map(({ text }) => text)]),
  furniture.map(({ kind, text }) => [kind, text]),
];

/** The Han characters, letters and digits of each story's parts: what repairs leave as it is. */
const characters = ({ stories: all }: Page): unknown =>
  all.map(({ headline, kicker, deck, paragraphs }) =>
    [headline, kicker, deck, ...paragraphs].map((part) => part && [...counts(part.text)].sort()),
  );

/** A page of the model as a generator means it: marked up by hand, one story after the other. */
const madePage = (stories: readonly MadeStory[]): Page => read(handMarked(stories));

function handMarked(stories: readonly MadeStory[]): string {
  const backslashed = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  const blocks = stories.map((story) =>
    [
      ...(story.kicker ? [`*${story.kicker}*`] : []),
      `# ${story.headline}`,
      ...(story.deck ? [`*${story.deck}*`] : []),
      '',
      ...(story.byline ? [`□ ${story.byline.role} ${story.byline.names.join(' ')}`, ''] : []),
      ...story.paragraphs.flatMap(({ text, subhead }, i) => [
        subhead
          ? `## ${backslashed(text)}`
          : `${backslashed(text)}${story.jump !== null && i === story.paragraphs.length - 1 ? `（下转${story.jump}版）` : ''}`,
        '',
      ]),
      ...(story.caption ? [`![${backslashed(story.caption)}](bild.jpg)`, ''] : []),
    ].join('\n'),
  );
  return `---\nlines: paragraphs\n---\n\n${blocks.join('\n')}`;
}

/** Han characters, letters and digits with how often each stands in a text, equivalents folded. */
function counts(text: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const character of text) {
    const folded = foldUnit(character.charCodeAt(0)) ?? character;
    for (const one of folded) if (/[\p{Script=Han}\p{L}\p{N}]/u.test(one)) result.set(one, (result.get(one) ?? 0) + 1);
  }
  return result;
}

/** The text of a marked-up page without front matter and role comments. */
const withoutMarks = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/ <!-- \w+ -->/g, '');

/** What of a page is text, and no mark. */
function textOf(text: string): string {
  const lines = splitLines(text);
  return applyEdits(
    text,
    syntaxSpans(readMarks(text, lines), lines).map((span) => ({ span, text: '' })),
  );
}

const titlesOf = (page: Page): string =>
  [...page.stories.flatMap(({ kicker, headline, deck }) => [kicker, headline, deck]), ...page.orphans]
    .map((title) => title?.text ?? '')
    .join('');

/** The characters that a marked-up page has more or less often than its source; a copy of a title may go. */
function lostIn(marked: string, source: string, titles: string): string[] {
  const [after, before] = [counts(textOf(marked)), counts(textOf(source))];
  const inTitles = counts(titles);
  return [...new Set([...after.keys(), ...before.keys()])].filter((one) => {
    const more = (after.get(one) ?? 0) - (before.get(one) ?? 0);
    return more > 0 || (more < 0 && !inTitles.has(one));
  });
}

const stories = fc.array(madeStory, { minLength: 1, maxLength: 4 });

const plainStories = fc.array(plainStory, { minLength: 1, maxLength: 4 });

describe('marking up', () => {
  it('reads back what it wrote, story by story', () => {
    fc.assert(
      fc.property(stories, (made) => {
        const page = madePage(made);
        assert.deepEqual(
          page.stories.map(({ headline, kicker, deck, paragraphs, bylines, figures, jump }) => ({
            headline: headline?.text ?? null,
            kicker: kicker?.text ?? null,
            deck: deck?.text ?? null,
            paragraphs: paragraphs.map(({ text, subhead }) => ({ text, subhead })),
            byline:
              bylines.length > 0 ? { role: bylines[0].role, names: bylines[0].names.map(({ name }) => name) } : null,
            caption: figures.at(0)?.caption ?? null,
            jump: jump?.page ?? null,
          })),
          made.map(({ headline, kicker, deck, paragraphs, byline, caption, jump }) => ({
            headline,
            kicker,
            deck,
            paragraphs,
            byline,
            caption,
            jump,
          })),
        );
        assert.deepEqual(outline(read(markUpPage(page))), outline(page));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(stories, (made) => {
        const once = markUpPage(madePage(made));
        assert.equal(markUpPage(read(once)), once);
      }),
    );
  });

  it('keeps the outline of raw text, and its characters', () => {
    fc.assert(
      fc.property(plainStories, layout, (made, how) => {
        const page = read(rawPage(made, how));
        const marked = markUpPage(page);
        assert.deepEqual(texts(read(marked)), texts(page));
        assert.deepEqual(counts(withoutMarks(marked.replaceAll('\r\n', '\n'))), counts(withoutMarks(page.text)));
        assert.ok(how.eol === '\r\n' ? !/[^\r]\n/.test(marked) : !marked.includes('\r'));
      }),
    );
  });

  it('keeps the outline of a page as it is recognised, and changes nothing the second time', () => {
    fc.assert(
      fc.property(plainStories, layout, (made, how) => {
        const text = fixAll(rawPage(made, how), testResources(), defaultSettings, { classes: ['A'] }).text;
        const marked = markUp(text, testResources(), defaultSettings);
        const [before] = readDocument(text, testResources()).pages;
        const [after] = readDocument(marked, testResources()).pages;
        assert.deepEqual(outline(after.page), outline(before.page));
        assert.equal(markUp(marked, testResources(), defaultSettings), marked);
      }),
      { numRuns: 25 },
    );
  }).timeout(60_000);

  it('keeps the outline of a page into which marks were put anywhere, and its characters', () => {
    const marked = fc
      .tuple(plainStories, layout)
      .chain(([made, how]) => marksIn(rawPage(made, { ...how, doubledTitles: false, eol: '\n' })));
    fc.assert(
      fc.property(marked, (text) => {
        const page = readPage(text, testResources());
        const once = markUpPage(page);
        const again = readPage(once, testResources());
        assert.deepEqual(outline(again), outline(page));
        assert.equal(markUpPage(again), once);
        assert.deepEqual(lostIn(once, text, titlesOf(page)), []);
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);

  it('keeps the stories as they were read before anything was repaired', () => {
    fc.assert(
      fc.property(plainStories, layout, (made, how) => {
        const text = rawPage(made, how);
        const [before] = readDocument(text, testResources()).pages;
        const [after] = readDocument(markUp(text, testResources(), defaultSettings), testResources()).pages;
        assert.deepEqual(characters(after.page), characters(before.page));
      }),
      { numRuns: 50 },
    );
  }).timeout(60_000);

  it('has a jump line behind the text, although its column was extracted first', () => {
    const page = oneStory(['（下转4版）', '　　城东大桥今日通车，两岸居民往', '来只需五分钟。'].join('\n'));
    const [{ paragraphs, ...story }] = page.stories;
    const jump: Jump = { kind: 'to', page: '4', span: { start: 0, end: 6 }, lines: [0], confidence: 1, why: [] };
    const marked = markUpPage({ ...page, stories: [{ ...story, jump, paragraphs: paragraphs.slice(1) }] });
    assert.ok(marked.indexOf('下转4版') > marked.indexOf('五分钟'), marked);
  });

  it('keeps what was marked by hand', () => {
    const text = [
      '---',
      'newspaper: 清河日报',
      'editor: 林舟',
      '---',
      '',
      '*引题*',
      '# 手写的标题',
      '城东大桥今日通车，两岸居民往',
      '来只需五分钟。',
      '## 小标题',
      '　　全长八百米。',
      '![图为大桥。](bridge.jpg)',
      '某某某某 <!-- byline -->',
      '---',
      '　　另一篇稿件。',
      '旧题 <!-- title -->',
      '第2版 <!-- folio -->',
      '乱码 <!-- noise -->',
      '',
    ].join('\n');
    const marked = markUpPage(read(text));
    for (const kept of [
      'newspaper: 清河日报',
      'editor: 林舟',
      '*引题*\n# 手写的标题',
      '\n## 小标题',
      '![图为大桥。](bridge.jpg)',
      '某某某某 <!-- byline -->',
      '\n---\n\n另一篇稿件。',
      '旧题 <!-- title -->',
      '第2版 <!-- folio -->',
      '乱码 <!-- noise -->',
    ]) {
      assert.ok(marked.includes(kept), `${kept}\n\n${marked}`);
    }
    assert.deepEqual(outline(read(marked)), outline(read(text)));
  });

  it('leaves a page without text, and puts one without stories in order', () => {
    for (const text of ['', '\n\n', ' \n']) assert.equal(markUp(text, testResources(), defaultSettings), text);
    assert.equal(markUpPage(read('第2版\n')), '---\npage: 2\nlines: paragraphs\n---\n\n第2版 <!-- folio -->\n');
  });

  describe('where a jump line goes on in the next row of its column', () => {
    // （下转4 ⏎ 版） with a row of another column between.
    const text = '甲文到此为止。（下转4\n乙文的一行　　　　版）\n';
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const page = oneStory(text);
    const [story] = page.stories;
    const sure = { confidence: 1, why: [] };
    const jump: Jump = {
      kind: 'to',
      page: '4',
      span: { start: 7, end: text.indexOf('）\n') + 1 },
      lines: [0, 1],
      ...sure,
    };
    const paragraph = (part: string, line: number) => ({
      text: part,
      pieces: [at(part)],
      lines: [line],
      subhead: false,
    });
    const stories = [
      { ...story, jump, paragraphs: [paragraph('甲文到此为止。', 0)] },
      { ...story, paragraphs: [paragraph('乙文的一行', 1)] },
    ];
    const marked = markUpPage({ ...page, stories });
    it('is written without what stands between', () => assert.match(marked, /甲文到此为止。（下转4版）/));
    it('leaves the other text where it was', () => assert.equal(marked.match(/乙文的一行/g)?.length, 1));
  });

  it('loses no row that only looks like the byline of another column’s story', () => {
    const page = oneStory('甲文。（林舟\n乙文的一行\n高山）');
    const [story] = page.stories;
    const piece = (line: number, role: 'byline' | 'body', of: number) => ({ ...page.pieces[line], role, story: of });
    const byline = {
      role: null,
      names: [],
      span: { start: 3, end: page.text.length },
      lines: [0, 1, 2],
      confidence: 1,
      why: [],
    };
    const pieces = [piece(0, 'body', 0), piece(1, 'byline', 1), piece(2, 'byline', 0)];
    const stories = [
      { ...story, bylines: [byline] },
      { ...story, paragraphs: [] },
    ].map((one) => ({ ...one, paragraphs: one.paragraphs.map((own) => ({ ...own, pieces: [{ start: 0, end: 3 }] })) }));
    assert.deepEqual(
      rest({ ...page, pieces, stories }).map(({ line }) => line),
      [1],
    );
  });

  it('loses no line of a title without a story', () => {
    const marked = markUp('丰收的田野\n\n——写在秋收时节\n', testResources(), defaultSettings);
    assert.match(marked, /丰收的田野 ——写在秋收时节 <!-- title -->/);
  });

  it('keeps the rows of a table apart', () => {
    const story = [
      '河州超级联赛积分榜',
      '',
      '本报讯（记者 林舟）河州超级联赛昨晚结束了第二十轮的比赛，河州海燕',
      '队主场取胜，仍然排在第一位，滨城雄狮队紧随其后，两队只差三分。最',
      '后一轮比赛下周六进行。',
      '',
    ];
    const table = [
      '名次 球队 场次 胜 平 负 积分',
      '1 河州海燕 20 14 4 2 46',
      '2 滨城雄狮 20 13 4 3 43',
      '3 永济飞鹰 20 11 5 4 38',
    ];
    const marked = markUp([...story, ...table].join('\n'), testResources(), defaultSettings);
    assert.ok(marked.includes(`\n\n${table.join('\n\n')}\n`), marked);
  });

  it('keeps the rows of a list of names and the lines of a song apart', () => {
    const story = [
      '河湾村评出十佳村民',
      '',
      '本报讯（记者 林舟）河湾村昨天评出今年的十佳村民，他们都是全村村民',
      '一人一票选出来的，村里敲锣打鼓给他们送去了奖状，村文艺队还唱了一',
      '首新编的歌，歌词是村小学的老师写的，名单和歌词如下。',
      '',
    ];
    const names = ['丁 宁 王 明 李小红 周大山', '张小红 赵 静 刘 洋 何 平'];
    const song = ['柳河水呀清又清，', '两岸人家笑盈盈。', '桥上走来新嫁娘，', '锣鼓敲到柳河湾。'];
    const marked = markUp([...story, ...names, ...song].join('\n'), testResources(), defaultSettings);
    const paragraphs = marked
      .replace(/ <!-- \w+ -->/g, '')
      .trimEnd()
      .split('\n\n');
    assert.deepEqual(paragraphs.slice(-6), [...names, ...song]);
  });

  it('writes front matter from the folio, and keeps pages apart', () => {
    const text = '---\nnewspaper: "a: b"\n---\n甲。\n\f\n---\npage: 2\n---\n乙。\n\f';
    const marked = markUp(text, testResources(), defaultSettings);
    assert.equal(marked.split('\f').length, 3);
    assert.match(marked, /^---\nnewspaper: "a: b"\nlines: paragraphs\n---\n/);
    assert.match(marked, /\f---\npage: 2\nlines: paragraphs\n---\n/);
  });

  describe('is CommonMark', () => {
    it('with headings, paragraphs and images one to one', () => {
      fc.assert(
        fc.property(stories, (made) => {
          const page = madePage(made);
          const text = markUpPage(page).replace(/^---\n[\s\S]*?\n---\n/, '');
          assert.deepEqual(blocksOf(text), page.stories.flatMap(expectedBlocks));
        }),
      );
    });
  });
});

function expectedBlocks(story: Page['stories'][number]): string[] {
  const title = (text: string | undefined) => (text === undefined ? [] : [`paragraph: ${text}`]);
  const byline =
    story.bylines.length > 0
      ? [`paragraph: □ ${story.bylines[0].role} ${story.bylines[0].names.map(({ name }) => name).join(' ')}`]
      : [];
  return [
    ...title(story.kicker?.text),
    `heading 1: ${story.headline?.text}`,
    ...title(story.deck?.text),
    ...byline,
    ...story.paragraphs.map(({ text, subhead }, i) => {
      const jump = story.jump && i === story.paragraphs.length - 1 ? `（下转${story.jump.page}版）` : '';
      return subhead ? `heading 2: ${text}` : `paragraph: ${text}${jump}`;
    }),
    ...story.figures.map(({ caption }) => `image: ${caption}`),
  ];
}

/** The blocks of a Markdown text with what they say. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  const walker = new Parser().parse(text).walker();
  let said = '';
  let image = false;
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (node.type === 'text') said += node.literal ?? '';
    else if (node.type === 'image') image ||= entering;
    else if (node.type === 'heading' || node.type === 'paragraph') {
      if (!entering)
        blocks.push(`${node.type === 'heading' ? `heading ${node.level}` : image ? 'image' : 'paragraph'}: ${said}`);
      said = '';
      image = false;
    } else if (entering && !['document', 'emph', 'html_inline', 'thematic_break'].includes(node.type)) {
      blocks.push(node.type);
    }
  }
  return blocks;
}
