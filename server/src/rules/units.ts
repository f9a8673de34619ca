import { isDigit, isHan, isLatin, isRadicalForm, isSpace } from '../text/characters';
import { splitLines, type TextLine } from '../text/lines';
import type { Span } from '../text/span';

/**
 * What the layout rules compare: one line that says something, or a run of lines of one character each (a stack, as
 * vertical titles are extracted). `key` is its text without spaces and dashes; `starts[i]` is where unit i of the key
 * stands in the page. Lines count from 0, offsets are UTF-16 units.
 */
export interface Unit {
  readonly key: string;
  readonly starts: readonly number[];
  readonly firstLine: number;
  readonly lastLine: number;
  readonly stack: boolean;
  /** A single line of one character, or a stack of them. */
  readonly cell: boolean;
  /** How many lines say something: one, or the cells of a stack. */
  readonly cells: number;
  /** The visible text, dashes too, without spaces. */
  readonly text: string;
  /** From the first visible character to the last. */
  readonly span: Span;
}

const DASHES = new Set([...'-‐‑‒–—―─－﹘'].map((c) => c.charCodeAt(0)));
const isDash = (unit: number): boolean => DASHES.has(unit);

const isHanLike = (unit: number): boolean => isHan(unit) || isRadicalForm(unit);

export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHanLike(text.charCodeAt(i))) count++;
  return count;
}

/** The longest number or abbreviation that is set upright as one cell of a vertical line. */
const MAX_UPRIGHT = 3;

/** Whether a line's visible text (no spaces) is one cell of a vertical line: one character, or a short number. */
export function isCell(visible: string): boolean {
  if (visible.length === 1) return true;
  if (visible.length === 0 || visible.length > MAX_UPRIGHT) return false;
  if (visible.length === 2 && isHighSurrogate(visible.charCodeAt(0))) return true;
  for (let i = 0; i < visible.length; i++) {
    const unit = visible.charCodeAt(i);
    if (!isDigit(unit) && !isLatin(unit)) return false;
  }
  return true;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

interface Visible {
  readonly line: TextLine;
  /** Characters that are no spaces, and where each stands. */
  readonly text: string;
  readonly starts: readonly number[];
  /** One character or short number, a dash before it or not: a vertical deck begins with one. */
  readonly cell: boolean;
}

function visibleLine(text: string, line: TextLine): Visible {
  const starts: number[] = [];
  const parts: string[] = [];
  for (let i = line.span.start; i < line.span.end; i++) {
    if (isSpace(text.charCodeAt(i))) continue;
    starts.push(i);
    parts.push(text[i]);
  }
  let letters = 0;
  while (letters < starts.length && isDash(text.charCodeAt(starts[letters]))) letters++;
  const visible = parts.join('');
  return { line, text: visible, starts, cell: isCell(visible.slice(letters)) };
}

/** The page as units, in source order; blank lines are in none. The cells of one stack stand at one distance. */
export function unitsOf(text: string, lines: readonly TextLine[] = splitLines(text)): Unit[] {
  const units: Unit[] = [];
  const visible = lines.map((line) => visibleLine(text, line)).filter((line) => line.text !== '');
  for (let i = 0; i < visible.length; ) {
    let end = i + 1;
    if (visible[i].cell) {
      const distance = distanceTo(visible, i + 1);
      if (distance <= MAX_CELL_DISTANCE) {
        const limit = Math.min(visible.length, i + MAX_STACK);
        while (end < limit && visible[end].cell && distanceTo(visible, end) === distance) end++;
        end = endOfStack(visible, i, end, units);
      }
    }
    units.push(unitFrom(visible.slice(i, end)));
    i = end;
  }
  return units;
}

/** No title has more cells, its copies counted; what goes on is another unit. */
const MAX_STACK = 80;

/** Cells of a stack stand on consecutive lines, or (where extraction padded every line) with one blank line between. */
const MAX_CELL_DISTANCE = 2;

const distanceTo = (visible: readonly Visible[], i: number): number =>
  i < visible.length ? visible[i].line.n - visible[i - 1].line.n : Number.POSITIVE_INFINITY;

/** How many units back the first line of a doubled title can stand: A b A A b b. A short last line (战) follows within as many. */
export const TAIL_WINDOW = 4;

/**
 * A title's last character may have a line of its own, and a vertical title may follow it or its copies. So the first
 * cell stands alone where the cells after it stand closer together, where it repeats such a lone character, and where a
 * run has nothing but its copies.
 */
function endOfStack(visible: readonly Visible[], start: number, end: number, before: readonly Unit[]): number {
  const closer = end < visible.length && visible[end].cell && distanceTo(visible, end) < distanceTo(visible, start + 1);
  const repeats = before.slice(-TAIL_WINDOW).some((unit) => unit.key === visible[start].text);
  const copies = visible.slice(start, end).every(({ text }) => text === visible[start].text);
  if (repeats || copies) return start + 1;
  return closer ? end - 1 : end;
}

function unitFrom(cells: readonly Visible[]): Unit {
  const starts: number[] = [];
  const parts: string[] = [];
  for (const cell of cells) {
    for (let i = 0; i < cell.text.length; i++) {
      if (isDash(cell.text.charCodeAt(i))) continue;
      starts.push(cell.starts[i]);
      parts.push(cell.text[i]);
    }
  }
  const last = cells[cells.length - 1];
  return {
    key: parts.join(''),
    starts,
    firstLine: cells[0].line.n,
    lastLine: last.line.n,
    stack: cells.length > 1,
    cell: cells[0].cell,
    cells: cells.length,
    text: cells.map(({ text }) => text).join(''),
    span: { start: cells[0].starts[0], end: last.starts[last.starts.length - 1] + 1 },
  };
}
