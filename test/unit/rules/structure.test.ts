import assert from 'node:assert/strict';
import { sentenceOf } from '../../../server/src/page/evidence';
import type { Page } from '../../../server/src/page/model';
import { problemOf } from '../../../server/src/rules/inconsistent-date';
import { applyEdits } from '../../../server/src/text/span';
import { check, type PageFacts, sketch } from './pages';

/** A sketched page and the texts that the rule reports on it. */
function reports(id: string, title: string, drawing: string, found: readonly string[], facts: PageFacts = {}): void {
  it(title, () => {
    const page = sketch(drawing, facts);
    const reported = check(id, page).map(({ span }) => page.text.slice(span.start, span.end));
    assert.deepEqual(reported, found);
  });
}

const SENTENCE = '春风吹过山乡的田野，新修的水渠里流着清水，人们忙着播种。';
const BODY = SENTENCE.repeat(4);

describe('missing-headline', () => {
  const id = 'missing-headline';
  reports(id, 'reports the first line of a story without a title', `P1|${BODY}\n1|又一行。`, [BODY]);
  reports(id, 'reports each of two', `P1|${BODY}\n|\nP2|${BODY}`, [BODY, BODY]);
  reports(id, 'looks past another title', `O|新桥通车\nP1|${BODY}`, [BODY]);
  reports(id, 'is silent with a title', `H1|新桥通车\nP1|${BODY}`, []);
  reports(id, 'is silent where the title follows', `P1|${BODY}\nH1|新桥通车`, []);
  reports(id, 'is silent for short news', 'P1|新桥今日通车。', []);
  reports(id, 'is silent where the story came from another page', `P1|${BODY}\n1|（上接第一版）`, [], {
    jumps: { 1: { kind: 'from', page: '1' } },
  });
  it('is silent for text that may be a part of another story', () => {
    const doubted = (drawing: string) => {
      const page = sketch(drawing);
      return check(id, { ...page, stories: page.stories.map((story) => ({ ...story, confidence: 0.5 })) });
    };
    assert.equal(doubted(`P1|${BODY}`).length, 0);
    assert.equal(doubted(`L1|本报讯 ${BODY}`).length, 1);
  });
  reports(id, 'is silent for a picture', 'C1|图为新修的水渠。', []);
  reports(id, 'is silent on an empty page', '|', []);
});

describe('orphan-headline', () => {
  const id = 'orphan-headline';
  reports(id, 'reports a title without a story', `O|新桥通车\nH1|春耕\nP1|${BODY}`, ['新桥通车']);
  reports(id, 'reports two', 'O|新桥通车\nO|春耕大忙', ['新桥通车', '春耕大忙']);
  reports(id, 'is silent for a standing head', `O|短评\nH1|春耕\nP1|${BODY}`, []);
  it('is silent for what may be no title', () => {
    const page = sketch(`O|新桥通车\nH1|春耕\nP1|${BODY}`);
    assert.deepEqual(
      check(id, { ...page, orphans: page.orphans.map((title) => ({ ...title, confidence: 0.89 })) }),
      [],
    );
  });
  reports(id, 'is silent where every title has a story', `H1|春耕\nP1|${BODY}`, []);
  reports(id, 'is silent for kicker and deck', `K1|山乡新貌\nH1|春耕\nD1|——访老支书\nP1|${BODY}`, []);
  reports(id, 'is silent on an empty page', '|', []);
});

describe('truncated-article', () => {
  const id = 'truncated-article';
  reports(id, 'reports the last character of a story that breaks off', `H1|春耕\nP1|${BODY}\nP1|人们都说`, ['说']);
  reports(id, 'reports a comma at the end', `H1|春耕\nP1|${BODY}人们都说，`, ['，']);
  for (const end of ['。', '！', '？', '……', '。”', '。（林青山）', '（完）', '：“好！”', '——'])
    reports(id, `is silent where it ends with ${end}`, `H1|春耕\nP1|${BODY}\nP1|人们都说${end}`, []);
  reports(id, 'is silent where a jump line goes on', `H1|春耕\nP1|${BODY}\n1|人们都说`, [], {
    jumps: { 1: { kind: 'to', page: '4' } },
  });
  const BROKEN = `H1|春耕\nP1|${BODY}\nP1|人们都说`;
  reports(id, 'is silent where text without a title is left over', `${BROKEN}\nP2|${BODY}`, []);
  reports(id, 'is silent where a title without text is left over', `${BROKEN}\nO|新桥通车`, []);
  reports(id, 'is silent where the title may be another’s', BROKEN, [], { linked: 0.89 });
  reports(id, 'is silent for a list without sentences', `H1|名单\nP1|${'林青山 周文静 '.repeat(12)}`, []);
  reports(id, 'is silent for a short notice', 'H1|启事\nP1|本报今日休刊。敬告读者', []);
});

