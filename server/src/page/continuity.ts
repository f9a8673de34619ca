import { isClosing, isDigit, isHan, isInnerMark, isLatin, isOpening, isSentenceEnd } from '../text/characters';
import { type Lexicon, UNKNOWN } from '../text/lexicon';
import { Lists } from '../text/lists';
import { Numbering } from '../text/numbering';
import type { Row } from './rows';

/*
 * Does row b continue row a? Evidence that needs no order: what the break between them does to words, numbers, brackets
 * and the page's own n-grams. Everything works on the rows' bare text.
 */

/** How many characters on each side of a break are looked at: longer words than that do not count. */
const SIDE = 4;
/** So many rows below a row are near it. */
const NEAR = 6;
/** Gains above this are all the same: the join is a word beyond doubt. */
export const GAIN_CAP = 12;

/** ln-probability that the characters around the break gain by being read together, 0..GAIN_CAP; 0 without Han on both sides. */
export function joinGain(a: string, b: string, lexicon: Lexicon): number {
  const tail = hanTail(a);
  const head = hanHead(b);
  if (tail === '' || head === '') return 0;
  const apart = lexicon.bestPath(tail) + lexicon.bestPath(head);
  return Math.max(0, Math.min(GAIN_CAP, lexicon.bestPath(tail + head) - apart));
}

