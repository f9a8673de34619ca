import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  attachTitle,
  joinWithAbove,
  type LineKind,
  markLine,
  moveTitleAbove,
  startStory,
} from '../../../server/src/markup/corrections';
import { markUp } from '../../../server/src/markup/document';
import type { Page, Story } from '../../../server/src/page/model';
import { readPage } from '../../../server/src/page/read';
import { defaultSettings } from '../../../server/src/rules/settings';
import { splitLines } from '../../../server/src/text/lines';
import { applyEdits, type Edit } from '../../../server/src/text/span';
import { testResources } from '../resources';
import { layout, plainStory, rawPage } from './generator';

const read = (text: string): Page => readPage(text, testResources());

const edited = (page: Page, edits: readonly Edit[]): Page => read(applyEdits(page.text, edits));

/** The number of line n after the edits; where an edit takes it in, of the line that the edit begins. */
function lineAfter(page: Page, edits: readonly Edit[], n: number): number {
  const { start } = splitLines(page.text)[n].span;
  const around = edits.find(({ span }) => span.start <= start && start < span.end);
  const from = around?.span.start ?? start;
  const before = edits.filter((edit) => edit !== around && edit.span.end <= from);
  const offset = before.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), from);
  return splitLines(applyEdits(page.text, edits).slice(0, offset)).length;
}

const textLines = (story: Story): number[] =>
  story.paragraphs.filter(({ subhead }) => !subhead).flatMap(({ lines }) => lines);

const storyWith = (page: Page, line: number): Story | undefined =>
  page.stories.find((story) => textLines(story).includes(line));

const plain = (text: string): string => text.replace(/\s/g, '');

/** What each kind of line promises of the page in which line n was marked so. `said` is the line's text before. */
const PROMISES: Readonly<Record<LineKind, (page: Page, n: number, said: string) => boolean>> = {
  headline: (page, n) => page.stories.some(({ headline }) => headline?.lines.includes(n)),
  kicker: (page, n) => page.stories.some(({ kicker, headline }) => headline && kicker?.lines.includes(n)),
  deck: (page, n) => page.stories.some(({ deck, headline }) => headline && deck?.lines.includes(n)),
  subhead: (page, n) => page.stories.some(({ subheads }) => subheads.some(({ lines }) => lines.includes(n))),
  caption: (page, n) =>
    [...page.figures, ...page.stories.flatMap(({ figures }) => figures)].some(({ lines }) => lines.includes(n)),
  byline: (page, n) =>
    page.stories.length === 0 || page.stories.some(({ bylines }) => bylines.some(({ lines }) => lines.includes(n))),
  body: (page, n, said) =>
    page.stories.some((story) =>
      story.paragraphs.some(({ lines, text }) => lines.includes(n) && (text !== '' || said === '')),
    ),
};
const KINDS = Object.keys(PROMISES) as LineKind[];

/** Raw pages and marked-up ones, with a number to choose a line or story by. */
const pages = fc
  .tuple(fc.array(plainStory, { minLength: 1, maxLength: 3 }), layout, fc.boolean(), fc.nat())
  .map(([stories, how, marked, number]) => {
    const raw = rawPage(stories, { ...how, radicalForms: false, letterSpacedTitles: false });
    return { text: marked ? markUp(raw, testResources(), defaultSettings) : raw, number };
  });

const RUNS = { numRuns: 40 };

