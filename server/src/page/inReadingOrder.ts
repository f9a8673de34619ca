import { endsSentence } from './continuity';
import type { Body } from './links';
import type { Ordered } from './ordered';
import { closesStory, opensStory } from './sequels';

/*
 * The columns of a story in reading order. Joining found which columns belong together, the surest pair first; in which
 * order they are read is asked once all of them are known.
 */

/*
 * What a column's beginning and end tell of its place, beside the log-odds of one reading on in the next. Set by hand on
 * annotated pages with weights that never saw them: the share of characters out of order fell from .19 to .13 where rows of
 * several columns alternate; other values that were tried gave .13 to .17.
 */

const OPENS = 3;
const CLOSES = 6;
/** A column that does not begin with an indent is hardly the first one. */
const UNINDENTED = -1;
/** … and one that ends in a sentence not the last one. */
const TORN = -6;
/** Columns are read from the left to the right, as the extractor meets them … */
const ONWARD = 1.5;
/** … and joining has not found their order for nothing. */
const KEPT = 0.5;
/** One break counts at most this much. */
const MOST_READS = 6;
/** More columns than this are left as they are: the search takes twice the time for each. */
const MOST_COLUMNS = 10;

/** The rows of a story with its columns in the likeliest order, where the extractor read them row by row. */
export function inReadingOrder(page: Ordered, body: Body): readonly number[] {
  const columns = columnsOf(page, body);
  if (body.figure || columns.length > MOST_COLUMNS || !areInterleaved(columns)) return body.rows;
  const first = columns.map(([head]) => firstScore(page, head));
  const last = columns.map((column) => lastScore(page, column[column.length - 1]));
  const after = columns.map((a, i) => columns.map((b, j) => afterScore(page, a, b) + (j === i + 1 ? KEPT : 0)));
  return bestPath(first, last, after).flatMap((i) => columns[i]);
}

/** Whether two of the columns were read side by side, row by row. Others were read whole, in an order that tells something. */
const areInterleaved = (columns: readonly (readonly number[])[]): boolean =>
  columns.some((a, i) => columns.some((b, j) => j > i && a[0] < b[b.length - 1] && b[0] < a[a.length - 1]));

/** Stretches of rows that follow one another in the order of the page, subheads among them. */
function columnsOf({ previous }: Ordered, { rows, subheads }: Body): number[][] {
  const columns: number[][] = [];
  rows.forEach((row, n) => {
    const before = rows[n - 1];
    const goesOn = previous.get(row) === before || subheads.includes(row) || subheads.includes(before);
    if (n > 0 && goesOn) columns[columns.length - 1].push(row);
    else columns.push([row]);
  });
  return columns;
}

const firstScore = ({ forms, sheet }: Ordered, head: number): number =>
  opensStory(forms[head]) ? OPENS : sheet.rows[head].indented ? 0 : UNINDENTED;

const lastScore = ({ forms, sheet }: Ordered, tail: number): number =>
  closesStory(forms[tail]) ? CLOSES : endsSentence(sheet.rows[tail].bare) ? 0 : TORN;

/** The log-odds that column b is read right behind column a. */
function afterScore(page: Ordered, a: readonly number[], b: readonly number[]): number {
  const reads = Math.max(-MOST_READS, Math.min(MOST_READS, page.succession(a[a.length - 1], b[0])));
  return reads + (b[0] > a[0] ? ONWARD : 0);
}

/** The path through all places that scores most: the best way to each place by each set of places passed. */
function bestPath(first: readonly number[], last: readonly number[], after: readonly (readonly number[])[]): number[] {
  const count = first.length;
  const sets = 1 << count;
  const score = new Float64Array(sets * count).fill(Number.NEGATIVE_INFINITY);
  const from = new Int8Array(sets * count).fill(-1);
  for (let i = 0; i < count; i++) score[(1 << i) * count + i] = first[i];
  for (let set = 1; set < sets; set++) {
    for (let i = 0; i < count; i++) {
      const sum = score[set * count + i];
      if (sum === Number.NEGATIVE_INFINITY) continue;
      for (let j = 0; j < count; j++) {
        if (set & (1 << j)) continue;
        const to = (set | (1 << j)) * count + j;
        if (sum + after[i][j] <= score[to]) continue;
        score[to] = sum + after[i][j];
        from[to] = i;
      }
    }
  }
  const all = sets - 1;
  const total = last.map((more, i) => score[all * count + i] + more);
  const path: number[] = [];
  for (let i = total.indexOf(Math.max(...total)), set = all; i >= 0; ) {
    path.unshift(i);
    const before = from[set * count + i];
    set &= ~(1 << i);
    i = before;
  }
  return path;
}
