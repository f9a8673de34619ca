import assert from 'node:assert/strict';
import { withoutMarkedBody } from '../../../server/src/page/bodyMarks';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { readPage } from '../../../server/src/page/read';
import { testResources } from '../resources';

const BODY = [
  '　　本报讯（记者 林舟）青石镇的河堤上，八',
  '百株柳树昨天全部栽完。镇里的老人说，这条堤',
  '修了三年，如今总算有了树荫。',
  '　　河堤全长六公里，两边修了步道，晚饭后来',
  '散步的人越来越多。镇长说，明年还要在堤上装',
  '路灯，让人夜里也能走。',
];

const TITLE = '青石河堤八百柳树栽完';

/** The story's title and jump, then its paragraphs. */
function check(lines: readonly string[], expected: readonly (string | null)[]): void {
  const { stories, figures, orphans, furniture } = readPage(lines.join('\n'), testResources());
  const loose = [...figures, ...orphans, ...furniture].flatMap((element) => element.lines);
  assert.deepEqual(loose, []);
  assert.deepEqual(
    stories.flatMap(({ headline, jump, bylines, figures: own, paragraphs }) => [
      headline?.text ?? null,
      jump?.page ?? null,
      ...bylines.flatMap(({ names }) => names.map(({ name }) => name)),
      ...own.map(({ caption }) => caption),
      ...paragraphs.map(({ text }) => `${text.slice(0, 10)}…`),
    ]),
    expected,
  );
}

const FIRST = '本报讯（记者 林舟）…';
const SECOND = '河堤全长六公里，两边…';

