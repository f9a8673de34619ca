import { isSpace } from './characters';
import type { TextLine } from './lines';
import type { Span } from './span';

/** A run of lines in which the same gaps part columns. */
export interface ColumnBlock {
  /** Line numbers, blank lines among them. */
  readonly first: number;
  readonly last: number;
  /** For each column from the left, what the lines hold of it, from the top. */
  readonly columns: readonly (readonly ColumnPart[])[];
}

export interface ColumnPart {
  readonly line: number;
  readonly span: Span;
  /** Characters from the column's left edge to the part: an indent. */
  readonly indent: number;
}

/** A gap between columns has at least this many spaces. */
const MIN_GAP = 2;
/** Lines with text on both sides of a gap, before it is believed. */
const MIN_ROWS = 4;
/** Half of the parts beside a gap have at least this many characters: tables and lists of names have shorter ones. */
const MIN_PART = 6;
/** More blank lines than this end a block. */
const MAX_BLANKS = 2;

/** No page has more lines side by side; what follows is a block of its own. */
const MAX_ROWS = 400;
/** A line in more parts is a table or noise: no gap of it is a gutter. */
const MAX_PARTS = 16;

interface Interval {
  readonly start: number;
  readonly end: number;
}

interface Row {
  readonly line: TextLine;
  /** Stretches of text with less than MIN_GAP spaces inside, as positions in the line. */
  readonly parts: readonly Interval[];
}

/**
 * Columns that an extractor which keeps the layout put side by side. Positions are counted in characters, as such
 * extractors do. Blocks do not overlap and stand in source order.
 */
export function columnBlocks(text: string, lines: readonly TextLine[]): ColumnBlock[] {
  const blocks: ColumnBlock[] = [];
  for (let i = 0; i < lines.length; ) {
    const { block, next } = blockAt(text, lines, i);
    if (block !== null) blocks.push(block);
    i = next;
  }
  return blocks;
}

function rowOf(text: string, line: TextLine): Row {
  const parts: Interval[] = [];
  let start = -1;
  let end = -1;
  for (let i = line.span.start; i < line.span.end; i++) {
    if (isSpace(text.charCodeAt(i))) continue;
    const at = i - line.span.start;
    if (start >= 0 && at - end >= MIN_GAP) {
      parts.push({ start, end });
      start = at;
    } else if (start < 0) {
      start = at;
    }
    end = at + 1;
  }
  if (start >= 0) parts.push({ start, end });
  return { line, parts: parts.length > MAX_PARTS ? [{ start: parts[0].start, end }] : parts };
}

/**
 * The block that begins in line `first`, as far down as all its gaps stay free, and the line to go on with. Where the gaps
 * are not believed, half of the lines looked at are done with: so the whole takes time in step with the text.
 */
function blockAt(
  text: string,
  lines: readonly TextLine[],
  first: number,
): { readonly block: ColumnBlock | null; readonly next: number } {
  const top = rowOf(text, lines[first]);
  let gutters = gapsOf(top);
  if (gutters.length === 0) return { block: null, next: first + 1 };
  const rows = [top];
  let blanks = 0;
  for (let n = first + 1; n < lines.length && blanks <= MAX_BLANKS && rows.length < MAX_ROWS; n++) {
    const row = rowOf(text, lines[n]);
    if (row.parts.length === 0) {
      blanks++;
      continue;
    }
    const kept = gutters.flatMap((gutter) => narrowed(gutter, row));
    if (kept.length < gutters.length && rows.length >= MIN_ROWS) break;
    if (kept.length === 0) break;
    rows.push(row);
    gutters = [...kept, ...newGutters(row, kept, rows)].sort((a, b) => a.start - b.start);
    blanks = 0;
  }
  const proven = gutters.filter((gutter) => isProven(gutter, rows));
  if (proven.length === 0) return { block: null, next: rows[rows.length >> 1].line.n + (rows.length > 1 ? 0 : 1) };
  const block = blockOf(rows, proven);
  return { block, next: block.last + 1 };
}

const gapsOf = ({ parts }: Row): Interval[] =>
  parts.slice(1).map((part, i) => ({ start: parts[i].end, end: part.start }));

/** Gaps of a row that are none of the known ones, and that every row above leaves free too: further columns begin here. */
function newGutters(row: Row, known: readonly Interval[], rows: readonly Row[]): Interval[] {
  const added: Interval[] = [];
  for (const gap of gapsOf(row)) {
    if (known.some((gutter) => gutter.start < gap.end && gap.start < gutter.end)) continue;
    const free = rows.reduce<Interval[]>((left, above) => left.flatMap((part) => narrowed(part, above)), [gap]);
    added.push(...free);
  }
  return added;
}

/** What of a gap a row leaves free, if that is a gap still. */
function narrowed(gutter: Interval, { parts }: Row): Interval[] {
  let { start, end } = gutter;
  for (const part of parts) {
    if (part.end <= start || part.start >= end) continue;
    // The text reaches into the gap from one side: the wider rest stays.
    if (part.start - start > end - part.end) end = part.start;
    else start = part.end;
  }
  return end - start >= 1 ? [{ start, end }] : [];
}

function isProven(gutter: Interval, rows: readonly Row[]): boolean {
  let both = 0;
  let long = 0;
  for (const { parts } of rows) {
    const left = parts.filter(({ end }) => end <= gutter.start).at(-1);
    const right = parts.find(({ start }) => start >= gutter.end);
    if (left === undefined || right === undefined) continue;
    both++;
    if (left.end - left.start >= MIN_PART && right.end - right.start >= MIN_PART) long++;
  }
  return both >= MIN_ROWS && 2 * long >= both;
}

function blockOf(rows: readonly Row[], gutters: readonly Interval[]): ColumnBlock {
  const edges = [0, ...gutters.map(({ end }) => end)];
  const columns = edges.map((left, k) => {
    const right = k < gutters.length ? gutters[k].start : Number.POSITIVE_INFINITY;
    const found = rows.flatMap(({ line, parts }) => {
      const inside = parts.filter(({ start, end }) => start >= left && end <= right);
      return inside.length === 0 ? [] : [{ line, start: inside[0].start, end: inside[inside.length - 1].end }];
    });
    const edge = found.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    return found.map(({ line, start, end }) => ({
      line: line.n,
      span: { start: line.span.start + start, end: line.span.start + end },
      indent: start - edge,
    }));
  });
  return {
    first: rows[0].line.n,
    last: rows[rows.length - 1].line.n,
    columns: columns.filter((column) => column.length > 0),
  };
}
