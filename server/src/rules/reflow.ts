import type { Byline, Page, Story } from '../page/model';
import { partsNames } from '../page/paragraphs';
import { isDigit, isHan, isMark, isSentenceEnd, isSpace } from '../text/characters';
import { isFieldRow, tableLines } from '../text/fieldRows';
import { jointAt } from '../text/join';
import { indexAt, splitLines, type TextLine } from '../text/lines';
import { type Edit, type Span, trimmed } from '../text/span';
import { tokensOf } from '../text/tokens';

/** The joins that re-flow one paragraph or caption. Lines that the source has apart, or in other columns, stay as they are. */
export interface Flow {
  /** Which paragraph or caption it is of: equal for the parts of one, which other text may stand between. */
  readonly block: number;
  /** From the first line that is joined to the last. */
  readonly span: Span;
  /** Lines that become one. */
  readonly lines: number;
  readonly edits: readonly Edit[];
}

/** Edits that re-flow the page, or the part of it in `within` (a story's span, a selection); offsets of the page's text. */
export function reflow(page: Page, within: Span = { start: 0, end: page.text.length }): Edit[] {
  return flowsOf(page).flatMap(({ edits }) =>
    edits.filter(({ span }) => span.start >= within.start && span.end <= within.end),
  );
}

/** Every paragraph and caption that has lines to join, in source order. */
export function flowsOf(page: Page): Flow[] {
  const source = new Source(page);
  const flows: Flow[] = [];
  let block = 0;
  for (const story of page.stories) {
    const bylines = story.bylines;
    for (const [n, paragraph] of story.paragraphs.entries()) {
      if (paragraph.subhead) continue;
      const pieces =
        n === 0 ? [...openingPieces(story, source, paragraph.pieces), ...paragraph.pieces] : paragraph.pieces;
      flows.push(...source.flow(block++, pieces, bylines));
    }
    for (const { lines } of story.figures) flows.push(...source.flow(block++, source.linePieces(lines), bylines));
  }
  for (const { lines } of page.figures) flows.push(...source.flow(block++, source.linePieces(lines), []));
  return flows.sort((a, b) => a.span.start - b.span.start);
}

/** Lines that hold the opening formula alone (本报讯（记者 …), where the first paragraph goes on in the next line. */
function openingPieces(story: Story, source: Source, pieces: readonly Span[]): Span[] {
  if (pieces.length === 0) return [];
  const formula = [...(story.lead?.lines ?? []), ...(story.dateline?.lines ?? [])];
  const first = source.lineAt(pieces[0].start);
  const openings: Span[] = [];
  if (formula.length === 0) return openings;
  const last = Math.min(...formula);
  for (let n = first - 1; n >= last && story.lines.includes(n) && !story.headlineLines.includes(n); n--) {
    openings.unshift(...source.linePieces([n]));
  }
  return openings;
}

class Source {
  private readonly lines: readonly TextLine[];
  private readonly tables: ReadonlySet<number>;
  private readonly piecesOnLine = new Map<number, number>();

  constructor(private readonly page: Page) {
    this.lines = splitLines(page.text);
    this.tables = tableLines(page.text, this.lines);
    for (const { line, role } of page.pieces) {
      if (role !== 'blank') this.piecesOnLine.set(line, (this.piecesOnLine.get(line) ?? 0) + 1);
    }
  }

  lineAt(offset: number): number {
    return indexAt(this.lines, offset);
  }

  linePieces(numbers: readonly number[]): Span[] {
    return numbers.map((n) => this.lines[n].span);
  }

  /** The joins between pieces that follow each other in the source, as flows of at least two lines. */
  flow(block: number, pieces: readonly Span[], bylines: readonly Byline[]): Flow[] {
    const visible = pieces.map((piece) => trimmed(this.page.text, piece)).filter(({ start, end }) => start < end);
    if (isVerse(this.page.text, visible)) return [];
    const longest = visible.reduce((length, { start, end }) => Math.max(length, end - start), 0);
    const flows: Flow[] = [];
    let open: { start: number; end: number; edits: Edit[] } | null = null;
    for (let i = 0; i + 1 < visible.length; i++) {
      const [above, below] = [visible[i], visible[i + 1]];
      const apart = !this.areNeighbours(above, below) || this.beginsItem(above, below, longest);
      if (apart || this.isRow(above) || this.isRow(below)) {
        if (open !== null) flows.push(closed(block, open));
        open = null;
        continue;
      }
      open ??= { start: above.start, end: below.end, edits: [] };
      open.end = below.end;
      open.edits.push(this.join(above, below, bylines));
    }
    if (open !== null) flows.push(closed(block, open));
    return flows;
  }