function hanTail(text: string): string {
  let start = text.length;
  while (start > 0 && text.length - start < SIDE && isHan(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}

function hanHead(text: string): string {
  let end = 0;
  while (end < text.length && end < SIDE && isHan(text.charCodeAt(end))) end++;
  return text.slice(0, end);
}

/**
 * The same for the rows of a page. What stands on one side of the break is worked out once a row; for a pair of rows only
 * the words that cross the break are tried.
 */
export class Joins {
  /** For each row and place of its tail: ln P of the best cut of the tail up to there, and the node of the words that cross from there. */
  private readonly tails: Float64Array;
  private readonly crossing: Int32Array;
  /** For each row and place of its head: ln P of the best cut of the head from there. */
  private readonly heads: Float64Array;
  private readonly units: Uint16Array;
  private readonly tailLengths: Uint8Array;
  private readonly headLengths: Uint8Array;
  /** For each row the gains with the rows below it, NaN where not asked yet. */
  private readonly near: Float64Array;

  constructor(
    rows: readonly Row[],
    private readonly lexicon: Lexicon,
  ) {
    this.tails = new Float64Array(rows.length * (SIDE + 1)).fill(Number.NEGATIVE_INFINITY);
    this.heads = new Float64Array(rows.length * (SIDE + 1)).fill(Number.NEGATIVE_INFINITY);
    this.crossing = new Int32Array(rows.length * SIDE);
    this.units = new Uint16Array(rows.length * SIDE);
    this.tailLengths = new Uint8Array(rows.length);
    this.headLengths = new Uint8Array(rows.length);
    this.near = new Float64Array(rows.length * NEAR).fill(Number.NaN);
    rows.forEach(({ bare }, row) => {
      this.readTail(row, hanTail(bare));
      this.readHead(row, hanHead(bare));
    });
  }

  /** `joinGain` of two rows, by their indices. What rows near by gain is asked again and again, and worked out once. */
  gain(a: number, b: number): number {
    if (b <= a || b > a + NEAR) return this.gainOf(a, b);
    const at = a * NEAR + b - a - 1;
    if (Number.isNaN(this.near[at])) this.near[at] = this.gainOf(a, b);
    return this.near[at];
  }

  private gainOf(a: number, b: number): number {
    const { lexicon } = this;
    const length = this.tailLengths[a];
    const ahead = this.headLengths[b];
    if (length === 0 || ahead === 0) return 0;
    const tail = a * (SIDE + 1);
    const head = b * (SIDE + 1);
    const apart = this.tails[tail + length] + this.heads[head];
    let best = apart;
    for (let from = 0; from < length; from++) {
      let node = this.crossing[a * SIDE + from];
      for (let to = 0; to < ahead && node > 0; to++) {
        node = lexicon.child(node, this.units[b * SIDE + to]);
        if (node > 0)
          best = Math.max(best, this.tails[tail + from] + lexicon.wordScore(node) + this.heads[head + to + 1]);
      }
    }
    return Math.min(GAIN_CAP, best - apart);
  }

  private readTail(row: number, text: string): void {
    const { lexicon, tails } = this;
    const base = row * (SIDE + 1);
    this.tailLengths[row] = text.length;
    tails[base] = 0;
    for (let from = 0; from < text.length; from++) {
      const here = tails[base + from];
      tails[base + from + 1] = Math.max(tails[base + from + 1], here + UNKNOWN);
      let node = lexicon.rootOf(text.charCodeAt(from));
      for (let to = from + 1; node > 0; to++) {
        tails[base + to] = Math.max(tails[base + to], here + lexicon.wordScore(node));
        if (to === text.length) break;
        node = lexicon.child(node, text.charCodeAt(to));
      }
      this.crossing[row * SIDE + from] = node;
    }
  }

  private readHead(row: number, text: string): void {
    const { lexicon, heads } = this;
    const base = row * (SIDE + 1);
    this.headLengths[row] = text.length;
    heads[base + text.length] = 0;
    for (let from = text.length - 1; from >= 0; from--) {
      this.units[row * SIDE + from] = text.charCodeAt(from);
      let best = heads[base + from + 1] + UNKNOWN;
      let node = lexicon.rootOf(text.charCodeAt(from));
      for (let to = from + 1; node > 0; to++) {
        best = Math.max(best, lexicon.wordScore(node) + heads[base + to]);
        if (to === text.length) break;
        node = lexicon.child(node, text.charCodeAt(to));
      }
      heads[base + from] = best;
    }
  }
}

/** How often each n-gram of 2 and 3 Han characters stands inside a row of the page. */
export class Grams {
  private readonly pairs = new Numbering();
  /** Keys: the number of the first two characters, the third one. */
  private readonly triples = new Numbering();
  private readonly counts: Int32Array;
  /** For each row the numbers of its pairs, in order. */
  readonly ofRows: Lists;

  constructor(rows: readonly Row[]) {
    this.ofRows = new Lists(rows.length, lengthOf(rows));
    for (const { bare } of rows) this.read(bare);
    this.counts = new Int32Array(this.pairs.size);
    for (let k = 0; k < this.ofRows.total; k++) this.counts[this.ofRows.numbers[k]]++;
  }

  private read(bare: string): void {
    for (let i = 0; i + 2 <= bare.length; i++) {
      const a = bare.charCodeAt(i);
      const b = bare.charCodeAt(i + 1);
      if (!isHan(a) || !isHan(b)) continue;
      const pair = this.pairs.add(a, b);
      this.ofRows.put(pair);
      if (i + 3 <= bare.length && isHan(bare.charCodeAt(i + 2))) this.triples.add(pair, bare.charCodeAt(i + 2));
    }
    this.ofRows.close();
  }

  /** How many pairs the page has; they are numbered from 0. */
  get size(): number {
    return this.pairs.size;
  }

  /** The number of a pair of units; -1 where no row has it. */
  pair(first: number, second: number): number {
    return this.pairs.find(first, second);
  }

  /** The two units of the pair with the number. */
  unitsOf(pair: number): [first: number, second: number] {
    return this.pairs.keyOf(pair);
  }

  /** Share of the row's pairs that stand on the page more than once; null where it has no pair. */
  recurring(row: number): number | null {
    const { starts, numbers } = this.ofRows;
    const length = this.ofRows.lengthOf(row);
    if (length === 0) return null;
    let count = 0;
    for (let k = starts[row]; k < starts[row + 1]; k++) if (this.counts[numbers[k]] > 1) count++;
    return count / length;
  }

  /** The longest n-gram of the page (0, 2 or 3 characters) that stands across the break between a and b. */
  across(a: string, b: string): number {
    if (a === '' || b === '') return 0;
    const last = a.charCodeAt(a.length - 1);
    const first = b.charCodeAt(0);
    if (!isHan(last) || !isHan(first)) return 0;
    const pair = this.pairs.find(last, first);
    const before = a.length > 1 ? this.pairs.find(a.charCodeAt(a.length - 2), last) : -1;
    if (before >= 0 && this.triples.find(before, first) >= 0) return 3;
    if (pair < 0) return 0;
    // Where one side has no second character, nothing can speak against the pair.
    if (a.length === 1 || b.length === 1) return 3;
    return this.triples.find(pair, b.charCodeAt(1)) >= 0 ? 3 : 2;
  }
}

/** How many units all rows have together. */
export const lengthOf = (rows: readonly Row[]): number => rows.reduce((sum, { bare }) => sum + bare.length, 0);

export interface Edge {
  /** Kinds of brackets and quotation marks that the row leaves open, by their closing mark. */
  readonly open: readonly string[];
  /** Kinds of closing marks that nothing in the row opened, in order. */
  readonly closes: readonly string[];
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
  '[': ']',
};
const CLOSERS = new Set(Object.values(PAIRS));

const NO_BRACKETS: Edge = { open: [], closes: [] };

export function bracketsOf(text: string): Edge {
  // Most rows have none.
  return hasBracket(text) ? openAndClosed(text) : NO_BRACKETS;
}

function hasBracket(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isOpening(text.charCodeAt(i)) || isClosing(text.charCodeAt(i))) return true;
  return false;
}

function openAndClosed(text: string): Edge {
  const open: string[] = [];
  /** How many of each kind are open. */
  const counts = new Map<string, number>();
  const closes = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isOpening(unit) && !isClosing(unit)) continue;
    const c = text[i];
    const closer = PAIRS[c];
    if (closer !== undefined) {
      open.push(closer);
      counts.set(closer, (counts.get(closer) ?? 0) + 1);
    } else if (CLOSERS.has(c)) {
      if ((counts.get(c) ?? 0) === 0) closes.add(c);
      // The innermost one of its kind; where others were left open in between, all of them.
      else if (open[open.length - 1] === c) close(open, counts);
      else while ((counts.get(c) ?? 0) > 0) close(open, counts);
    }
  }
  return { open: [...new Set(open)], closes: [...closes] };
}

