import type { TextLine } from '../text/lines';
import type { Edit } from '../text/span';

/**
 * Takes lines (numbers from 0, in any order) away with their line ends. At the end of a text without a final line end,
 * the line end before them goes instead.
 */
export function deleteLines(lines: readonly TextLine[], numbers: readonly number[]): Edit[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const edits: Edit[] = [];
  for (let i = 0; i < sorted.length; ) {
    let last = i;
    while (last + 1 < sorted.length && sorted[last + 1] === sorted[last] + 1) last++;
    edits.push(deleteRun(lines, sorted[i], sorted[last]));
    i = last + 1;
  }
  return edits;
}

function deleteRun(lines: readonly TextLine[], first: number, last: number): Edit {
  const { span, eol } = lines[last];
  const start = eol === '' && first > 0 ? lines[first - 1].span.end : lines[first].span.start;
  return { span: { start, end: span.end + eol.length }, text: '' };
}

/** The line numbers from `first` to `last`, both included. */
export const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
