import type { Confusions } from '../../text/confusions';
import type { Lexicon } from '../../text/lexicon';
import type { LearntPair } from '../rule';
import { type Cut, MAX_WORD } from './cut';

/** That `written` was printed where the text has text[start, end): one character, or the same one twice (棚棚 for 栩栩). */
export interface Hypothesis {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** How much likelier the best cut into words becomes (ln P). */
  readonly gain: number;
  /** The word that the written characters then make: text offsets. */
  readonly wordStart: number;
  readonly wordEnd: number;
  /** How often the character was read so on the pages of the table of confusions; 0 where the table does not have it. */
  readonly times: number;
  /** Whether a person taught the pair. */
  readonly learnt: boolean;
}

/** Where to look for what may have been printed: the table, and the pairs that a person accepted. */
export interface KnownPairs {
  /** Null where the page does not look like OCR: then only learnt pairs count. */
  readonly confusions: Confusions | null;
  readonly learnt: readonly LearntPair[];
}

/** A cut that is hardly any better proves nothing. */
const MIN_GAIN = 1;
/**
 * A wrong character hardly ever makes a word: of 180 that were found, 175 stood alone and 5 in a word of two characters
 * this rare (ln P).
 */
const RARE_WORD = -13.5;

/** All hypotheses by which the cut of the text gains, in text order. */
export function hypotheses(cut: Cut, lexicon: Lexicon, { confusions, learnt }: KnownPairs): Hypothesis[] {
  const taught = byRecognised(learnt);
  const finder = new Finder(cut, lexicon);
  for (let at = 0; at < cut.text.length; at++) {
    if (!isDoubtful(cut, at)) continue;
    const own = taught.get(cut.text.charCodeAt(at)) ?? NONE;
    for (const written of own) finder.tryOne(at, written);
    if (confusions !== null) finder.tryTable(at, confusions, own);
  }
  return finder.found;
}

function isDoubtful({ text, length, word }: Cut, at: number): boolean {
  if (length[at] === 0 || length[at] > 2 || (length[at] === 2 && word[at] > RARE_WORD)) return false;
  // Three of the same are no text, but a rule or a row of dots that was read as characters.
  return text[at] !== text[at - 1] || text[at] !== text[at + 1];
}

const NONE: readonly number[] = [];

/** The written characters of each recognised one. */
function byRecognised(pairs: readonly LearntPair[]): ReadonlyMap<number, readonly number[]> {
  const written = new Map<number, number[]>();
  for (const pair of pairs) {
    if (pair.recognised.length !== 1 || pair.written.length !== 1) continue;
    const unit = pair.recognised.charCodeAt(0);
    written.set(unit, [...(written.get(unit) ?? []), pair.written.charCodeAt(0)]);
  }
  return written;
}

/** The best word so far for one hypothesis. */
class Best {
  gain = MIN_GAIN;
  wordStart = 0;
  wordEnd = 0;
}

/** Runs for every doubtful character of a page: numbers only, and nothing made where nothing gains. */
class Finder {
  readonly found: Hypothesis[] = [];
  private readonly total: number;

  constructor(
    private readonly cut: Cut,
    private readonly lexicon: Lexicon,
  ) {
    this.total = cut.before[cut.text.length];
  }

  /** Every character that the table knows to be read as the one at `at`. */
  tryTable(at: number, confusions: Confusions, except: readonly number[]): void {
    const { text } = this.cut;
    const recognised = text.charCodeAt(at);
    const [first, end] = [confusions.firstOf(recognised), confusions.endOf(recognised)];
    const best = new Map<number, Best>();
    for (let wordStart = at; wordStart >= 0 && wordStart > at - MAX_WORD; wordStart--) {
      if (this.cut.length[wordStart] === 0) break;
      const prefix = wordStart === at ? 0 : this.prefix(wordStart, at);
      if (prefix === 0 && wordStart < at) continue;
      const [firstChild, endChild] = [this.lexicon.firstChildOf(prefix), this.lexicon.endChildOf(prefix)];
      if (endChild - firstChild < end - first)
        for (let node = firstChild; node < endChild; node++) {
          const pair = confusions.pairOf(this.lexicon.unitOf(node), recognised);
          if (pair >= 0) this.walk(node, wordStart, at + 1, best, pair);
        }
      else
        for (let pair = first; pair < end; pair++) {
          const written = confusions.writtenOf(pair);
          const node = prefix === 0 ? this.lexicon.rootOf(written) : this.lexicon.child(prefix, written);
          if (node > 0) this.walk(node, wordStart, at + 1, best, pair);
        }
    }
    if (text.charCodeAt(at + 1) === recognised)
      for (let pair = first; pair < end; pair++)
        this.tryTwice(at, confusions.writtenOf(pair), confusions.timesOf(pair));
    for (const pair of [...best.keys()].sort((a, b) => a - b)) {
      const written = confusions.writtenOf(pair);
      if (!except.includes(written)) this.add(at, at + 1, written, best.get(pair), confusions.timesOf(pair), false);
    }
  }

