import assert from 'node:assert/strict';
import { lazyPage } from '../../../server/src/page/lazy';
import { readPage } from '../../../server/src/page/read';
import { testResources } from '../resources';

const BODY = '春风吹过山乡的田野，新修的水渠里流着清水，\n人们忙着播种。今年的雨水比往年来得早。\n';

describe('a page that is read when asked', () => {
  const texts: Record<string, string> = {
    'an empty one': '',
    'a raw one': `新桥今日通车\n本报讯（记者 林青山）${BODY}\n春耕大忙\n本报讯 ${BODY}`,
    'a padded one': `新桥今日通车\n本报讯${BODY}`.repeat(3).replace(/\n/g, '\n\n'),
    'a recognised one': `新桥今日通车\n本报讯 (记者 林青山) ${BODY.replace(/，/g, ': ')}(完)(完)(完)\n`,
    'a traditional one': '新橋今日通車\n本報訊（記者 林青山）這座橋是當地興建的，車輛開始通過。\n',
    'a marked-up one': `# 新桥今日通车\n\n${BODY}\n---\n\n春耕大忙\n${BODY}`,
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`is the page that reading gives: ${name}`, () =>
      assert.equal(
        JSON.stringify(sorted(lazyPage(text, testResources()))),
        JSON.stringify(sorted(readPage(text, testResources()))),
      ));
  }

  it('is not read for its text and traits', () => {
    const resources = testResources();
    const unread = {
      ...resources,
      get lexicon(): never {
        throw new Error('was read');
      },
    };
    const page = lazyPage(texts['a raw one'], unread);
    assert.deepEqual([page.text.length > 0, page.traits.ocr, page.traits.profile], [true, false, 'zh-Hans']);
    assert.throws(() => page.stories, /was read/);
  });
});

/** The same values with their keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
