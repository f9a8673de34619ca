import { looksLikeName } from '../../text/names';
import type { Person } from '../model';
import type { Scan } from './scan';

/*
 * Lists of names: 付永文 卫⏎海平、解德智. A name may be padded (王 伟) or broken over a line end, two names may be parted by a
 * space or a line end or nothing at all. So the list is cut as a whole: of all cuts the cheapest one.
 */

/** Costs, in nats like −ln P. Each says what is odd about a cut; what is usual is free. */
const COST = {
  /** Two-character names are a third of all: a little dearer than three, so that 王小明 is not cut behind 王小. */
  twoCharacters: 0.3,
  /** Four characters that do not begin with a surname of two. */
  fourCharacters: 1.2,
  /** A single character as a name: OCR lost the rest. */
  oneCharacter: 5,
  longer: 9,
  /** Pen names and misread surnames are common in bylines, so no surname is a small cost. */
  noSurname: 1.5,
  /** A surname and then what no given name has (周志说): bounded, for OCR misreads given names too. */
  oddest: 4,
  /** 王 伟: printers pad two-character names to the width of three. */
  paddedTwo: 0.2,
  /** 杨 建 国 in a letter-spaced line. */
  spacedThroughout: 0.6,
  /** 任 怀民: a space on one side only is seldom inside a name. */
  unevenSpace: 2,
  /** The line ends inside a name. */
  brokenName: 0.4,
  /** The line ends between two names without a mark. */
  breakBetween: 0.6,
  /** Two names run together … */
  glued: 1.5,
  /** … of which the second does not look like one. */
  gluedUnlikely: 1.5,
} as const;

/** A list longer than this is no byline; bounds the work at each trigger. */
export const MAX_NAMES_LENGTH = 60;
const MAX_NAME = 5;
/** Foreign and minority names with middle dots. */
const MAX_DOTTED = 18;

export interface NameList {
  readonly names: readonly Person[];
  /** Mean cost of a name: 0 for perfect ones, above `DOUBTFUL` rather something else. */
  readonly cost: number;
}

export const DOUBTFUL = 2.4;

/** Cuts [start, end) of the scan into names. The range holds Han, middle dots and the separators of `isSeparator`. */
export function readNames(scan: Scan, start: number, end: number): NameList {
  const names: Person[] = [];
  let total = 0;
  for (let i = start; i < end; ) {
    if (isSeparator(scan.text[i])) {
      i++;
      continue;
    }
    let to = i;
    while (to < end && !isSeparator(scan.text[to])) to++;
    const part = cutPart(scan, i, Math.min(to, i + MAX_NAMES_LENGTH));
    names.push(...part.names);
    total += part.cost;
    i = to;
  }
  return { names, cost: names.length > 0 ? total / names.length : Number.POSITIVE_INFINITY };
}

/** Marks between names; a quotation mark is what OCR makes of a wide space. */
export const isSeparator = (character: string): boolean => SEPARATORS.has(character);
const SEPARATORS: ReadonlySet<string> = new Set(['、', ',', '/', '"', ';', '&', "'"]);

/** A stretch without marks, cut at least cost (dynamic programming over its units). */
function cutPart(scan: Scan, start: number, end: number): { names: Person[]; cost: number } {
  const length = end - start;
  if (scan.text.slice(start, end).includes('·')) return { names: dotted(scan, start, end), cost: 0.2 };
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1);
  best[0] = 0;
  for (let to = 1; to <= length; to++) {
    for (let at = Math.max(0, to - MAX_NAME); at < to; at++) {
      const likely = looksLikeName(scan.text.slice(start + at, start + to));
      const cost =
        best[at] + boundaryCost(scan, start + at, at === 0, likely) + nameCost(scan, start + at, start + to, likely);
      if (cost < best[to]) {
        best[to] = cost;
        from[to] = at;
      }
    }
  }
  const names: Person[] = [];
  for (let to = length; to > 0; to = from[to]) names.unshift(person(scan, start + from[to], start + to));
  return { names, cost: best[length] };
}

/** 买买提·艾力 阿依古丽·卡德尔: spaces part the names, a dot never does. */
function dotted(scan: Scan, start: number, end: number): Person[] {
  const names: Person[] = [];
  let from = start;
  for (let i = start + 1; i <= end; i++) {
    const joined = i < end && (scan.text[i] === '·' || scan.text[i - 1] === '·' || scan.gapBefore(i) === 0);
    if (joined) continue;
    if (i - from <= MAX_DOTTED) names.push(person(scan, from, i));
    from = i;
  }
  return names;
}

const person = (scan: Scan, start: number, end: number): Person => ({
  name: scan.text.slice(start, end),
  span: scan.sourceSpan(start, end),
});

function boundaryCost(scan: Scan, at: number, first: boolean, likely: number): number {
  if (first) return 0;
  if (scan.startsLine(at)) return COST.breakBetween;
  if (scan.gapBefore(at) > 0) return 0;
  return likely > 0 ? COST.glued : COST.glued + COST.gluedUnlikely;
}

function nameCost(scan: Scan, start: number, end: number, likely: number): number {
  const length = end - start;
  const oddity = likely > 0 ? Math.min(COST.oddest, -Math.log(likely)) : COST.noSurname;
  return lengthCost(length, likely) + oddity + innerSpaceCost(scan, start, end);
}

function lengthCost(length: number, likely: number): number {
  if (length === 3) return 0;
  if (length === 2) return COST.twoCharacters;
  if (length === 1) return COST.oneCharacter;
  // looksLikeName knows names of four characters only behind a compound surname.
  if (length === 4) return likely > 0 ? 0 : COST.fourCharacters;
  return COST.longer;
}

function innerSpaceCost(scan: Scan, start: number, end: number): number {
  let gaps = 0;
  let breaks = 0;
  for (let i = start + 1; i < end; i++) {
    if (scan.startsLine(i)) breaks++;
    else if (scan.gapBefore(i) > 0) gaps++;
  }
  const inner = end - start - 1;
  let cost = breaks * COST.brokenName;
  if (gaps > 0) cost += gaps < inner - breaks ? COST.unevenSpace : inner === 1 ? COST.paddedTwo : COST.spacedThroughout;
  return cost;
}
