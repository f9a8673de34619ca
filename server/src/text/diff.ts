import { diffMain } from 'diff-match-patch-es';
import type { Edit } from './span';

/** Seconds after which a comparison stops looking for a smaller answer; what it returns is right in any case. */
const COMPARE_SECONDS = 1;

const AFTER_LINE_END = /(?<=\n)/;

/**
 * The edits that turn `before` into `after`, in order, as small as they are quickly found: a caret or a marker in between
 * stays where it is. Texts with the same number of lines are compared line by line. No edit cuts a surrogate pair or a CRLF.
 */
export function minimalEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  const deadline = Date.now() + COMPARE_SECONDS * 1000;
  const oldLines = before.split(AFTER_LINE_END);
  const newLines = after.split(AFTER_LINE_END);
  if (oldLines.length !== newLines.length) return editsBetween(before, after, 0, deadline);
  const edits: Edit[] = [];
  let start = 0;
  for (const [n, line] of oldLines.entries()) {
    if (line !== newLines[n]) edits.push(...editsBetween(line, newLines[n], start, deadline));
    start += line.length;
  }
  return edits;
}

/** What lies between the stretches that both texts share. `offset` is where `before` starts in the whole text. */
function editsBetween(before: string, after: string, offset: number, deadline: number): Edit[] {
  const edits: Edit[] = [];
  let oldDone = 0;
  let newDone = 0;
  const end = { oldStart: before.length, newStart: after.length, length: 0 };
  for (const shared of [...sharedStretches(before, after, deadline), end]) {
    if (shared.oldStart > oldDone || shared.newStart > newDone) {
      const span = { start: oldDone + offset, end: shared.oldStart + offset };
      edits.push({ span, text: after.slice(newDone, shared.newStart) });
    }
    oldDone = shared.oldStart + shared.length;
    newDone = shared.newStart + shared.length;
  }
  return edits;
}

interface Shared {
  readonly oldStart: number;
  readonly newStart: number;
  readonly length: number;
}

/** The stretches that both texts have, in order, trimmed where one would begin or end inside a pair of units. */
function sharedStretches(before: string, after: string, deadline: number): Shared[] {
  const stretches: Shared[] = [];
  let oldStart = 0;
  let newStart = 0;
  for (const [operation, text] of diffMain(before, after, {}, before.length > LONG_TEXT, deadline)) {
    if (operation === 0) {
      const head = insidePair(before, oldStart) || insidePair(after, newStart) ? 1 : 0;
      const tail = insidePair(before, oldStart + text.length) || insidePair(after, newStart + text.length) ? 1 : 0;
      const length = text.length - head - tail;
      if (length > 0) stretches.push({ oldStart: oldStart + head, newStart: newStart + head, length });
    }
    if (operation <= 0) oldStart += text.length;
    if (operation >= 0) newStart += text.length;
  }
  return stretches;
}

/** Units from which a comparison by whole lines first pays. */
const LONG_TEXT = 2000;

function insidePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const first = text.charCodeAt(offset - 1);
  const second = text.charCodeAt(offset);
  return (first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000) || (first === 13 && second === 10);
}
