import assert from 'node:assert/strict';
import { type Span, spanText, trimmed, withoutSpans } from '../../../server/src/text/span';

const span = (start: number, end: number): Span => ({ start, end });

describe('a span', () => {
  const check = (text: string, expected: string): void =>
    assert.equal(spanText(text, trimmed(text, span(0, text.length))), expected);

  it('without the spaces at its ends', () => {
    check('　 春 江 ', '春 江');
    check('春', '春');
    check(' 　', '');
  });
});

describe('what is left of a span', () => {
  const check = (gone: readonly Span[], expected: readonly Span[]): void =>
    assert.deepEqual(withoutSpans(span(2, 10), gone), expected);

  it('is all of it where nothing is taken out', () => check([span(0, 2), span(10, 12)], [span(2, 10)]));
  it('is what stands between the others, in whatever order they come', () =>
    check([span(8, 12), span(4, 6)], [span(2, 4), span(6, 8)]));
  it('is nothing where one holds all of it', () => check([span(0, 12), span(4, 6)], []));
  it('counts what two of them hold once', () => check([span(3, 8), span(4, 6)], [span(2, 3), span(8, 10)]));
});