  /** One character that a person taught. */
  tryOne(at: number, written: number): void {
    const best = new Map<number, Best>();
    for (let wordStart = at; wordStart >= 0 && wordStart > at - MAX_WORD; wordStart--) {
      const prefix = wordStart === at ? 0 : this.prefix(wordStart, at);
      if (prefix === 0 && wordStart < at) continue;
      const node = prefix === 0 ? this.lexicon.rootOf(written) : this.lexicon.child(prefix, written);
      if (node > 0) this.walk(node, wordStart, at + 1, best, 0);
    }
    this.add(at, at + 1, written, best.get(0), 0, true);
  }

  /** The same character written at `at` and after it. */
  private tryTwice(at: number, written: number, times: number): void {
    let best: Map<number, Best> | undefined;
    for (let wordStart = at; wordStart >= 0 && wordStart > at + 1 - MAX_WORD; wordStart--) {
      const prefix = wordStart === at ? 0 : this.prefix(wordStart, at);
      if (prefix === 0 && wordStart < at) continue;
      const once = prefix === 0 ? this.lexicon.rootOf(written) : this.lexicon.child(prefix, written);
      const twice = once > 0 ? this.lexicon.child(once, written) : 0;
      if (twice === 0) continue;
      best ??= new Map();
      this.walk(twice, wordStart, at + 2, best, 0);
    }
    this.add(at, at + 2, written, best?.get(0), times, false);
  }

  /** The node of text[start, end); 0 for none. */
  private prefix(start: number, end: number): number {
    const { text } = this.cut;
    let node = this.lexicon.rootOf(text.charCodeAt(start));
    for (let i = start + 1; i < end && node > 0; i++) node = this.lexicon.child(node, text.charCodeAt(i));
    return node;
  }

  /** Follows the text from `node`, whose word is [wordStart, end), and keeps the word by which the cut gains most. */
  private walk(node: number, wordStart: number, end: number, best: Map<number, Best>, key: number): void {
    const { text, before, after } = this.cut;
    const base = before[wordStart] - this.total;
    for (let wordEnd = end; ; wordEnd++) {
      if (wordEnd - wordStart >= 2) {
        const gain = base + this.lexicon.wordScore(node) + after[wordEnd];
        if (gain > MIN_GAIN) keep(best, key, gain, wordStart, wordEnd);
      }
      if (wordEnd >= text.length || wordEnd - wordStart >= MAX_WORD) return;
      node = this.lexicon.child(node, text.charCodeAt(wordEnd));
      if (node === 0) return;
    }
  }

  private add(
    start: number,
    end: number,
    written: number,
    best: Best | undefined,
    times: number,
    learnt: boolean,
  ): void {
    if (best === undefined) return;
    const { gain, wordStart, wordEnd } = best;
    const repeated = String.fromCharCode(written).repeat(end - start);
    this.found.push({ start, end, written: repeated, gain, wordStart, wordEnd, times, learnt });
  }
}

function keep(best: Map<number, Best>, key: number, gain: number, wordStart: number, wordEnd: number): void {
  const former = best.get(key) ?? new Best();
  if (gain <= former.gain) return;
  former.gain = gain;
  former.wordStart = wordStart;
  former.wordEnd = wordEnd;
  best.set(key, former);
}
