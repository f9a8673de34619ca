import { isSpace } from '../text/characters';
import type { TextLine } from '../text/lines';
import type { Span } from '../text/span';
import type { View } from '../text/view';
import { normaliseLine, widthOf } from './normalise';

/*
 * Lines in which an extractor put two columns side by side. A wide gap tells where the columns part; where a single space
 * is all that is left of it, the widths tell: the line is far wider than the page's columns, its parts are as wide as one.
 */

/** Spaces that part columns in text that keeps the layout. */
export const WIDE_GAP = 3;
/** Characters that each part needs, to be a column's and not a word of a spaced title. */
const LEAST_BESIDE_GAP = 4;
/** A line is suspect from this many times the page's most frequent width on … */
const TOO_WIDE = 1.5;
/** … and its parts from this many ems on: shorter ones are names, credits, phrases. */
const LEAST_PART = 7;
/** Lines around of about the same width without such a space: then the line is as wide as its own column. */
const COMPANY = 3;
const AROUND = 6;
/** A shorter line, too, is glued where its first part is as wide as those of glued lines so many lines around it, … */
const NEIGHBOURS = 12;
/** … give or take so many ems, for marks are compressed, … */
const SAME_WIDTH = 0.75;
/** … in so many of them: in OCR text a space may stand anywhere, … */
const LEAST_LIKE = 2;
/** … with so many characters up to the next space on each side: a letter-spaced line would part anywhere. */
const LEAST_TOKEN = 2;
/** An em of text takes so many UTF-16 units at most: two of half width, and a space behind each. */
const UNITS_AN_EM = 4;
/** A line in more parts is a table or noise. */
const MOST_PARTS = 16;
/** Signs that a part behind a space is a credit and no column: the one anywhere in it, the others near its beginning. */
const SHOT = '摄';
const CREDIT = /^.{0,4}(记者|通讯员)/;
const CREDIT_REACH = 7;

/** A stretch of a line without its outer spaces, and the same normalised. */
export interface Part {
  readonly span: Span;
  readonly view: View;
}

const partOf = (text: string, span: Span): Part => ({ span, view: normaliseLine(text, span.start, span.end) });

/** The parts of each line, in order; a line of one column has one part, a blank line none. */
export function splitGluedLines(text: string, lines: readonly TextLine[]): Part[][] {
  const parts = lines.map(({ span }) => splitAtWideGaps(text, span).map((part) => partOf(text, part)));
  const widths = parts.map((own) => (own.length === 1 ? widthOf(own[0].view.text) : 0));
  const usual = mostFrequent(widths);
  const candidates = parts.map((own, n) =>
    own.length === 1 && widths[n] > TOO_WIDE * usual ? singleSpaces(own[0].view) : NO_PLACES,
  );
  const cut = parts.map((own, n) =>
    candidates[n].length === 0 || inCompany(widths, candidates, n) ? own : cutAt(text, own[0].span, candidates[n]),
  );
  const columns = cut.map(columnsOf);
  if (columns.every(({ length }) => length === 0)) return cut;
  return cut.map((own, n) => {
    const around = columns.slice(Math.max(0, n - NEIGHBOURS), n + NEIGHBOURS + 1).flat();
    if (own.length !== 1 || around.length === 0 || inCompany(widths, candidates, n)) return own;
    return cutAt(text, own[0].span, gapsBehind(text, own[0].span, around));
  });
}

const NO_PLACES: readonly number[] = [];

/** Widths of the columns that a glued line is made of; whether its last part is a whole row nobody knows. */
const columnsOf = (parts: readonly Part[]): readonly number[] =>
  parts.length < 2 ? NO_PLACES : parts.slice(0, -1).map(({ view }) => widthOf(view.text));

/**
 * Offsets of the spaces behind which a row of one of the columns (widths in ems) has ended: however short what follows is,
 * it is another column's.
 */
