import assert from 'node:assert/strict';
import { type Rejoin, storyOf } from '../../../server/src/page/overruledStory';
import { chooseProfile } from '../../../server/src/page/profiles/choose';

describe('the story that marks leave', () => {
  it('has no paragraph where nothing of its rows is left', () => {
    const step = { n: 0, span: { start: 0, end: 2 }, begins: true, from: null, subhead: null };
    const part = {
      steps: [step],
      story: null,
      first: true,
      block: [],
      bylines: [],
      figures: [],
      elements: new Set<never>(),
    };
    const rejoinTo =
      (text: string): Rejoin =>
      () => ({ text, pieces: [], lines: [], subhead: false });
    const texts = (text: string) =>
      storyOf(part, [part], rejoinTo(text), chooseProfile('')).paragraphs.map((paragraph) => paragraph.text);
    assert.deepEqual([texts(''), texts('文。')], [[], ['文。']]);
  });
});
