import type { Confusions } from '../../text/confusions';
import { type Lexicon, UNKNOWN } from '../../text/lexicon';
import { looksLikeName } from '../../text/names';
import type { Cut } from './cut';
import { RUN_END } from './han-text';
import type { Hypothesis } from './hypotheses';

/** What speaks for and against a hypothesis; `WEIGHTS` has the reason of each. */
export interface Evidence {
  readonly gain: number;
  readonly channel: number;
  readonly known: number;
  readonly repeated: number;
  readonly elsewhere: number;
  readonly name: number;
}

/**
 * Log-odds a unit of evidence, from a regression over OCR pages by scripts/measure-characters.ts (--fit), which prints what
 * they find on pages that took no part.
 */
const WEIGHTS: Evidence & { readonly bias: number } = {
  bias: 1.25,
  /** The better cut into words, in nats up to MAX_GAIN. */
  gain: 0.4,
  /** ln of how often OCR reads the character so. */
  channel: 1.19,
  /** The text's own pairs of characters are words: ln of their counts. */
  known: -0.19,
  /** The page has the text's own pairs of characters elsewhere too: what comes twice is seldom misread twice. */
  repeated: -0.14,
  /** The page has the pairs of the hypothesis elsewhere. */
  elsewhere: 0.56,
  /** The place looks like a person's name, where single characters and strange pairs are at home. */
  name: -0.6,
};

const MAX_GAIN = 16;
const MAX_REPEATED = 4;
const MAX_ELSEWHERE = 6;

/** Chances that do not come from a count: of any misreading at all, and of one whose reverse was seen. */
const ANY_CHANCE = 0.0003;
const REVERSE_CHANCE = 0.01;
/** How many written characters' worth the chances above weigh against the counts. */
const PRIOR_WEIGHT = 8;
/** A pair that a person taught is taken for one that is misread this often. */
const LEARNT_CHANCE = 0.2;

/** Weighs hypotheses about one text. */
export class Scorer {
  private readonly pairs: ReadonlyMap<number, number>;

  constructor(
    private readonly cut: Cut,
    private readonly lexicon: Lexicon,
    private readonly confusions: Confusions,
  ) {
    this.pairs = countPairs(cut.text);
  }

  score(hypothesis: Hypothesis): number {
    const evidence = this.evidence(hypothesis);
    let score = WEIGHTS.bias;
    for (const name of EVIDENCE_NAMES) score += WEIGHTS[name] * evidence[name];
    return score;
  }

  evidence(hypothesis: Hypothesis): Evidence {
    const { text } = this.cut;
    const { start, end, written } = hypothesis;
    const before = start > 0 ? text.charCodeAt(start - 1) : 0;
    const after = end < text.length ? text.charCodeAt(end) : 0;
    const [first, last] = [written.charCodeAt(0), written.charCodeAt(written.length - 1)];
    return {
      gain: Math.min(hypothesis.gain, MAX_GAIN),
      channel: this.channel(hypothesis),
      known: this.lnCount(start - 1, start + 1) + this.lnCount(end - 1, end + 1),
      repeated: Math.min(
        MAX_REPEATED,
        Math.max(0, this.times(before, text.charCodeAt(start)) - 1) +
          Math.max(0, this.times(text.charCodeAt(end - 1), after) - 1),
      ),
      elsewhere: this.elsewhere(before, first, last, after),
      name: this.nameAround(start),
    };
  }

  private elsewhere(before: number, first: number, last: number, after: number): number {
    return Math.min(MAX_ELSEWHERE, this.times(before, first) + this.times(last, after));
  }

  /** ln of the chance that the character, when written, is read as it stands. */
  private channel({ start, written, times, learnt }: Hypothesis): number {
    if (learnt) return Math.log(LEARNT_CHANCE);
    const [character, recognised] = [written.charCodeAt(0), this.cut.text.charCodeAt(start)];
    const reverse = this.confusions.timesRead(recognised, character) > 0;
    const chance = ANY_CHANCE + (reverse ? REVERSE_CHANCE : 0);
    return Math.log((times + PRIOR_WEIGHT * chance) / (this.confusions.timesWritten(character) + PRIOR_WEIGHT));
  }

  private times(a: number, b: number): number {
    return this.pairs.get(pairKey(a, b)) ?? 0;
  }

  /** About ln of the count of the word text[start, end) in the word list; 0 where it is none. */
  private lnCount(start: number, end: number): number {
    if (start < 0 || end > this.cut.text.length) return 0;
    const score = this.lexicon.logProbability(this.cut.text, start, end);
    return score === null ? 0 : Math.max(0, score - UNKNOWN);
  }

  /** How much a window of two or three characters that holds `at` looks like a name (0..1). */
  private nameAround(at: number): number {
    const { text, length } = this.cut;
    let most = 0;
    for (let start = Math.max(0, at - 2); start <= at; start++) {
      // A surname is a word of its own; within a longer word it is none.
      if (start > 0 && length[start] > 1) continue;
      for (let end = Math.max(at + 1, start + 2); end <= Math.min(text.length, start + 3); end++) {
        const window = text.slice(start, end);
        if (!window.includes(RUN_END)) most = Math.max(most, looksLikeName(window, this.lexicon));
      }
    }
    return most;
  }
}

export const EVIDENCE_NAMES = ['gain', 'channel', 'known', 'repeated', 'elsewhere', 'name'] as const;

const pairKey = (a: number, b: number): number => a * 65536 + b;

/** How often each pair of neighbours stands in the text. */
function countPairs(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let i = 1; i < text.length; i++) {
    const key = pairKey(text.charCodeAt(i - 1), text.charCodeAt(i));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
