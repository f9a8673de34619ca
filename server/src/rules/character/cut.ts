import { isHan } from '../../text/characters';
import { type Lexicon, UNKNOWN } from '../../text/lexicon';

/** The longest word of the lexicon. */
export const MAX_WORD = 4;

/** The most probable cut of a text into words. Positions are UTF-16 offsets in `text`; ln P throughout. */
export interface Cut {
  readonly text: string;
  /** Best ln P of text[0, i). */
  readonly before: Float64Array;
  /** Best ln P of text[i, end). */
  readonly after: Float64Array;
  /** The length of the word that each unit lies in; 0 for what is not Han. */
  readonly length: Uint8Array;
  /** ln P of that word. */
  readonly word: Float64Array;
}

/** Cuts the text at its most probable words. What is not Han costs nothing and is in no word, so it parts runs of Han. */
export function cutWords(text: string, lexicon: Lexicon): Cut {
  const n = text.length;
  const scores = wordScores(text, lexicon);
  const before = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  before[0] = 0;
  for (let i = 0; i < n; i++)
    for (let length = 1; length <= MAX_WORD && i + length <= n; length++) {
      const reached = before[i] + scores[i * MAX_WORD + length - 1];
      if (reached > before[i + length]) before[i + length] = reached;
    }
  const after = new Float64Array(n + 1);
  const chosen = new Uint8Array(n);
  for (let i = n - 1; i >= 0; i--) {
    after[i] = Number.NEGATIVE_INFINITY;
    for (let length = 1; length <= MAX_WORD && i + length <= n; length++) {
      const reached = scores[i * MAX_WORD + length - 1] + after[i + length];
      if (reached <= after[i]) continue;
      after[i] = reached;
      chosen[i] = length;
    }
  }
  const length = new Uint8Array(n);
  const word = new Float64Array(n);
  for (let i = 0; i < n; i += chosen[i]) {
    if (!isHan(text.charCodeAt(i))) continue;
    length.fill(chosen[i], i, i + chosen[i]);
    word.fill(scores[i * MAX_WORD + chosen[i] - 1], i, i + chosen[i]);
  }
  return { text, before, after, length, word };
}

/** ln P of the word of each start and length: [start · MAX_WORD + length − 1]. */
function wordScores(text: string, lexicon: Lexicon): Float64Array {
  const n = text.length;
  const scores = new Float64Array(n * MAX_WORD).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < n; i++) {
    const unit = text.charCodeAt(i);
    scores[i * MAX_WORD] = isHan(unit) ? UNKNOWN : 0;
    let node = lexicon.rootOf(unit);
    for (let length = 1; node > 0; length++) {
      const score = lexicon.wordScore(node);
      if (score > scores[i * MAX_WORD + length - 1]) scores[i * MAX_WORD + length - 1] = score;
      if (length === MAX_WORD || i + length >= n) break;
      node = lexicon.child(node, text.charCodeAt(i + length));
    }
  }
  return scores;
}

/** How many Han characters there are, and how many of them are words of their own. */
function countHan({ length }: Cut): { readonly all: number; readonly alone: number } {
  let alone = 0;
  let all = 0;
  for (const own of length) {
    if (own === 0) continue;
    all++;
    if (own === 1) alone++;
  }
  return { all, alone };
}

/** The share of the Han characters that are words of their own; 0 where there are none. */
export function shareAlone(cut: Cut): number {
  const { all, alone } = countHan(cut);
  return all === 0 ? 0 : alone / all;
}

/**
 * Above this share of lone characters an OCR page is too badly recognised to guess at single ones. Well recognised pages
 * stay under 0.25, one with five wrong characters in a hundred has 0.31.
 */
const BAD_SHARE = 0.3;
/** The share says little of fewer Han characters. */
const MIN_HAN = 200;

/** Whether so few characters of an OCR page make words that it should be recognised again. */
export const isBadlyRecognised = (cut: Cut): boolean => countHan(cut).all >= MIN_HAN && shareAlone(cut) > BAD_SHARE;
