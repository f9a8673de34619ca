import assert from 'node:assert/strict';
import { markUpPage } from '../../../server/src/markup/write';
import { readMarkedPage } from '../../../server/src/page/markedPage';
import { readMarks } from '../../../server/src/page/marks';
import type { Byline, Page, Story } from '../../../server/src/page/model';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { splitLines } from '../../../server/src/text/lines';
import { oneStory } from '../page/oneStory';
import { outline } from './outline';

const SURE = { confidence: 1, why: [] };
const read = (text: string): Page =>
  readMarkedPage(text, readMarks(text, splitLines(text)), chooseProfile(text), oneStory);

/** Where `part` stands in the text, as an element. */
function at(text: string, part: string) {
  const start = text.indexOf(part);
  const lines = splitLines(text).filter(({ span }) => span.start < start + part.length && start < span.end);
  return { span: { start, end: start + part.length }, lines: lines.map(({ n }) => n), ...SURE };
}

const byline = (text: string, part: string, role: string | null, ...names: string[]): Byline => {
  const element = at(text, part);
  return { ...element, role, names: names.map((name) => ({ name, span: element.span })) };
};

/** A page of one story that tells what `told` says, marked up: reading gives the same, and marking up changes nothing more. */
function markedUp(text: string, told: (text: string) => Partial<Story>, caption: number | null = null): string {
  const recognised = oneStory(text);
  const pieces = recognised.pieces.map((piece) =>
    piece.line === caption ? { ...piece, role: 'caption' as const } : piece,
  );
  const page = { ...recognised, pieces };
  const [story] = page.stories;
  const marked = markUpPage({ ...page, stories: [{ ...story, ...told(text) }] });
  const again = read(marked);
  assert.deepEqual(outline(again), outline({ ...page, stories: [{ ...story, ...told(text) }] }), marked);
  assert.equal(markUpPage(again), marked);
  return marked.split('---\n\n')[1].trimEnd();
}

/** The story's one paragraph without a part of it, which stands apart. */
function without(text: string, part: string): Pick<Story, 'paragraphs'> {
  const start = text.indexOf(part);
  const left = text.slice(0, start).trim();
  const span = { start: text.indexOf(left), end: text.indexOf(left) + left.length };
  return {
    paragraphs: [{ text: left.replace('\n', ''), pieces: [span], lines: at(text, left).lines, subhead: false }],
  };
}

