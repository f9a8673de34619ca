import { boxed } from './boxes';
import { endsSentence } from './continuity';
import type { Body } from './links';
import type { Ordered } from './ordered';
import { keepsLayout } from './placedOrder';
import { closesStory, opensStory } from './sequels';
import { columnsInTurns } from './turns';

/*
 * The columns of a story in reading order. Joining found which rows belong together, the surest pair of columns first; in
 * which order they are read is asked once all of them are known.
 */

/** Log-odds: a dateline or lead opens the story, a signature closes it, and so does the end of a sentence. */
const OPENS = 5;
const CLOSES = 9;
const TORN = -5.5;
/** Columns whose rows begin so many places apart at least, where the extractor kept the layout. From 4 to 10 it is much the same. */
const NEXT_COLUMN = 6;

/** The rows of a story with its columns in the likeliest order, where the extractor read them side by side. */
export function inReadingOrder(page: Ordered, body: Body): readonly number[] {
  if (body.figure) return body.rows;
  if (keepsLayout(page.sheet)) return byPlace(page, body.rows);
  return areInterleaved(columnsOf(page, body)) ? inTurns(page, body) : body.rows;
}

/** Columns from left to right, as the layout has them. */
function byPlace({ sheet }: Ordered, rows: readonly number[]): readonly number[] {
  const left = (row: number): number => sheet.rows[row].left ?? 0;
  const columns: number[][] = [];
  for (const row of [...rows].sort((a, b) => left(a) - left(b))) {
    const column = columns.at(-1);
    if (column && left(row) - left(column[column.length - 1]) < NEXT_COLUMN) column.push(row);
    else columns.push([row]);
  }
  return columns.flatMap((column) => column.sort((a, b) => a - b));
}

function inTurns(page: Ordered, { rows, subheads }: Body): readonly number[] {
  const { forms, sheet, previous, succession } = page;
  const inPageOrder = [...rows].sort((a, b) => a - b);
  const inBox = boxed(sheet, inPageOrder);
  const isSubhead = new Set(subheads);
  return columnsInTurns(inPageOrder, {
    // A subhead reads on from nothing, and nothing from it.
    reads: (a, b) => (isSubhead.has(a) || isSubhead.has(b) ? null : succession(a, b)),
    isSaid: (a, b) => previous.get(b) === a,
    inBox: (row) => inBox.has(row),
    first: (row) => (opensStory(forms[row]) ? OPENS : 0),
    last: (row) => (closesStory(forms[row]) ? CLOSES : endsSentence(sheet.rows[row].bare) ? 0 : TORN),
  }).flat();
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
