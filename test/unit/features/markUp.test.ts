import assert from 'node:assert/strict';
import { markUpEditSteps } from '../../../server/src/features/markUp';
import { storyName } from '../../../server/src/features/symbols';
import { defaultSettings } from '../../../server/src/rules/settings';
import { finish } from '../../../server/src/text/steps';
import { testResources } from '../resources';
import { readingOf, tell } from './page';

/** The names of a page's stories in the list to choose from. */
const check = (lines: string[], expected: readonly string[]): void => {
  const reading = readingOf(lines);
  const marked = finish(markUpEditSteps(reading, {}, { resources: testResources(), settings: defaultSettings, tell }));
  assert.deepEqual(
    marked?.stories.map(({ name }) => name),
    expected,
  );
  const { stories } = reading.document.pages[0].page;
  assert.deepEqual(stories.map(storyName), expected);
};

describe('stories to mark up', () => {
  it('have their names in the outline', () =>
    check(
      [
        'h0 春耕正忙',
        'b0 田间一片繁忙。',
        's1 夜市',
        'b1 老街的夜市昨晚重新开张，摊位比去年多了一倍，街坊都说好，夜里也有了去处。',
      ],
      ['春耕正忙', '老街的夜市昨晚重新开张，摊位比…'],
    ));
});