describe('a line that a person called body text', () => {
  it('is no headline', () => {
    check([TITLE, '', ...BODY], [TITLE, null, '林舟', FIRST, SECOND]);
    check([`${TITLE} <!-- body -->`, '', ...BODY], [null, null, '林舟', `${TITLE}…`, FIRST, SECOND]);
  });
  it('is no part of a headline', () =>
    check(
      ['青石河堤八百柳', `树全部栽完镇上有了树荫 <!-- body -->`, '', ...BODY],
      ['青石河堤八百柳', null, '林舟', '树全部栽完镇上有了树…', FIRST, SECOND],
    ));
  it('leaves what is left of a title block a headline', () => {
    const titled = (...lines: string[]) =>
      readPage([...lines, '', ...BODY].join('\n'), testResources()).stories.map(({ kicker, headline, deck, link }) => [
        ...[kicker, headline, deck].map((title) => title?.text ?? null),
        link !== null,
      ]);
    const deck = '——镇上的老人有了树荫';
    assert.deepEqual(titled(TITLE, deck), [[null, TITLE, deck, true]]);
    assert.deepEqual(titled(`${TITLE} <!-- body -->`, deck), [[null, deck, null, true]]);
    assert.deepEqual(titled(`${TITLE} <!-- body -->`), [[null, null, null, false]]);
  });
  it('is no subhead', () => {
    const page = readPage([TITLE, '', ...BODY].join('\n'), testResources());
    const [story] = page.stories;
    const [first, ...rest] = story.paragraphs;
    const subhead = { text: first.text, lines: first.lines, span: story.span, confidence: 1, why: [] };
    const stories = [{ ...story, subheads: [subhead], paragraphs: [{ ...first, subhead: true }, ...rest] }];
    const [left] = withoutMarkedBody(
      { ...page, stories },
      { has: (n) => first.lines.includes(n), textOf: () => '', profile: chooseProfile(page.text) },
    ).stories;
    assert.deepEqual([left.subheads, left.paragraphs[0].subhead], [[], false]);
  });
  it('is no jump line', () => {
    check([TITLE, '', ...BODY, '（下转第4版）'], [TITLE, '4', '林舟', FIRST, SECOND]);
    check([TITLE, '', ...BODY, '（下转第4版） <!-- body -->'], [TITLE, null, '林舟', FIRST, SECOND, '（下转第4版）…']);
  });
  it('leaves of a vertical headline its other characters, without the rows beside it', () => {
    const beside = [...TITLE].map((character, n) => `${character} ${[...BODY, ...BODY][n].trim()}`);
    const whole = readPage([...beside, ...BODY].join('\n'), testResources());
    assert.ok(whole.stories.some(({ headline }) => headline?.text === TITLE));
    const marked = readPage([`${beside[0]} <!-- body -->`, ...beside.slice(1), ...BODY].join('\n'), testResources());
    assert.ok(marked.stories.every(({ headline }) => (headline?.text.length ?? 0) <= TITLE.length));
  });
  it('leaves a title on one line', () => {
    const page = readPage([TITLE, '', ...BODY].join('\n'), testResources());
    const [{ headline }] = page.stories;
    const [left] = withoutMarkedBody(
      { ...page, stories: [], orphans: headline ? [{ ...headline, lines: [0, 1] }] : [] },
      { has: (n) => n === 1, textOf: () => '青石   河堤', profile: chooseProfile(page.text) },
    ).orphans;
    assert.equal(left.text, '青石 河堤');
  });
  it('leaves a caption the credit that its other lines tell', () => {
    const page = readPage([TITLE, '', ...BODY].join('\n'), testResources());
    const [story] = page.stories;
    const name = { name: '高山', span: story.span };
    const figure = {
      ...story,
      caption: '图为河堤。本报记者 高山 摄',
      credit: { role: '本报记者', names: [name] },
      lines: [7, 8],
    };
    const [left] = withoutMarkedBody(
      { ...page, figures: [figure] },
      { has: (n) => n === 7, textOf: () => '高山 摄', profile: chooseProfile(page.text) },
    ).figures;
    assert.deepEqual([left.caption, left.credit], ['高山 摄', { role: null, names: [name] }]);
  });
  it('leaves a picture without its title to the page', () => {
    const caption = '图为镇上的人在河堤上散步。 高山 摄';
    const { stories, figures } = readPage(
      [TITLE, '', ...BODY, '', '河堤上的傍晚 <!-- body -->', caption].join('\n'),
      testResources(),
    );
    assert.ok([...figures, ...stories.flatMap((story) => story.figures)].some((figure) => figure.caption === caption));
    assert.ok(stories.every(({ headline, paragraphs }) => headline !== null || paragraphs.length > 0));
  });
  it('is no caption', () => {
    const caption = '图为镇上的人在河堤上散步。 高山 摄';
    check(
      [TITLE, '', ...BODY, '', `${caption} <!-- body -->`],
      [TITLE, null, '林舟', FIRST, SECOND, '图为镇上的人在河堤上…'],
    );
  });
  it('is no byline', () =>
    check(
      [TITLE, '', '□ 本报记者 高山 <!-- body -->', ...BODY.slice(1)],
      [TITLE, null, '□本报记者 高山…', '百株柳树昨天全部栽完…', SECOND],
    ));
  it('keeps the byline that ends it', () =>
    check(
      [TITLE, '', ...BODY.slice(0, 5), '路灯，让人夜里也能走。（高山） <!-- body -->'],
      [TITLE, null, '林舟', '高山', FIRST, SECOND],
    ));
  it('is no part of a jump line or byline, whose other lines are text too', () => {
    check(
      [TITLE, '', ...BODY.slice(0, 5), '路灯，让人夜里也能走。（下', '转第4版）'],
      [TITLE, '4', '林舟', FIRST, SECOND],
    );
    check(
      [TITLE, '', ...BODY.slice(0, 5), '路灯，让人夜里也能走。（下', '转第4版） <!-- body -->'],
      [TITLE, null, '林舟', FIRST, SECOND, '（下转第4版）…'],
    );
  });
  it('leaves the other lines of a caption one, without the credit that it had', () => {
    const lines = ['图为镇上的人在河堤上散步，', '看新栽的柳树。 高山 摄'];
    const figures = (mark: string) =>
      readPage([TITLE, '', ...BODY, '', `${lines.join('\n')}${mark}`].join('\n'), testResources()).figures.map(
        ({ caption, credit }) => [caption, credit?.names.length ?? null],
      );
    assert.deepEqual(figures(''), [[lines.join(''), 1]]);
    assert.deepEqual(figures(' <!-- body -->'), [[lines[0], null]]);
  });
});
