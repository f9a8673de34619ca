import { endsSentence } from './continuity';
import type { Body } from './links';
import type { Ordered } from './ordered';
import { closesStory, opensStory } from './sequels';

/*
 * The columns of a story in reading order. Joining found which columns belong together, the surest pair first; in which
 * order they are read is asked once all of them are known.
 */

/*
 * What a column's beginning and end tell of its place, beside the log-odds of one reading on in the next. Set by hand on 500
 * stories of annotated pages whose rows alternate. Of 100 characters 16 are out of order with them, 18 without SIDE, and 6
 * would be if all these columns were in their order. Weights learnt of the same evidence did no better.
 */

/** A dateline or lead opens the story: beside it all the rest counts little. */
const OPENS = 9;
const CLOSES = 6;
/** A column that does not begin with an indent is hardly the first one. */
const UNINDENTED = -1;
/** … and one that ends in a sentence not the last one. */
const TORN = -6;
/** Columns are read from the left to the right, as the extractor meets them … */
const ONWARD = 1.5;
/**
 * … and by how much nearer a row of the one is to the next row of the other than the other way round: where a story's rows
 * a1 b1 alternate with those of other stories, a1 b1 x1 y1 a2 b2, its columns stand side by side in that order. From 8 to 24
 * it is all the same.
 */
const SIDE = 16;
/** Columns that alternate are so many at most: a row further above another column's first one is no neighbour of it. */
const MOST_APART = 11;
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

/** Rows of a page in reading order. */
type Column = readonly number[];

/** Whether two of the columns were read side by side, row by row. Others were read whole, in an order that tells something. */
const areInterleaved = (columns: readonly Column[]): boolean =>
  columns.some((a, i) => columns.some((b, j) => j > i && alternate(a, b)));

const alternate = (a: Column, b: Column): boolean => a[0] < b[b.length - 1] && b[0] < a[a.length - 1];

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
function afterScore(page: Ordered, a: Column, b: Column): number {
  const reads = Math.max(-MOST_READS, Math.min(MOST_READS, page.succession(a[a.length - 1], b[0])));
  return reads + (b[0] > a[0] ? ONWARD : 0) + SIDE * (0.5 - sideOf(a, b));
}

/** Below ½ where b stands to the right of a, above where to the left, in a turn of all columns that alternate; ½ where that is not known. */
function sideOf(a: Column, b: Column): number {
  if (!alternate(a, b)) return 0.5;
  const [onward, back] = [distance(a, b), distance(b, a)];
  return onward > 0 && back > 0 ? onward / (onward + back) : 0.5;
}

/** Rows of the page from a row of column a to the next one of column b, in the mean, as far as both run; 0 where they do not. */
function distance(a: Column, b: Column): number {
  let sum = 0;
  let count = 0;
  for (let n = 0, k = 0; n < a.length; n++) {
    while (k < b.length && b[k] < a[n]) k++;
    const isBefore = k === 0 && b[0] - a[n] > MOST_APART;
    if (k === b.length || isBefore) continue;
    sum += b[k] - a[n];
    count++;
  }
  return count > 0 ? sum / count : 0;
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