function close(open: string[], counts: Map<string, number>): void {
  const c = open.pop();
  if (c !== undefined) counts.set(c, (counts.get(c) ?? 0) - 1);
}

/** Whether the text ends a sentence: with its mark, with names or a jump in brackets behind one (。（章林辉）), or all in brackets. */
export function endsSentence(text: string): boolean {
  const end = withoutBracket(text);
  return (end === 0 && text !== '') || endsWithMark(text, end);
}

/** Whether the mark of a sentence's end stands before `end`, closing marks aside. */
function endsWithMark(text: string, end: number): boolean {
  let i = end - 1;
  while (i > 0 && isClosing(text.charCodeAt(i))) i--;
  return i >= 0 && isSentenceEnd(text.charCodeAt(i));
}

/** Characters that names or a jump have between their brackets, at most. */
const BRACKET = 20;

/** Where the text ends without a short bracket that closes it behind a sentence; 0 where all of it stands in that bracket. */
function withoutBracket(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  if (last !== 0xff09 && last !== 0x29) return text.length;
  for (let i = text.length - 2; i >= 0 && i >= text.length - BRACKET; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 0xff08 || unit === 0x28 || unit === 0x3008) return i === 0 || endsWithMark(text, i) ? i : text.length;
  }
  return text.length;
}

/** Whether a text begins with a mark that belongs to what stands before it: no sentence begins so. ’97 does not. */
export function goesOn(text: string): boolean {
  const unit = text.charCodeAt(0);
  if (unit === 0x2019) return !isDigit(text.charCodeAt(1));
  return isInnerMark(unit) || isClosing(unit) || (isSentenceEnd(unit) && unit !== 0x2026);
}

export type Ending = 'sentence' | 'inner' | 'closing' | 'opening' | 'dash' | 'digit' | 'latin' | 'han' | 'other';

/** What ends a text: a sentence (its closing quotation mark or bracket read over), or else the kind of its last character. */
export function endingOf(text: string): Ending {
  const unit = text.charCodeAt(text.length - 1);
  if (endsSentence(text)) return 'sentence';
  return kindOf(unit);
}

/** What kind of character a text ends or begins with. */
export function kindOf(unit: number): Ending {
  if (isHan(unit)) return 'han';
  if (isDigit(unit)) return 'digit';
  if (isLatin(unit)) return 'latin';
  if (isInnerMark(unit)) return 'inner';
  if (isSentenceEnd(unit)) return 'sentence';
  if (isClosing(unit)) return 'closing';
  if (isOpening(unit)) return 'opening';
  if (unit === 0x2014 || unit === 0x2015 || unit === 0x2500 || unit === 0x2d) return 'dash';
  return 'other';
}
