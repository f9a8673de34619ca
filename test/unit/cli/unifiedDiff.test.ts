import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { unifiedDiff } from '../../../server/src/cli/unifiedDiff';

const check = (before: string, after: string, expected: string): void => {
  it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
    assert.equal(unifiedDiff('x', before, after), expected && `--- a/x\n+++ b/x\n${expected}`);
  });
};

describe('the unified diff', () => {
  check('a\n', 'a\n', '');
  check('', 'a\n', '@@ -0,0 +1,1 @@\n+a\n');
  check('a\n', '', '@@ -1,1 +0,0 @@\n-a\n');
  check('a\nb\nc\n', 'a\nB\nc\n', '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n');
  check('a\nb\n', 'ab\n', '@@ -1,2 +1,1 @@\n-a\n-b\n+ab\n');
  check('a', 'b', '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n');
  check('1\n2\n3\n4\n5\n', '2\n3\n4\n5\n', '@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n');
  check(
    'x\n1\n2\n3\n4\n5\n6\n7\ny\n',
    'X\n1\n2\n3\n4\n5\n6\n7\nY\n',
    '@@ -1,4 +1,4 @@\n-x\n+X\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-y\n+Y\n',
  );

  it('gives the new text where it is applied', () => {
    const texts = fc
      .array(fc.constantFrom('甲', '乙', '丙', '丙丁', ''), { maxLength: 30 })
      .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`));
    fc.assert(
      fc.property(texts, texts, (before, after) =>
        assert.equal(patched(before, unifiedDiff('x', before, after)), after),
      ),
    );
  });
});

/** What patch(1) does, with every check that the old lines are there. */
function patched(before: string, diff: string): string {
  const old = before.split(/(?<=\n)/).filter((line) => line !== '');
  const result: string[] = [];
  let done = 0;
  const lines = diff.split('\n');
  lines.forEach((line, at) => {
    const text = lines[at + 1]?.startsWith('\\') ? line.slice(1) : `${line.slice(1)}\n`;
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line);
    if (hunk) {
      const first = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      result.push(...old.slice(done, first));
      done = first;
      assert.equal(result.length + (hunk[4] === '0' ? 0 : 1), Number(hunk[3]));
    } else if (at > 1 && (line[0] === ' ' || line[0] === '-')) {
      assert.equal(old[done++], text);
      if (line[0] === ' ') result.push(text);
    } else if (at > 1 && line[0] === '+') {
      result.push(text);
    }
  });
  return [...result, ...old.slice(done)].join('');
}
