import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minimalEdits } from '../../../server/src/text/diff';
import { applyEdits } from '../../../server/src/text/span';

const check = (before: string, after: string, expected: string[]) =>
  it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
    const edits = minimalEdits(before, after);
    assert.deepEqual(
      edits.map(({ span, text }) => `${span.start}-${span.end} ${JSON.stringify(text)}`),
      expected,
    );
    assert.equal(applyEdits(before, edits), after);
  });

describe('minimal edits', () => {
  check('', '', []);
  check('同一', '同一', []);
  check('', '新', ['0-0 "新"']);
  check('共 62 个', '共62个', ['1-2 ""', '4-5 ""']);
  check('甲 乙\n丙 丁\n', '甲乙\n丙丁\n', ['1-2 ""', '5-6 ""']);
  check('甲\n\n乙\n\n丙\n', '甲\n乙\n丙\n', ['2-3 ""', '4-5 ""']);
  check('𠀀字', '𠀁字', ['0-2 "𠀁"']);
  check('字𠀀', '字\ud840', ['1-3 "\\ud840"']);
  check('a\r\nb', 'a\nb', ['1-3 "\\n"']);
  check('a\r\n', 'a', ['1-3 ""']);

  const text = fc.string({ unit: fc.constantFrom('中', '国', ' ', '\n', '\r\n', '𠀀', '𠀁', '，', '1', '\ud840') });

  it('turns any text into any other', () =>
    fc.assert(fc.property(text, text, (a, b) => assert.equal(applyEdits(a, minimalEdits(a, b)), b))));

  it('never cuts a pair', () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const { span } of minimalEdits(a, b))
          for (const at of [span.start, span.end])
            assert.doesNotMatch(a.slice(Math.max(0, at - 1), at + 1), /^([\ud800-\udbff][\udc00-\udfff]|\r\n)$/);
      }),
    ));
});
