import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactView, normaliseLine } from '../../../server/src/page/normalise';
import { View, ViewBuilder } from '../../../server/src/text/view';

/** What each unit of a view came from: `a←A` where it differs. */
const traced = (view: View, source: string): string[] =>
  Array.from(view.text, (unit, i) => {
    const { start, end } = view.sourceSpan(i, i + 1);
    const from = source.slice(start, end);
    return from === unit ? unit : `${unit}←${from}`;
  });

describe('a view of a text', () => {
  it('of a stretch as it stands', () => assert.deepEqual(traced(View.of('春江水暖', 1, 3), '春江水暖'), ['江', '水']));

  it('with pieces left out and put in', () => {
    const source = '第 3 版';
    const view = new ViewBuilder().copy(source, 0, 1).put('三', { start: 1, end: 4 }).copy(source, 4, 5).build();
    assert.deepEqual(traced(view, source), ['第', '三← 3 ', '版']);
  });

  it('finds a place of the source again, or the next one that it kept', () => {
    const source = '春 江';
    const view = new ViewBuilder().copy(source, 0, 1).copy(source, 2, 3).build();
    assert.deepEqual(
      [0, 1, 2, 3].map((offset) => view.viewOffset(offset)),
      [0, 1, 1, 2],
    );
  });

  it('has empty spans where it is empty, at its place', () =>
    assert.deepEqual(View.of('春江', 1, 1).sourceSpan(0, 0), { start: 1, end: 1 }));

  const line = fc.string({ unit: fc.constantFrom(...'春江⽔，１1a 　“（—', '𠀀', '\u200b'), maxLength: 30 });

  for (const [name, viewOf] of [
    ['normalised', (text: string): View => normaliseLine(text, 0, text.length)],
    ['without spaces', (text: string): View => compactView(normaliseLine(text, 0, text.length))],
  ] as const)
    it(`of a line, ${name}: leads from every unit to a place of its own, in the order of the line`, () =>
      fc.assert(
        fc.property(line, (text) => {
          const view = viewOf(text);
          let done = 0;
          for (let i = 0; i < view.text.length; i++) {
            const { start, end } = view.sourceSpan(i, i + 1);
            assert.ok(done <= start && start < end && end <= text.length);
            assert.equal(view.viewOffset(start), i);
            done = end;
          }
          const han = (s: string): string => s.replace(/⽔/g, '水').replace(/[^\p{Script=Han}]/gu, '');
          assert.equal(han(view.text), han(text));
        }),
      ));
});
