import assert from 'node:assert/strict';
import { markUpPage } from '../../../server/src/markup/write';
import { readPage } from '../../../server/src/page/read';
import { testResources } from '../resources';
import { outline } from './outline';

/** The front matter that is written below one of these lines for a page whose folio line says page 2. */
function check(lines: readonly string[], expected: readonly string[]): void {
  const text = ['---', ...lines, '---', '第2版', '', '　　城东大桥今日通车，两岸居民往', '来只需五分钟。', ''].join(
    '\n',
  );
  const page = readPage(text, testResources());
  const marked = markUpPage(page);
  assert.deepEqual(marked.split('\n').slice(1, marked.split('\n').indexOf('---', 1)), [
    ...expected,
    'lines: paragraphs',
  ]);
  const again = readPage(marked, testResources());
  assert.deepEqual(outline(again), outline(page));
  assert.equal(markUpPage(again), marked);
}

describe('the front matter of a marked-up page', () => {
  it('keeps the person’s own lines', () =>
    check(['editor: 林舟', 'page: 3 # gezählt'], ['editor: 林舟', 'page: 3 # gezählt']));
  it('has what the folio tells where a key says nothing', () =>
    check(['page:', 'editor: 林舟'], ['editor: 林舟', 'page: 2']));
  it('keeps what it cannot read as a comment, for a key stands there once', () =>
    check(['page: [2', 'editor: 林舟'], ['# page: [2', 'editor: 林舟', 'page: 2']));
});
