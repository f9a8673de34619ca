import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readMarkedPage } from '../../../server/src/page/markedPage';
import { readMarks } from '../../../server/src/page/marks';
import type { Page } from '../../../server/src/page/model';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { splitLines } from '../../../server/src/text/lines';
import { oneStory } from './oneStory';

/** Raw text is read as one story, so that what marks do is seen alone. */
const read = (text: string): Page =>
  readMarkedPage(text, readMarks(text, splitLines(text)), chooseProfile(text), oneStory);

/** The stories as short text: kicker/headline/deck, bylines, figures, then paragraphs (## before a subhead). */
function shown(page: Page): string[] {
  return page.stories.map((story) => {
    const titles = [story.kicker, story.headline, story.deck].map((title) => title?.text ?? '-').join('/');
    const bylines = story.bylines.map(({ role, names }) => `${role ?? ''}:${names.map(({ name }) => name).join('、')}`);
    const figures = story.figures.map(({ caption }) => `![${caption}]`);
    const paragraphs = story.paragraphs.map(({ text, subhead }) => (subhead ? `## ${text}` : text));
    return [titles, ...bylines, ...figures, ...paragraphs].join(' | ');
  });
}

const check = (name: string, text: string, expected: string[]): void => {
  it(name, () => assert.deepEqual(shown(read(text)), expected));
};

