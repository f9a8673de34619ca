import type { TextLine } from '../text/lines';
import type { Edit } from '../text/span';

/**
 * Takes lines `first` to `last` away with their line ends. On the last lines of a text without a final line end, the
 * line end before them goes instead.
 */
export function deleteLines(lines: readonly TextLine[], first: number, last: number): Edit[] {
  const end = lines[last].span.end + lines[last].eol.length;
  const startsAt = lines[first].span.start;
  const start = lines[last].eol === '' && first > 0 ? lines[first - 1].span.end : startsAt;
  return [{ span: { start, end }, text: '' }];
}

/** The line end that the text uses most near its start; LF where it has none. */
export const lineEndOf = (lines: readonly TextLine[]): string => lines.find(({ eol }) => eol !== '')?.eol ?? '\n';