function gapsBehind(text: string, line: Span, columns: readonly number[]): number[] {
  const shot = line.start + text.slice(line.start, line.end).lastIndexOf(SHOT);
  const widest = Math.max(...columns);
  const found: number[] = [];
  let start = line.start;
  let token = line.start;
  // A part far longer than any column ends none: so a line of any length takes time in step with it.
  for (let i = line.start; i < line.end && i - start <= UNITS_AN_EM * widest; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    const [gap, before] = [i, i - token];
    while (i < line.end && isSpace(text.charCodeAt(i))) i++;
    token = i;
    if (before < LEAST_TOKEN || tokenLength(text, i, line.end) < LEAST_TOKEN) continue;
    if (i <= shot || CREDIT.test(text.slice(i, i + CREDIT_REACH))) continue;
    const width = widthOf(normaliseLine(text, start, gap).text);
    if (columns.filter((column) => Math.abs(column - width) <= SAME_WIDTH).length < LEAST_LIKE) continue;
    found.push(gap);
    start = i;
  }
  return found;
}

/** Characters from `from` to the next space, LEAST_TOKEN at most. */
function tokenLength(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && i - from < LEAST_TOKEN && !isSpace(text.charCodeAt(i))) i++;
  return i - from;
}

function splitAtWideGaps(text: string, line: Span): Span[] {
  const parts: { start: number; end: number; letters: number }[] = [];
  let gap = WIDE_GAP;
  for (let i = line.start; i < line.end; i++) {
    if (isSpace(text.charCodeAt(i))) {
      gap += text.charCodeAt(i) === 0x3000 ? 2 : 1;
      continue;
    }
    if (gap >= WIDE_GAP || parts.length === 0) parts.push({ start: i, end: i + 1, letters: 1 });
    else {
      const part = parts[parts.length - 1];
      part.end = i + 1;
      part.letters++;
    }
    gap = 0;
  }
  if (parts.length < 2 || parts.length > MOST_PARTS || parts.some(({ letters }) => letters < LEAST_BESIDE_GAP)) {
    return parts.length === 0 ? [] : [{ start: parts[0].start, end: parts[parts.length - 1].end }];
  }
  return parts.map(({ start, end }) => ({ start, end }));
}

/** Offsets of spaces (behind normalisation) that may part two columns. */
function singleSpaces(view: View): number[] {
  const { text: letters } = view;
  const found: number[] = [];
  const shot = letters.lastIndexOf(SHOT);
  let before = 0;
  let behind = widthOf(letters);
  for (let i = 0; i < letters.length && found.length < MOST_PARTS; i++) {
    const width = widthOf(letters[i]);
    behind -= width;
    // Behind the names of a lead stands a space, and there may be room for one more character: （记者 周望舒） 入 今年的.
    const inLead = letters[i - 1] === '）' && letters[i + 2] === ' ';
    // 王 平 李 娜: between characters alone no column ends.
    const betweenNames = letters[i - 2] === ' ' && letters[i + 2] === ' ';
    const parts =
      letters[i] === ' ' && !inLead && !betweenNames && before >= LEAST_PART && behind >= LEAST_PART && shot <= i;
    if (parts && !CREDIT.test(letters.slice(i + 1, i + 1 + CREDIT_REACH))) {
      found.push(view.sourceOffset(i));
      before = 0;
    } else before += width;
  }
  return found.length < MOST_PARTS ? found : [];
}

function inCompany(widths: readonly number[], candidates: readonly (readonly number[])[], n: number): boolean {
  let alike = 0;
  for (let near = 0, k = n - 1; k >= 0 && near < AROUND; k--) {
    if (widths[k] === 0) continue;
    near++;
    if (candidates[k].length === 0 && Math.abs(widths[k] - widths[n]) <= 1.5) alike++;
  }
  for (let near = 0, k = n + 1; k < widths.length && near < AROUND; k++) {
    if (widths[k] === 0) continue;
    near++;
    if (candidates[k].length === 0 && Math.abs(widths[k] - widths[n]) <= 1.5) alike++;
  }
  return alike >= COMPANY;
}

function cutAt(text: string, line: Span, places: readonly number[]): Part[] {
  const parts: Part[] = [];
  let start = line.start;
  for (const place of [...places, line.end]) {
    parts.push(partOf(text, { start, end: place }));
    start = place;
    while (start < line.end && isSpace(text.charCodeAt(start))) start++;
  }
  return parts;
}

/** The most frequent width in ems of lines that have four ems and more. */
function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const width of widths) {
    if (width < 4) continue;
    const em = Math.round(width);
    const count = (counts.get(em) ?? 0) + 1;
    counts.set(em, count);
    if (count > most) {
      most = count;
      best = em;
    }
  }
  return best;
}