describe('a page with marks', () => {
  describe('marked up', () => {
    const KEY = '---\nlines: paragraphs\n---\n';
    check(
      'has the stories that the marks say',
      `${KEY}\n# 新桥通车\n*——五分钟过河*\n\n□ 本报记者 林舟\n\n第一段。\n第二段\n\n---\n\n无题一段。\n`,
      ['-/新桥通车/——五分钟过河 | 本报记者:林舟 | 第一段。 | 第二段', '-/-/- | 无题一段。'],
    );
    check(
      'keeps subheads, figures and escapes in place',
      `${KEY}*引*\n# 题\n\n上。\n\n## 小\n\n\\# 下\\*。\n\n![图为桥。 林舟 摄](a)\n`,
      ['引/题/- | ![图为桥。 林舟 摄] | 上。 | ## 小 | # 下*。'],
    );
    check('parts what stands behind the last paragraph', `${KEY}# 题\n\n上。\n\n下文。（下转4版）\n`, [
      '-/题/- | 上。 | 下文。',
    ]);
    check('takes names said to be a byline', `${KEY}# 题\n\n某某某某某 <!-- byline -->\n\n下文。\n`, [
      '-/题/- | :某某某某某 | 下文。',
    ]);
    it('has the forms in a paragraph that its comments name, and no others', () => {
      const told = (comments: string) => {
        const [story] = read(
          `${KEY}# 题\n\n新华社北京2月18日电（记者 林舟） 上文。（下转4版）${comments}\n\n${'下文。'.repeat(50)}\n`,
        ).stories;
        const { dateline, bylines, jump, paragraphs } = story;
        return [dateline?.place ?? null, bylines.length, jump?.page ?? null, paragraphs[0].text.slice(-7)];
      };
      assert.deepEqual(told(''), ['北京', 1, '4', '林舟） 上文。']);
      assert.deepEqual(told(' <!-- signed -->'), [null, 1, null, '。（下转4版）']);
      assert.deepEqual(told(' <!-- dateline --> <!-- jump -->'), ['北京', 0, '4', '林舟） 上文。']);
      assert.deepEqual(told(' <!-- plain -->'), [null, 0, null, '。（下转4版）']);
    });
    it('has what its comments say themselves, and of its kind nothing else', () => {
      const told = (text: string) => {
        const [{ dateline, bylines, jump, paragraphs }] = read(`${KEY}# 题\n\n${text}\n\n下文。\n`).stories;
        const names = bylines.map((byline) => [byline.role ?? '', ...byline.names.map(({ name }) => name)].join(' '));
        return [dateline?.place ?? null, ...names, jump?.page ?? null, paragraphs[0].text];
      };
      const text = '新华社清河2月18日电（记者 林舟） 上文。';
      assert.deepEqual(told(text), ['清河', '记者 林舟', null, text]);
      assert.deepEqual(told(`${text} <!-- signed: 高山、江平 --> <!-- signed: 记者：周晓岚 -->`), [
        null,
        ' 高山 江平',
        '记者 周晓岚',
        null,
        text,
      ]);
      assert.deepEqual(told(`${text} <!-- dateline: 本报永丰3月1日讯 --> <!-- jump: 4 -->`), ['永丰', '4', text]);
      assert.deepEqual(told('某（下转某 <!-- byline --> <!-- jump: 4 -->'), [null, '4', '下文。']);
      assert.deepEqual(told('某某某 <!-- byline --> <!-- signed: 记者：林舟 -->'), [null, '记者 林舟', null, '下文。']);
      assert.deepEqual(told('上文。（林舟） <!-- signed --> <!-- signed: 高山 -->'), [null, ' 高山', null, '上文。']);
      assert.deepEqual(told('<!-- jump: 4 -->'), [null, '4', '下文。']);
    });
    it('counts a form that a comment names wherever it stands', () => {
      const long = '上文说的是另一件事。'.repeat(12);
      const place = (comment: string) =>
        read(`${KEY}# 题\n\n${long}\n\n${long}（据新华社北京2月18日电）${comment}\n\n${long}\n`).stories[0].dateline
          ?.place;
      assert.deepEqual([place(''), place(' <!-- dateline -->')], [undefined, '北京']);
    });
    it('has no jump or dateline in a line said to be a byline', () => {
      const [{ jump, dateline, bylines }] = read(
        `${KEY}# 题\n\n（下转4版） <!-- byline -->\n\n新华社北京2月18日电 <!-- byline -->\n\n文。\n`,
      ).stories;
      assert.deepEqual([jump, dateline, bylines.length], [null, null, 2]);
    });
    it('has no byline in a line of names said to be text', () => {
      const [{ bylines, paragraphs }] = read(`${KEY}# 题\n\n□ 本报记者 林舟 <!-- body -->\n\n文。\n`).stories;
      assert.deepEqual([bylines, paragraphs[0].text], [[], '□ 本报记者 林舟']);
    });
    check('has one space where many stood', `${KEY}# 题  目\n\n甲  乙。\n\n## 小  题\n\n![图  一。]()\n`, [
      '-/题 目/- | ![图 一。] | 甲 乙。 | ## 小 题',
    ]);
    check(
      'has no story of furniture',
      `${KEY}# 题\n\n文。\n\n---\n\n第2版 <!-- folio -->\n\n![图。]()\n\n旧题 <!-- title -->\n`,
      ['-/题/- | 文。'],
    );
    it('tells furniture, lone figures and titles of no story', () => {
      const page = read(`${KEY}---\n\n第2版 <!-- folio -->\n\n![图。]()\n\n旧题 <!-- title -->\n`);
      assert.deepEqual(
        page.furniture.map(({ kind, text }) => [kind, text]),
        [['folio', '第2版']],
      );
      assert.deepEqual(
        page.figures.map(({ caption }) => caption),
        ['图。'],
      );
      assert.deepEqual(
        page.orphans.map(({ text }) => text),
        ['旧题'],
      );
    });
    it('has the data of its front matter', () => {
      const { folio } = read('---\nnewspaper: 清河日报\npage: 1\nlines: paragraphs\n---\n文。\n');
      assert.deepEqual(folio, { newspaper: '清河日报', date: null, page: '1' });
    });
  });

  describe('in raw text', () => {
    const BODY = [
      '　　城东大桥今日上午正式通车，两岸居',
      '民往来只需五分钟，比从前少走十公里。',
      '　　大桥全长八百米，建设历时三年，沿',
      '线二十个村庄从此连成一片。',
    ];
    const [a, b, c, d] = BODY;
    const paragraphs = [
      '城东大桥今日上午正式通车，两岸居民往来只需五分钟，比从前少走十公里。',
      '大桥全长八百米，建设历时三年，沿线二十个村庄从此连成一片。',
    ];
    check('a headline begins the story below it', [a, b, '# 三年建成一桥', c, d].join('\n'), [
      `-/-/- | ${paragraphs[0]}`,
      `-/三年建成一桥/- | ${paragraphs[1]}`,
    ]);
    check('a headline cuts a paragraph', [a, '# 题', b].join('\n'), [
      '-/-/- | 城东大桥今日上午正式通车，两岸居',
      '-/题/- | 民往来只需五分钟，比从前少走十公里。',
    ]);
    check('a kicker and a deck go with it', ['*引*', '# 题', '*副*', ...BODY].join('\n'), [
      `引/题/副 | ${paragraphs.join(' | ')}`,
    ]);
    check(
      'a rule cuts',
      [a, b, '---', c, d].join('\n'),
      paragraphs.map((text) => `-/-/- | ${text}`),
    );
    check('a subhead parts paragraphs', [a, b, '## 三年', c, d].join('\n'), [
      `-/-/- | ${paragraphs[0]} | ## 三年 | ${paragraphs[1]}`,
    ]);
    it('subheads have the order in which they are read', () => {
      // The second column was extracted first.
      const text = '## 下栏\n　　下栏的文字说的是渡口。\n　　上栏的文字说的是新桥。\n## 上栏\n　　上栏还有一段。';
      const page = readMarkedPage(text, readMarks(text, splitLines(text)), chooseProfile(text), (raw) => {
        const recognised = oneStory(raw);
        const [first, ...others] = recognised.stories[0].paragraphs;
        return { ...recognised, stories: [{ ...recognised.stories[0], paragraphs: [...others, first] }] };
      });
      const [{ subheads, paragraphs }] = page.stories;
      assert.deepEqual(
        subheads.map((subhead) => subhead.text),
        paragraphs.filter(({ subhead }) => subhead).map((paragraph) => paragraph.text),
      );
      assert.deepEqual(
        subheads.map((subhead) => subhead.text),
        ['上栏', '下栏'],
      );
    });
    it('furniture has one space where many stood', () =>
      assert.equal(read(`${a}\n广告   热线 <!-- notice -->`).furniture[0].text, '广告 热线'));
    check('a caption is no text', [a, b, '![图为桥。]()', c, d].join('\n'), [
      `-/-/- | ![图为桥。] | ${paragraphs.join(' | ')}`,
    ]);
    check('a byline is one whatever it looks like', [a, b, c, d, '某某某某 <!-- byline -->'].join('\n'), [
      `-/-/- | :某某某某 | ${paragraphs.join(' | ')}`,
    ]);
    check('what is said to be text is text', [a, b, '', '第4版 <!-- body -->', ''].join('\n'), [
      `-/-/- | ${paragraphs[0]} | 第4版`,
    ]);
    check('a join undoes a cut', [a, b, '', '# 题', '', `${c} <!-- join -->`, d].join('\n'), [
      `-/-/- | ${paragraphs.join(' | ')}`,
    ]);
    check('a title with no text is a story of its own', [...BODY, '# 题'].join('\n'), [
      `-/-/- | ${paragraphs.join(' | ')}`,
      '-/题/-',
    ]);
    check('a marked-up story leaves the text around it alone', [a, '# 题', '', '一段。', '', '---', b].join('\n'), [
      `-/-/- | ${paragraphs[0]}`,
      '-/题/- | 一段。',
    ]);
  });

  it('is read whatever its marks say, and its pieces tile it', () => {
    const line = fc.constantFrom(
      '# 题',
      '*引*',
      '## 小',
      '![图。](a)',
      '---',
      '',
      '　　城东大桥今日通车。',
      '两岸居民往来只需五分钟，',
      '字 <!-- body -->',
      '林舟 <!-- byline -->',
      '续 <!-- join -->',
      '第2版 <!-- folio -->',
      '旧题 <!-- title -->',
      '\\# 文',
      '#',
      'lines: paragraphs',
      '甲 <!-- noise -->',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        const page = read(text);
        let at = 0;
        for (const { span, eol: end } of splitLines(text)) {
          const own = page.pieces.filter((piece) => piece.span.start >= span.start && piece.span.end <= span.end);
          assert.ok(own.length > 0);
          for (const piece of own) {
            assert.equal(piece.span.start, at);
            at = piece.span.end;
          }
          at += end.length;
        }
        for (const { story } of page.pieces) assert.ok(story === null || story < page.stories.length);
        for (const story of page.stories) {
          assert.ok(story.lines.length > 0 && story.span.start <= story.span.end && story.span.end <= text.length);
        }
      }),
    );
  });
});
