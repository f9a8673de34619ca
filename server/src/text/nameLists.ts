import type { Lexicon } from './lexicon';
import { looksLikeName } from './names';

/*
 * Where a line of single characters is a list of names that were padded to the width of three (丁 宁 王 明 李 强), and not
 * text that was set apart. A pair of characters speaks for a name as far as it looks like one, and a word that the list
 * would break speaks against it, both as log-odds; the best reading of the whole line wins.
 */

/** What stands between a character of the line and the one before it. */
export type Joint =
  /** A space, as between all of them. */
  | 'space'
  /** A mark that is set tight, or the line's end: 王 平、李 娜. A list may begin there, end there and go on over it. */
  | 'mark'
  /** Something that no list goes on over: a mark with spaces around it, as in text that was set apart, a figure, a column's gap. */
  | 'bar'
  /** None: the characters touch in the source, so a name may begin or end there, and not stand across. */
  | 'none'
  /** A name of more characters on its own: 王 平 李小红. */
  | 'name';

/**
 * The least that two characters can say, as log-odds of a name against text: no surname and no given name that is known (啸
 * 力) breaks a list where the others are sure, unless it is a word.
 */
const WORST_PAIR = -2;
const WORST_WORD = -3;
/** Two characters alone between marks that are set tight, or wider gaps: so names stand, and words that were set apart do not. */
const ALONE = 1;
/** A list that begins or ends … */
const BORDER_COSTS: Readonly<Record<Joint, number>> = {
  /** … where another word would too. */
  mark: 0.5,
  bar: 1,
  /** … in the middle of characters that look all alike. */
  space: 1.5,
  none: 1.5,
  /** … where another name stands. */
  name: -1,
};
/** ln P of some 1 in 10⁶: a word that is no more frequent says nothing against a name. */
const RARE_WORD = -14;
const WORD_WEIGHT = 0.6;
/** Words go so far beyond the place that they stand across: 邓小平 across 邓小 and 平理. */
const WORD_REACH = 2;
/** Two characters that look like a name are met everywhere (高 度); two such pairs one behind the other are not. */
const FEWEST_NAMES = 2;

/**
 * The lists of two or more padded names among the characters (one UTF-16 unit each), as [from, to) by index; joints[i] is
 * what stands before character i, the last one what stands behind all.
 */
export function nameLists(characters: string, joints: readonly Joint[], lexicon?: Lexicon): [number, number][] {
  const count = characters.length;
  const impossible = Number.NEGATIVE_INFINITY;
  /** The best score of the first i characters: as text, as text that ends with one name, with two or more. */
  const text = new Float64Array(count + 1);
  const one = new Float64Array(count + 1).fill(impossible);
  const list = new Float64Array(count + 1).fill(impossible);
  /** Whether a list ends here in the best reading, and whether its last name but one is not its first. */
  const ends = new Uint8Array(count + 1);
  const goesOn = new Uint8Array(count + 1);
  for (let i = 0; i <= count; i++) {
    if (i > 0) text[i] = text[i - 1];
    const ended = list[i] - borderCost(characters, joints, i, lexicon);
    if (ended > text[i]) {
      text[i] = ended;
      ends[i] = 1;
    }
    if (i + 2 > count || joints[i + 1] !== 'space') continue;
    const pair = pairScore(characters.slice(i, i + 2), lexicon) + (isAlone(joints, i) ? ALONE : 0);
    one[i + 2] = text[i] - borderCost(characters, joints, i, lexicon) + pair;
    if (joints[i] === 'bar') continue;
    const before = Math.max(one[i], list[i]) - (joints[i] === 'space' ? brokenWord(characters, i, lexicon) : 0);
    list[i + 2] = before + pair;
    goesOn[i + 2] = list[i] > one[i] ? 1 : 0;
  }
  return spansOf(ends, goesOn).map((span) => withPairsBeside(joints, span));
}

/** 甲 组：王 明、李 强: two characters alone between marks beside a list are padded like it, name or not. */
function withPairsBeside(joints: readonly Joint[], [from, to]: [number, number]): [number, number] {
  const alone = (i: number) => i >= 0 && i + 2 < joints.length && isAlone(joints, i) && joints[i + 1] === 'space';
  let [first, last] = [from, to];
  while (alone(first - 2)) first -= 2;
  while (alone(last)) last += 2;
  return [first, last];
}

/** Whether two characters stand between marks, names or wider gaps. */
const isAlone = (joints: readonly Joint[], i: number): boolean => parts(joints[i]) && parts(joints[i + 2]);

function spansOf(ends: Uint8Array, goesOn: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  for (let end = ends.length - 1; end > 0; ) {
    if (ends[end] === 0) {
      end--;
      continue;
    }
    let start = end;
    while (goesOn[start] === 1) start -= 2;
    start -= FEWEST_NAMES * 2;
    found.unshift([start, end]);
    end = start;
  }
  return found;
}

function pairScore(pair: string, lexicon?: Lexicon): number {
  const worst = lexicon?.isWord(pair) ? WORST_WORD : WORST_PAIR;
  const likeness = looksLikeName(pair, lexicon);
  return likeness === 0 ? worst : Math.max(worst, Math.log(likeness / (1 - likeness)));
}

const parts = (joint: Joint): boolean => joint === 'mark' || joint === 'name';

function borderCost(characters: string, joints: readonly Joint[], i: number, lexicon?: Lexicon): number {
  const joint = joints[i];
  return BORDER_COSTS[joint] + (joint === 'space' || joint === 'none' ? brokenWord(characters, i, lexicon) : 0);
}

/** What speaks against a name that ends before character i: the most frequent word that stands across that place. */
function brokenWord(characters: string, i: number, lexicon?: Lexicon): number {
  if (lexicon === undefined || i === 0 || i >= characters.length) return 0;
  let frequency = RARE_WORD;
  for (let start = Math.max(0, i - WORD_REACH); start < i; start++)
    lexicon.eachWordAt(characters, start, Math.min(characters.length, i + WORD_REACH), (end, logProbability) => {
      if (end > i) frequency = Math.max(frequency, logProbability);
    });
  return WORD_WEIGHT * (frequency - RARE_WORD);
}