describe('inconsistent-date', () => {
  const id = 'inconsistent-date';
  const drawing = 'H1|春耕\nP1|新华社石桥电 春耕开始。';
  const found = ['新华社石桥电 春耕开始。'];
  reports(id, 'reports a dateline after the page', drawing, found, { date: '2023-02-19', datelines: { 1: [2, 20] } });
  reports(id, 'reports a day that no month has', drawing, found, { datelines: { 1: [2, 30] } });
  reports(id, 'is silent for the day before', drawing, [], { date: '2023-02-19', datelines: { 1: [2, 18] } });
  reports(id, 'is silent without a dateline', drawing, [], { date: '2023-02-19' });

  const wrong: [number, number, string | null][] = [
    [2, 30, null],
    [4, 31, null],
    [13, 1, null],
    [0, 3, null],
    [5, 0, null],
    [2, 29, '2023-03-01'],
    [2, 20, '2023-02-19'],
    [3, 1, '2023-02-28'],
    [1, 2, '2022-12-31'],
  ];
  for (const [month, day, date] of wrong) {
    if (month === 1) continue;
    it(`${month}-${day} on ${date} is wrong`, () => assert.notEqual(problemOf(month, day, date), null));
  }
  const right: [number, number, string | null][] = [
    [2, 29, null],
    [2, 29, '2024-03-01'],
    [2, 19, '2023-02-19'],
    [2, 18, '2023-02-19'],
    [12, 31, '2023-01-02'],
    [11, 30, '2023-01-02'],
    [8, 31, null],
    [8, 31, 'no date'],
  ];
  for (const [month, day, date] of right)
    it(`${month}-${day} on ${date} is right`, () => assert.equal(problemOf(month, day, date), null));
});

describe('duplicate-paragraph', () => {
  const id = 'duplicate-paragraph';
  it('reports the second and deletes its lines', () => {
    const page = sketch(`H1|春耕\nP1|${BODY}\n1|${SENTENCE}\nP1|别的一段。\nP1|${BODY}\n1|${SENTENCE}\nP1|结尾。`);
    const [finding, ...more] = check(id, page);
    assert.equal(more.length, 0);
    assert.equal(applyEdits(page.text, finding.fixes[0].edits), `春耕\n${BODY}\n${SENTENCE}\n别的一段。\n结尾。\n`);
  });
  reports(
    id,
    'sees it in another story and with other breaks',
    `P1|${BODY}\n1|${SENTENCE}\nH2|新桥\nP2|${BODY}${SENTENCE}`,
    [BODY + SENTENCE],
  );
  it('is silent for a copy with another character, whatever the clean text says', () => {
    const page = sketch(`P1|${BODY}\nP1|${BODY.replace('山', '⼭')}`);
    const [{ paragraphs, ...story }] = page.stories;
    const same = paragraphs.map((paragraph) => ({ ...paragraph, text: BODY }));
    assert.deepEqual(check(id, { ...page, stories: [{ ...story, paragraphs: same }] }), []);
  });
  reports(id, 'is silent for short ones', 'P1|同意。\nP1|同意。', []);
  reports(id, 'is silent for different ones', `P1|${BODY}\nP1|${BODY}又。`, []);
  reports(id, 'is silent for one', `P1|${BODY}`, []);
});

