import assert from 'node:assert/strict';
import { formSpans, saidIn } from '../../../server/src/page/formSpans';
import type { Span } from '../../../server/src/text/span';

/** What of two rows a form from `from` to `to` holds. */
function check(
  rows: readonly [string, string],
  [from, to]: readonly [string, string],
  said: string | null,
  expected: string[],
): void {
  const text = rows.join('\n');
  const spans: Span[] = [
    { start: 0, end: rows[0].length },
    { start: rows[0].length + 1, end: text.length },
  ];
  const span = { start: text.indexOf(from), end: text.lastIndexOf(to) + to.length };
  it(`${rows.join('⏎')} holds ${expected.join(' ')}`, () =>
    assert.deepEqual(
      formSpans(text, spans, span, said).map(({ start, end }) => text.slice(start, end)),
      expected,
    ));
}

describe('what a form on two rows holds of them', () => {
  check(['修好了。（林舟', '高山）下文'], ['（林', '）'], '林舟高山', ['（林舟', '高山）']);
  check(['修好了。（林舟', '另一栏的一行   高山）'], ['（林', '）'], '林舟高山', ['（林舟', '高山）']);
  check(['修好了。（林舟   另一栏', '高山）'], ['（林', '）'], '林舟高山', ['（林舟', '高山）']);
  check(['修好了。（林', '另一栏 舟）'], ['（林', '）'], '林舟', ['（林', '舟）']);
  check(['修好了。（林舟', '另一栏的一行 ）'], ['（林', '）'], '林舟', ['（林舟', '）']);
  check(['修好了。（⻩河', '另一栏 山）'], ['（⻩', '）'], '黄河山', ['（⻩河', '山）']);
  check(['到此为止。（下转', '另一栏 4版）'], ['（下', '）'], null, ['（下转', '另一栏 4版）']);
  check(['修好了。（林舟', '高山摄影报道）'], ['（林', '）'], '林舟高山', ['（林舟', '高山摄影报道）']);
  it('says its roles and names in order', () =>
    assert.equal(
      saidIn([
        { role: '记者', names: [{ name: '林舟' }] },
        { role: null, names: [{ name: '高山' }] },
      ]),
      '记者林舟高山',
    ));
});