describe('a comment says what no form in a paragraph shows', () => {
  const CUT = '　　本报清河1月7日讯（记者林另一栏\n舟）新桥昨天建成通车。';
  it('a byline with another column’s row amid its names', () =>
    assert.equal(
      markedUp(CUT, (text) => ({ bylines: [byline(text, '（记者林另一栏\n舟）', '记者', '林舟')] })),
      '本报清河1月7日讯（记者林另一栏舟）新桥昨天建成通车。 <!-- signed: 记者：林舟 -->',
    ));
  it('with the word for what else counts', () => {
    const dateline = { text: '本报清河1月7日讯', agency: '本报', place: '清河', month: 1, day: 7, kind: '讯' } as const;
    assert.match(
      markedUp(CUT, (text) => ({
        bylines: [byline(text, '（记者林另一栏\n舟）', '记者', '林舟')],
        dateline: { ...at(text, dateline.text), ...dateline },
      })),
      / <!-- dateline --> <!-- signed: 记者：林舟 -->$/,
    );
  });
  it('a dateline whose place is torn away', () => {
    const dateline = { text: '本报清河1月7日讯', agency: '本报', place: '清河', month: 1, day: 7, kind: '讯' } as const;
    assert.match(
      markedUp('　　本报另一栏\n清河1月7日讯息新桥昨天建成通车。', (text) => ({
        dateline: { ...at(text, '本报另一栏\n清河1月7日讯'), ...dateline },
      })),
      / <!-- dateline: 本报清河1月7日讯 -->$/,
    );
  });
  it('one of two bylines of a paragraph', () =>
    assert.match(
      markedUp('　　新桥昨天通车。（记者高山）旧桥拆了。（记者林舟）渡口还在。', (text) => ({
        bylines: [byline(text, '（记者林舟）', '记者', '林舟')],
      })),
      / <!-- signed: 记者：林舟 -->$/,
    ));
  describe('a jump line that stands in a caption', () => {
    const text = '　　新桥昨天通车。\n图为新桥。（下转4版）';
    const told: Partial<Story> = {
      figures: [{ ...at(text, '图为新桥。（下转4版）'), caption: '图为新桥。（下转4版）', credit: null }],
      jump: { ...at(text, '（下转4版）'), kind: 'to', page: '4' },
    };
    const paragraph = {
      ...at(text, '新桥昨天通车。'),
      text: '新桥昨天通车。',
      pieces: [{ start: 2, end: 9 }],
      subhead: false,
    };
    it('behind the last paragraph', () =>
      assert.match(
        markedUp(text, () => ({ ...told, paragraphs: [paragraph] }), 1),
        /^新桥昨天通车。 <!-- jump: 4 -->\n\n!/,
      ));
    it('on a line of its own where there is none', () => {
      const headline = { ...at(text, '新桥昨天通车。'), text: '新桥昨天通车' };
      const marked = markedUp(text, () => ({ ...told, headline, paragraphs: [] }), 1);
      assert.match(marked, /\n\n<!-- jump: 4 -->\n\n!/);
    });
  });
  it('a byline behind its paragraph stands alone where a comment says another', () => {
    const marked = markedUp(`${CUT}（高山）`, (text) => ({
      ...without(text, '（高山）'),
      bylines: [byline(text, '（记者林另一栏\n舟）', '记者', '林舟'), byline(text, '（高山）', null, '高山')],
    }));
    assert.ok(marked.endsWith('通车。 <!-- signed: 记者：林舟 -->\n\n（高山）'), marked);
  });
  it('names of a line of their own that no form finds there', () => {
    const marked = markedUp('　　新桥昨天通车。\n摄影报道记林者舟', (text) => ({
      ...without(text, '摄影报道记林者舟'),
      bylines: [byline(text, '摄影报道记林者舟', '记者', '林舟')],
    }));
    assert.ok(marked.endsWith('摄影报道记林者舟 <!-- byline --> <!-- signed: 记者：林舟 -->'), marked);
  });
  it('a jump line that no form finds in its line', () => {
    const marked = markedUp('　　新桥昨天通车。\n下转某4 版', (text) => ({
      ...without(text, '下转某4 版'),
      jump: { ...at(text, '下转某4 版'), kind: 'to', page: '4' },
    }));
    assert.ok(marked.endsWith('下转某4 版 <!-- byline --> <!-- jump: 4 -->'), marked);
  });
  it('nothing that cannot be read back', () =>
    assert.doesNotMatch(
      markUpPage({
        ...oneStory(CUT),
        stories: oneStory(CUT).stories.map((story) => ({
          ...story,
          bylines: [byline(CUT, '（记者林另一栏\n舟）', '记者', '林--舟')],
        })),
      }),
      /signed:/,
    ));
});

describe('bylines have the story’s order', () => {
  it('also where the second stands in brackets behind the paragraph', () => {
    const text = '　　新桥昨天通车，两岸都很高兴。\n□ 本报记者 林舟\n（高山）';
    const marked = markedUp(text, () => ({
      ...without(text, '\n□'),
      bylines: [byline(text, '□ 本报记者 林舟', '本报记者', '林舟'), byline(text, '（高山）', null, '高山')],
    }));
    assert.ok(marked.endsWith('高兴。\n\n□ 本报记者 林舟\n\n（高山）'), marked);
  });
  it('also where rows of a paragraph stand in another order on the page', () => {
    const text = '首行的文字\n末行的文字。\n（高山）\n次行的文字\n（林舟）';
    const rows = ['首行的文字', '次行的文字', '末行的文字。'].map((row) => at(text, row));
    const marked = markedUp(text, () => ({
      paragraphs: [
        {
          text: '首行的文字次行的文字末行的文字。',
          pieces: rows.map(({ span }) => span),
          lines: [0, 1, 3],
          subhead: false,
        },
      ],
      bylines: [byline(text, '（林舟）', null, '林舟'), byline(text, '（高山）', null, '高山')],
    }));
    assert.ok(marked.includes('（林舟）（高山）') || marked.indexOf('林舟') < marked.indexOf('高山'), marked);
  });
});

describe('what a comment says of a paragraph below a jump line', () => {
  it('stays with the paragraph', () => {
    const page = read(
      '---\nlines: paragraphs\n---\n\n# 题\n\n（上接第一版）下文。 <!-- continued --> <!-- signed: 高山 -->\n',
    );
    const marked = markUpPage(page);
    assert.ok(marked.includes('\n\n（上接第一版）\n\n下文。 <!-- signed: 高山 -->\n'), marked);
    assert.deepEqual(outline(read(marked)), outline(page));
  });
});