describe('displaced-headline', () => {
  const id = 'displaced-headline';
  const CERTAIN = { linked: 0.99 };
  const moved = (title: string, drawing: string, after: string, facts: PageFacts = {}) =>
    it(title, () => {
      const page = sketch(drawing, { ...facts, ...CERTAIN });
      const [finding, ...more] = check(id, page);
      assert.equal(more.length, 0);
      assert.equal(finding.fixes[0].class, 'Q');
      assert.equal(applyEdits(page.text, finding.fixes[0].edits), after);
    });
  /** So many lines part a title from its story at least. */
  const far = (kind: string) => `${kind}|水渠里流着清水。\n`.repeat(6);
  const FAR = '水渠里流着清水。\n'.repeat(6);
  moved('moves a title that follows its body', `P1|春耕开始。\n${far('1')}H1|春耕`, `春耕\n春耕开始。\n${FAR}`);
  moved('moves it over another story', `H1|春耕\n${far('P2')}P1|播种。`, `${FAR}春耕\n播种。\n`);
  moved(
    'moves kicker, headline and deck together',
    `P1|播种。\n${far('1')}K1|山乡新貌\nH1|春耕\nD1|——访老支书`,
    `山乡新貌\n春耕\n——访老支书\n播种。\n${FAR}`,
  );
  moved(
    'sets it above a byline that opens the story',
    `Y1|□ 林青山\nP1|播种。\n${far('1')}H1|春耕`,
    `春耕\n□ 林青山\n播种。\n${FAR}`,
  );
  moved('keeps the padding of a padded page', `P1|播种。\n${far('1')}|\nH1|春耕`, `春耕\n\n播种。\n${FAR}\n`, {
    padded: true,
  });
  reports(id, 'is silent near its story', `P1|播种。\n${'1|又一行。\n'.repeat(5)}|\nH1|春耕`, [], CERTAIN);
  reports(id, 'is silent right above the body', 'H1|春耕\nP1|播种。', [], CERTAIN);
  reports(id, 'is silent over blank lines', 'H1|春耕\n|\n|\nP1|播种。', [], CERTAIN);
  reports(id, 'is silent over the byline', 'H1|春耕\nY1|□ 林青山\nP1|播种。', [], CERTAIN);
  reports(id, "is silent over the story's own picture", 'H1|春耕\nC1|图为播种。\nP1|播种。', [], CERTAIN);
  reports(id, 'is silent for a title of several lines', 'K1|山乡\nH1|春耕\nH1|大忙\nP1|播种。', [], CERTAIN);
  reports(id, 'is silent without a title', 'P1|播种。', []);

  it('is silent where the title shares its line with other text', () => {
    const page = sketch(`Y1|□ 林青山\nP1|播种。\n${far('1')}H1|春耕`);
    const title = page.pieces[page.pieces.length - 1];
    const glued: Page = { ...page, pieces: [...page.pieces, { ...title, story: null, role: 'body' }] };
    assert.deepEqual(check(id, glued), []);
    assert.equal(check(id, page).length, 1);
  });
  const links: [title: string, drawing: string, confidence: number, findings: number][] = [
    ['a story that opens with a byline', `Y1|□ 林青山\nP1|播种。\n${far('1')}H1|春耕`, 0.6, 1],
    ['a story that opens with a lead', `L1|本报讯 播种。\n${far('1')}H1|春耕`, 0.6, 1],
    ['the same, less sure', `L1|本报讯 播种。\n${far('1')}H1|春耕`, 0.59, 0],
    ['any story, if it is nearly certain', `P1|播种。\n${far('1')}H1|春耕`, 0.98, 1],
    ['any story, less sure', `P1|播种。\n${far('1')}H1|春耕`, 0.97, 0],
  ];
  for (const [title, drawing, confidence, findings] of links)
    it(`${findings ? 'reports' : 'is silent for'} ${title} (${confidence})`, () =>
      assert.equal(check(id, sketch(drawing, { linked: confidence })).length, findings));
  it('says how sure it is and why', () => {
    const page = sketch(`L1|本报讯 播种。\n${far('1')}H1|春耕`);
    const why = [
      { name: 'likeness', score: 0.1 },
      { name: 'some gain', score: 2 },
      { name: 'adjacent', score: -3 },
    ];
    const stories = page.stories.map((story) => ({ ...story, link: { confidence: 0.8, why } }));
    const [{ evidence }] = check(id, { ...page, stories });
    assert.equal(evidence.length, 3);
    assert.deepEqual(evidence[0].args, [80]);
    assert.deepEqual(evidence.slice(1), [why[1], why[0]].map(sentenceOf));
  });
});

describe('unresolved-jump', () => {
  const id = 'unresolved-jump';
  const front = sketch('H1|春耕大忙\nP1|春耕开始，\n1|（下转4版）', {
    number: '1',
    date: '2023-02-19',
    jumps: { 1: { kind: 'to', page: '4' } },
  });
  const back = (from: string, number = '4', date = '2023-02-19'): Page =>
    sketch('P1|播种也开始了。\n1|（上接）', { number, date, jumps: { 1: { kind: 'from', page: from } } });
  const found = (page: Page, others: readonly Page[]) =>
    check(id, page, others).map(({ span }) => page.text.slice(span.start, span.end));

  it('is silent where the other page is not known', () => assert.deepEqual(found(front, []), []));
  it('is silent where it goes on there', () => assert.deepEqual(found(front, [back('1')]), []));
  it('reports a page without a continuation', () =>
    assert.deepEqual(found(front, [sketch(`H1|新桥\nP1|${BODY}`, { number: '4' })]), ['（下转4版）']));
  it('reports a page whose stories come from elsewhere', () =>
    assert.deepEqual(found(front, [back('2')]), ['（下转4版）']));
  it('leaves pages of another day alone', () => assert.deepEqual(found(front, [back('2', '4', '2023-02-20')]), []));
  it('reports a continuation whose beginning is missing', () =>
    assert.deepEqual(found(back('1'), [sketch(`H1|新桥\nP1|${BODY}`, { number: '1' })]), ['（上接）']));
  it('takes 04 and 4 for the same page', () => assert.deepEqual(found(front, [back('01', '04')]), []));
  it('of two stories reports the one that shares less with the only continuation', () => {
    const page = sketch('H1|春耕大忙\nP1|春耕播种，\n1|（下转4版）\nH2|大桥合龙\nP2|桥面铺装，\n2|（下转4版）。', {
      number: '1',
      jumps: { 1: { kind: 'to', page: '4' }, 2: { kind: 'to', page: '4' } },
    });
    const other = sketch('P1|大桥合龙后桥面铺装加紧。\n1|（上接1版）', {
      number: '4',
      jumps: { 1: { kind: 'from', page: '1' } },
    });
    assert.deepEqual(found(page, [other]), ['（下转4版）']);
  });
});
