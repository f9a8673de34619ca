import type { Scan } from './scan';

/*
 * Forms across columns. Extractors that go row by row over the page put other columns' lines between the two lines of a
 * broken form; others glue the columns of one row into one line. These readings join what may belong together.
 */

/** How far on a form is looked for where columns interleave: rows of up to seven columns. */
export const MAX_STRIDE = 7;
/** What a line's end cuts off of a form is short: a few names, a date. */
export const MAX_BROKEN = 14;
/** Columns glued in one line: five of twenty characters with their gaps. */
const MAX_GLUED_LINE = 160;

/**
 * Readings from the bracket at `open` across columns: up to the line's end, or to a gap where columns were glued, and on
 * with what a bracket closes on one of the next lines that none of its own opened. Nearest first.
 */
export function* readingsFrom(scan: Scan, open: number, line: number): Iterable<Scan> {
  const cuts = cutsBehind(scan, open, line);
  if (cuts.length === 0) return;
  for (let other = line + 1; other <= line + MAX_STRIDE && other < scan.lineCount; other++) {
    for (const rest of strayClosings(scan, other)) for (const cut of cuts) yield scan.pick([open, cut], rest);
  }
}

/** Where the column of `from` may end on its line: at the line's end if that is near, and at every gap that letter-spacing does not make. */
export function cutsBehind(scan: Scan, from: number, line: number): number[] {
  const end = scan.lineEnd(line);
  const cuts = end - from <= MAX_BROKEN ? [end] : [];
  for (let cut = from + 1; cut < Math.min(end, from + MAX_BROKEN); cut++) {
    if (scan.gapBefore(cut) > scan.gapBefore(cut - 1)) cuts.push(cut);
  }
  return cuts;
}

/** Stretches of the line from its start or a gap to a closing bracket that nothing before it on the line opens. */
function strayClosings(scan: Scan, line: number): (readonly [number, number])[] {
  const [start, end] = [scan.lineStart(line), scan.lineEnd(line)];
  const found: (readonly [number, number])[] = [];
  if (end - start > MAX_GLUED_LINE) return found;
  let head = start;
  let from = start;
  for (let i = start; i < end; i++) {
    if (scan.gapBefore(i) > 0) from = i;
    if (scan.text[i] === '(') {
      from = end;
      head = end;
    }
    if (scan.text[i] !== ')') continue;
    if (head < end && i - head <= MAX_BROKEN) found.push([head, i + 1]);
    if (from > head && i > from && i - from <= MAX_BROKEN) found.push([from, i + 1]);
    from = end;
    head = end;
  }
  return found;
}

/** Readings that end at `at`, near its line's start: from one of the lines before the last, or a column of the last. */
export function* readingsTo(scan: Scan, at: number, line: number): Iterable<{ pair: Scan; at: number }> {
  const start = scan.lineStart(line);
  if (at - start > MAX_BROKEN) return;
  const rest: readonly [number, number] = [start, Math.min(scan.lineEnd(line), at + 2)];
  const join = (from: number, to: number) => ({ pair: scan.pick([from, to], rest), at: to - from + at - start });
  if (line > 0) {
    const [from, to] = [scan.lineStart(line - 1), scan.lineEnd(line - 1)];
    for (let cut = Math.max(from + 2, to - 4 * MAX_BROKEN); cut < to; cut++) {
      if (scan.gapBefore(cut) > 0) yield join(Math.max(from, cut - 2 * MAX_BROKEN), cut);
    }
  }
  for (let distance = 2; distance <= MAX_STRIDE && line - distance >= 0; distance++) {
    const to = scan.lineEnd(line - distance);
    yield join(Math.max(scan.lineStart(line - distance), to - 2 * MAX_BROKEN), to);
  }
}