  /** Whole lines, with nothing but blanks between them. */
  private areNeighbours(above: Span, below: Span): boolean {
    if (below.start <= above.end) return false;
    const [upper, lower] = [this.lineAt(above.start), this.lineAt(below.start)];
    if (upper === lower || this.isGlued(upper) || this.isGlued(lower)) return false;
    for (let i = above.end; i < below.start; i++) if (!isBlank(this.page.text.charCodeAt(i))) return false;
    return true;
  }

  /** Whether the line is a row of a table, whose columns a join would run together: 60/22 68 ⏎ 2 滨城雄狮. */
  private isRow({ start }: Span): boolean {
    const line = this.lines[this.lineAt(start)];
    return this.tables.has(line.n) || isFieldRow(this.page.text, tokensOf(this.page.text, line));
  }

  private isGlued(line: number): boolean {
    return (this.piecesOnLine.get(line) ?? 0) > 1;
  }

  /** Whether a list goes on: the line begins with a number or bullet, and the one above it is at an end. */
  private beginsItem(above: Span, below: Span, longest: number): boolean {
    if (!isListMark(this.page.text, below)) return false;
    const last = this.page.text.charCodeAt(above.end - 1);
    return (
      isSentenceEnd(last) ||
      ITEM_ENDS.includes(this.page.text.charAt(above.end - 1)) ||
      above.end - above.start < longest - SHORT_BY
    );
  }

  private join(above: Span, below: Span, bylines: readonly Byline[]): Edit {
    const joint = jointAt(this.page.text, above.end, below.start);
    const { text } = this.page;
    const isName = isHan(text.charCodeAt(above.end - 1)) && isHan(text.charCodeAt(below.start));
    const apart = joint.between === '' && isName && partsNames(above.end, below.start, bylines);
    const between = apart ? ' ' : joint.between;
    return { span: { start: above.end - joint.cut, end: below.start }, text: between };
  }
}

/** Fewer lines are no verse that could be told from a paragraph's end. */
const FEWEST_LINES_OF_VERSE = 3;
/** Where no mark tells it, so many. */
const FEWEST_LINES_OF_RAGGED = 4;
/** Lines of verse are short of any column: so many characters at most. */
const LONGEST_VERSE = 16;
/** Unpunctuated verse is ragged: so large a part of its lines is short of the longest by more than SHORT_BY. */
const RAGGED = 0.4;

/** Short lines that each end with a mark, or few of them do and they end where they like. */
function isVerse(text: string, lines: readonly Span[]): boolean {
  if (lines.length < FEWEST_LINES_OF_VERSE) return false;
  const longest = lines.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  if (longest > LONGEST_VERSE) return false;
  const marked = lines.filter(({ end }) => isMark(text.charCodeAt(end - 1))).length;
  if (marked === lines.length) return true;
  if (lines.length < FEWEST_LINES_OF_RAGGED) return false;
  // The last line of a paragraph is short in any text.
  const inner = lines.slice(0, -1);
  const short = inner.filter(({ start, end }) => end - start < longest - SHORT_BY).length;
  return marked <= lines.length - inner.length && short >= RAGGED * inner.length;
}

const isBlank = (unit: number): boolean => isSpace(unit) || unit === 10 || unit === 13;

/** A line this much shorter than the paragraph's longest is not full. */
const SHORT_BY = 2;
const ITEM_ENDS = '；;：:';
const BULLETS = '●○■□◆◇▲△★☆·•①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const NUMERALS = '一二三四五六七八九十';
const AFTER_NUMBER = '、.．，)）';
/** （十二） 第十二条: the units that a number and its mark take. */
const MAX_NUMBER = 4;

/** 一、 1. （一） 第一， ● at the beginning of a line. */
function isListMark(text: string, { start, end }: Span): boolean {
  if (BULLETS.includes(text.charAt(start))) return true;
  let i = start;
  if ('（(第'.includes(text.charAt(i))) i++;
  const from = i;
  while (i < end && i - from < MAX_NUMBER && (isDigit(text.charCodeAt(i)) || NUMERALS.includes(text.charAt(i)))) i++;
  return i > from && i < end && AFTER_NUMBER.includes(text.charAt(i)) && !isDigit(text.charCodeAt(i + 1));
}

const closed = (block: number, open: { start: number; end: number; edits: Edit[] }): Flow => ({
  block,
  span: { start: open.start, end: open.end },
  lines: open.edits.length + 1,
  edits: open.edits,
});
