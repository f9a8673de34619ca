import { type ColumnBlock, columnBlocks } from '../text/columns';
import { lineEndOf, splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import { spanText } from '../text/span';
import type { Finding, Rule } from './rule';

export const mergedColumns: Rule = {
  id: 'merged-columns',
  group: 'layout',
  severity: 'warning',
  fixClass: 'Q',
  summary: say('Columns that were extracted side by side'),
  *check({ placed: { page } }) {
    const lines = splitLines(page.text);
    for (const block of columnBlocks(page.text, lines)) yield blockFinding(page.text, lines, block);
  },
};

function blockFinding(text: string, lines: readonly TextLine[], block: ColumnBlock): Finding {
  const span = { start: lines[block.first].span.start, end: lines[block.last].span.end };
  return {
    rule: mergedColumns.id,
    span,
    message: say('{0} columns side by side', block.columns.length),
    evidence: [say('A wide gap stands at the same place in lines {0} to {1}.', block.first + 1, block.last + 1)],
    fixes: [
      {
        class: 'Q',
        title: say('Put the columns one below the other'),
        edits: [{ span, text: unfolded(text, lines, block) }],
      },
    ],
  };
}

/** An indent of more characters is the place of a title or caption in its column. */
const MAX_INDENT = 4;

/** The columns from the left, with a blank line between; the indents of paragraphs stay. */
function unfolded(text: string, lines: readonly TextLine[], { columns }: ColumnBlock): string {
  const end = lineEndOf(lines);
  return columns
    .map((parts) =>
      parts
        .map(({ span, indent }) => (indent <= MAX_INDENT ? ' '.repeat(indent) : '') + spanText(text, span))
        .join(end),
    )
    .join(end + end);
}
