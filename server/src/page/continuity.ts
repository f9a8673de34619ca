import { isClosing, isDigit, isHan, isInnerMark, isLatin, isOpening, isSentenceEnd } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import type { Row } from './rows';

/*
 * Does row b continue row a? Evidence that needs no order: what the break between them does to words, numbers, brackets
 * and the page's own n-grams. Everything works on the rows' bare text.
 */

/** How many characters on each side of a break are looked at: longer words than that do not count. */
const SIDE = 4;
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

/** How often each n-gram of 2 and 3 Han characters stands inside a row of the page. */
export class Grams {
  private readonly counts = new Map<string, number>();

  constructor(rows: readonly Row[]) {
    for (const { bare } of rows) {
      for (let i = 0; i + 2 <= bare.length; i++) {
        if (!isHan(bare.charCodeAt(i)) || !isHan(bare.charCodeAt(i + 1))) continue;
        this.add(bare.slice(i, i + 2));
        if (i + 3 <= bare.length && isHan(bare.charCodeAt(i + 2))) this.add(bare.slice(i, i + 3));
      }
    }
  }

  count(gram: string): number {
    return this.counts.get(gram) ?? 0;
  }

  private add(gram: string): void {
    this.counts.set(gram, (this.counts.get(gram) ?? 0) + 1);
  }

  /** The longest n-gram of the page (0, 2 or 3 characters) that stands across the break between a and b. */
  across(a: string, b: string): number {
    if (a === '' || b === '') return 0;
    if (this.count(a.slice(-2) + b[0]) > 0 || this.count(a[a.length - 1] + b.slice(0, 2)) > 0) return 3;
    return this.count(a[a.length - 1] + b[0]) > 0 ? 2 : 0;
  }
}

export interface Edge {
  /** Brackets and quotation marks that the row opens and leaves open, by their closing mark. */
  readonly open: readonly string[];
  /** Closing marks of the row that nothing in it opened. */
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

export function bracketsOf(text: string): Edge {
  const open: string[] = [];
  const closes: string[] = [];
  for (const c of text) {
    if (PAIRS[c]) open.push(PAIRS[c]);
    else if (CLOSERS.has(c)) {
      if (open.length > 0 && open[open.length - 1] === c) open.pop();
      else if (open.includes(c)) open.length = open.indexOf(c);
      else closes.push(c);
    }
  }
  return { open, closes };
}

export const endsSentence = (text: string): boolean => {
  let i = text.length - 1;
  while (i > 0 && isClosing(text.charCodeAt(i))) i--;
  return i >= 0 && isSentenceEnd(text.charCodeAt(i));
};

export type Ending = 'sentence' | 'inner' | 'closing' | 'opening' | 'dash' | 'digit' | 'latin' | 'han' | 'other';

/** What kind of character ends (or begins) a text. */
export function endingOf(text: string): Ending {
  const unit = text.charCodeAt(text.length - 1);
  if (endsSentence(text)) return 'sentence';
  return kindOf(unit);
}

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