describe('corrections', () => {
  for (const kind of KINDS) {
    it(`make a line a ${kind}`, () => {
      fc.assert(
        fc.property(pages, ({ text, number }) => {
          const page = read(text);
          const lines = splitLines(text).filter(({ n }) =>
            page.pieces.some(({ line, role }) => line === n && role !== 'blank' && role !== 'mark'),
          );
          const { n, span } = lines[number % lines.length];
          const edits = markLine(page, n, kind);
          if (edits === null) return;
          const said = plain(
            page.pieces
              .filter(({ line, role }) => line === n && role !== 'mark')
              .map((piece) => text.slice(piece.span.start, piece.span.end))
              .join('') || text.slice(span.start, span.end),
          );
          const after = edited(page, edits);
          const at = lineAfter(page, edits, n);
          assert.ok(PROMISES[kind](after, at, said), `line ${n}\n${text}\n→\n${after.text}`);
        }),
        RUNS,
      );
    }).timeout(60_000);
  }

  it('start a story at a line', () => {
    fc.assert(
      fc.property(pages, ({ text, number }) => {
        const page = read(text);
        const lines = page.stories.flatMap(textLines);
        if (lines.length === 0) return;
        const n = lines[number % lines.length];
        const edits = startStory(page, n);
        if (edits === null) return;
        const after = edited(page, edits);
        const at = lineAfter(page, edits, n);
        // A blank line above may show that the line is a byline: it opens the story all the same.
        // A character of a headline above that stands beside the line is the other story's.
        const stories = after.stories.filter(({ lines }) => lines.includes(at));
        assert.ok(
          stories.some((story) => textLines(story).every((line) => line >= at)),
          `line ${n}\n${text}\n→\n${after.text}`,
        );
      }),
      RUNS,
    );
  }).timeout(60_000);

  it('start a story below a headline whose characters stand beside the rows', () => {
    const page = read(
      [
        '清 清河水库今天完成了第一期工',
        '河 程，居民都说方便多了。',
        '水 清河水库三月完成了第一期工',
        '库 程，居民都说方便多了。清河',
        '蓄水以后，下游两岸有水浇地。',
      ].join('\n'),
    );
    const after = edited(page, startStory(page, 4) ?? []);
    assert.deepEqual(
      after.stories.map(({ paragraphs }) => paragraphs.at(-1)?.text),
      ['清河水库三月完成了第一期工程，居民都说方便多了。清河', '蓄水以后，下游两岸有水浇地。'],
    );
  });

  it('join a story with the text above', () => {
    fc.assert(
      fc.property(pages, ({ text, number }) => {
        const page = read(text);
        if (page.stories.length === 0) return;
        const index = number % page.stories.length;
        const edits = joinWithAbove(page, index);
        if (edits === null) return;
        const after = edited(page, edits);
        // Where the story begins, which in columns read row by row need not be its topmost line.
        const first = Math.min(...(page.stories[index].paragraphs.find(({ subhead }) => !subhead)?.lines ?? []));
        const above = Math.max(...page.stories.flatMap(textLines).filter((n) => n < first));
        assert.ok(
          storyWith(after, lineAfter(page, edits, above))?.lines.includes(lineAfter(page, edits, first)),
          `${text}\n→\n${after.text}`,
        );
      }),
      RUNS,
    );
  }).timeout(60_000);

  it('give a title to a story, above its text', () => {
    fc.assert(
      fc.property(pages, fc.nat(), ({ text, number }, other) => {
        const page = read(text);
        const titles = [...page.stories.flatMap(({ headline }) => headline ?? []), ...page.orphans];
        const targets = page.stories.map((_, i) => i).filter((i) => textLines(page.stories[i]).length > 0);
        if (titles.length === 0 || targets.length === 0) return;
        const title = titles[number % titles.length];
        const target = targets[other % targets.length];
        const edits = attachTitle(page, title, target);
        if (edits === null) return;
        const after = edited(page, edits);
        const lines = textLines(page.stories[target]).map((n) => lineAfter(page, edits, n));
        const story = after.stories.find(
          (each) =>
            plain(each.headline?.text ?? '') === plain(title.text) && textLines(each).some((n) => lines.includes(n)),
        );
        assert.ok(story, `${text}\n→\n${after.text}`);
      }),
      RUNS,
    );
  }).timeout(60_000);

  it('move a title above its story', () => {
    const text = '　　城东大桥今日通车，两岸居民往来只需五\n分钟。大桥全长八百米，建设历时三年。\n\n城东大桥今日通车\n';
    const page = read(text);
    const story = page.stories.findIndex(({ headline }) => headline !== null);
    assert.ok(story >= 0);
    const edits = moveTitleAbove(page, story);
    assert.ok(edits);
    assert.equal(
      applyEdits(text, edits),
      '\n# 城东大桥今日通车\n\n　　城东大桥今日通车，两岸居民往来只需五\n分钟。大桥全长八百米，建设历时三年。\n\n',
    );
    const after = edited(page, edits);
    assert.equal(after.stories[0].headline?.text, '城东大桥今日通车');
    assert.equal(moveTitleAbove(after, 0), null);
  });

  it('have nothing to act on at a blank line, a rule or a line that is not there', () => {
    const page = read('甲。\n\n---\n乙。\n');
    for (const kind of KINDS) for (const n of [1, 2, 99]) assert.equal(markLine(page, n, kind), null);
    assert.equal(startStory(page, 1), null);
    assert.equal(startStory(page, 3), null);
    assert.equal(joinWithAbove(page, 0), null);
    assert.equal(joinWithAbove(page, 99), null);
    assert.equal(moveTitleAbove(page, 0), null);
  });
});
