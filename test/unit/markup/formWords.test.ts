import { strict as assert } from 'node:assert';
import { formWords } from '../../../server/src/markup/formWords';
import { readBodyLine } from '../../../server/src/page/bodyLine';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { ViewBuilder } from '../../../server/src/text/view';
import { oneStory } from '../page/oneStory';

const OPENING = '新华社北京2月18日电（记者 林舟） 城东大桥今日通车。';
const PROFILE = chooseProfile(OPENING);
const [NOTHING] = oneStory(OPENING).stories;
const lineOf = (text: string) => readBodyLine(0, new ViewBuilder().copy(text, 0, text.length).build(), PROFILE);
const DATELINE = lineOf(OPENING).forms.find((form) => form.kind === 'dateline');
const BYLINE = { role: '记者', names: [{ name: '林舟', span: { start: 0, end: 2 } }] };
const ELEMENT = { span: { start: 0, end: 1 }, lines: [0], confidence: 1, why: [] };

describe('what a comment says of the forms in a paragraph', () => {
  const wordsFor = (dateline: boolean, byline: boolean, ...texts: string[]) =>
    formWords(
      { ...NOTHING, dateline: dateline && DATELINE ? { ...ELEMENT, ...DATELINE, kind: '电' } : null },
      byline ? [{ ...ELEMENT, ...BYLINE }] : [],
      texts.map(lineOf),
    );
  it('is nothing where they read as they are', () => assert.deepEqual(wordsFor(true, true, OPENING, '文。'), [[], []]));
  it('is which of them are the story’s', () => {
    assert.deepEqual(wordsFor(true, false, OPENING), [['dateline']]);
    assert.deepEqual(wordsFor(false, true, OPENING), [['signed']]);
  });
  it('is that none is', () => assert.deepEqual(wordsFor(false, false, OPENING), [['plain']]));
  it('is said of the line that is read otherwise alone', () =>
    assert.deepEqual(wordsFor(true, false, '文。', OPENING), [[], ['dateline']]));
});
