/*
 * Marks in an outline that a person wrote. The outline tells the truth; a line that the recogniser does not find ends in
 * ✗ known, a line that it finds instead stands beside it and ends in ✗ instead.
 */

const KNOWN = '  ✗ known';
const INSTEAD = '  ✗ instead';

/** The outline without marks and without what is found instead. */
export const truthOf = (outline: string): string =>
  outline
    .split('\n')
    .filter((line) => !line.endsWith(INSTEAD))
    .map((line) => (line.endsWith(KNOWN) ? line.slice(0, -KNOWN.length) : line))
    .join('\n');

/** The truth with marks where `found` differs from it. */
export function marked(truth: string, found: string): string {
  const [a, b] = [truth.split('\n'), found.split('\n')];
  const common = commonFrom(a, b);
  const lines: string[] = [];
  for (let i = 0, k = 0; i < a.length || k < b.length; ) {
    if (i < a.length && k < b.length && a[i] === b[k]) {
      lines.push(a[i]);
      i++;
      k++;
    } else if (k >= b.length || (i < a.length && common[i + 1][k] >= common[i][k + 1])) lines.push(a[i++] + KNOWN);
    else lines.push(b[k++] + INSTEAD);
  }
  return lines.join('\n');
}

/** For each pair of places the number of lines that the rests of both texts have in common, in order. */
function commonFrom(a: readonly string[], b: readonly string[]): number[][] {
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      common[i][k] = a[i] === b[k] ? common[i + 1][k + 1] + 1 : Math.max(common[i + 1][k], common[i][k + 1]);
  return common;
}
