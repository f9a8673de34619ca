import { minimalEdits } from '../text/diff';
import { indexAt } from '../text/lines';
import { applyEdits, type Edit } from '../text/span';

/*
 * The difference of two texts in the unified format, which people read and patch(1) applies.
 */

/** Unchanged lines shown around a change, as diff -u does. */
const CONTEXT = 3;

interface Line {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** Old lines [first, end) that become the new lines `after`. */
interface Change {
  readonly first: number;
  readonly end: number;
  readonly after: readonly string[];
}

/** The difference with its two heading lines; '' where the texts are equal. Lines end at LF alone, as for patch(1). */
export function unifiedDiff(name: string, before: string, after: string): string {
  const edits = minimalEdits(before, after);
  if (edits.length === 0) return '';
  const lines = linesOf(before);
  const path = name.replace(/^\/+/, '');
  const parts = [`--- a/${path}\n`, `+++ b/${path}\n`];
  let shift = 0;
  for (const hunk of hunks(changesOf(before, lines, edits))) {
    const first = Math.max(0, hunk[0].first - CONTEXT);
    const end = Math.min(lines.length, hunk[hunk.length - 1].end + CONTEXT);
    const grown = sum(hunk.map((change) => change.after.length - (change.end - change.first)));
    parts.push(`@@ -${range(first, end - first)} +${range(first + shift, end - first + grown)} @@\n`);
    shift += grown;
    let done = first;
    for (const change of hunk) {
      parts.push(...lines.slice(done, change.first).map((line) => marked(' ', line.text)));
      parts.push(...lines.slice(change.first, change.end).map((line) => marked('-', line.text)));
      parts.push(...change.after.map((line) => marked('+', line)));
      done = change.end;
    }
    parts.push(...lines.slice(done, end).map((line) => marked(' ', line.text)));
  }
  return parts.join('');
}

/** An empty range is named by the line before it. */
const range = (first: number, count: number): string => `${count === 0 ? first : first + 1},${count}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const marked = (mark: string, line: string): string =>
  line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    lines.push({ span: { start, end }, text: text.slice(start, end) });
    start = end;
  }
  return lines;
}

/** The edits as whole lines; edits that touch the same or neighbouring lines are one change. */
function changesOf(before: string, lines: readonly Line[], edits: readonly Edit[]): Change[] {
  const groups: { first: number; end: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const { first, end } = touched(lines, edit);
    const last = groups.at(-1);
    if (last && first <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      groups.push({ first, end, edits: [edit] });
    }
  }
  return groups.map((group) => {
    const start = lines.at(group.first)?.span.start ?? before.length;
    const end = lines.at(group.end - 1)?.span.end ?? before.length;
    const moved = group.edits.map(({ span, text }) => ({
      span: { start: span.start - start, end: span.end - start },
      text,
    }));
    const after = applyEdits(before.slice(start, end), moved);
    return { first: group.first, end: group.end, after: linesOf(after).map(({ text }) => text) };
  });
}

/** The lines whose text an edit changes: up to the line after it where the edit takes a line end. */
function touched(lines: readonly Line[], { span, text }: Edit): { first: number; end: number } {
  const first = Math.max(0, indexAt(lines, span.start));
  const startsLine = lines.at(first)?.span.start === span.start;
  const wholeLines = startsLine && (text === '' || text.endsWith('\n'));
  const last = Math.max(first, indexAt(lines, wholeLines ? span.end - 1 : span.end));
  return { first, end: Math.min(lines.length, last + 1) };
}

/** Changes so near that their contexts would meet share a hunk. */
function hunks(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.first - last.end <= 2 * CONTEXT) groups[groups.length - 1].push(change);
    else groups.push([change]);
  }
  return groups;
}
