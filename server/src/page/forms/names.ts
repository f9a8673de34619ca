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
  /** Four characters so spaced are rather two padded names: 雪 村 守 仁. */
  spacedLong: 2,
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

/** Above this mean cost a list is none: 2.7 is one name of four characters without a surname. */
export const DOUBTFUL = 2.8;

/** Cuts [start, end) of the scan into names. The range holds Han, middle dots, separators and quotation marks. */
export function readNames(scan: Scan, start: number, end: number): NameList {
  const names: Person[] = [];
  let total = 0;
  for (let i = start; i < end; ) {
    let to = i;
    while (to < end && !isSeparator(scan.text[to])) to++;
    const part = cutPart(scan, unitsOf(scan, i, Math.min(to, i + MAX_NAMES_LENGTH)));
    names.push(...part.names);
    total += part.cost;
    i = to + 1;
  }
  return { names, cost: names.length > 0 ? total / names.length : Number.POSITIVE_INFINITY };
}

/** Marks between names. */
export const isSeparator = (character: string): boolean => SEPARATORS.has(character);
const SEPARATORS: ReadonlySet<string> = new Set(['、', ',', '/', ';', '&']);

/** What OCR makes of a wide space between or within names: 姜”斌. */
export const isMisreadSpace = (character: string): boolean => MISREAD_SPACES.has(character);
const MISREAD_SPACES: ReadonlySet<string> = new Set(['"', '《', '》', "'"]);

/** What stands before a unit of a name list: nothing, a space (or what OCR made of it), a line end. */
type Boundary = 'none' | 'space' | 'break';

interface NameUnit {
  readonly at: number;
  readonly before: Boundary;
}

function unitsOf(scan: Scan, start: number, end: number): NameUnit[] {
  const units: NameUnit[] = [];
  let before: Boundary = 'none';
  for (let at = start; at < end; at++) {
    if (at > start && scan.startsLine(at)) before = 'break';
    else if (scan.gapBefore(at) > 0 && before === 'none') before = 'space';
    if (isMisreadSpace(scan.text[at])) {
      before = 'space';
      continue;
    }
    units.push({ at, before });
    before = 'none';
  }
  return units;
}

/** A stretch without marks, cut at least cost (dynamic programming over its units). */
function cutPart(scan: Scan, units: readonly NameUnit[]): { names: Person[]; cost: number } {
  const text = units.map(({ at }) => scan.text[at]).join('');
  if (text.includes('·')) return { names: dotted(scan, units), cost: DOTTED_COST };
  const best = new Float64Array(units.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(units.length + 1);
  best[0] = 0;
  for (let end = 1; end <= units.length; end++) {
    for (let start = Math.max(0, end - MAX_NAME); start < end; start++) {
      const likely = looksLikeName(text.slice(start, end));
      const between = start === 0 ? 0 : boundaryCost(units[start].before, likely);
      const cost = best[start] + between + nameCost(units.slice(start, end), likely);
      if (cost < best[end]) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  const names: Person[] = [];
  for (let end = units.length; end > 0; end = from[end]) names.unshift(person(scan, units.slice(from[end], end)));
  return { names, cost: best[units.length] };
}

/** A name with a middle dot can be nothing else. */
const DOTTED_COST = 0.2;

/** 买买提·艾力 阿依古丽·卡德尔: spaces part the names, a dot never does. */
function dotted(scan: Scan, units: readonly NameUnit[]): Person[] {
  const names: Person[] = [];
  let from = 0;
  for (let i = 1; i <= units.length; i++) {
    const atDot = i < units.length && (scan.text[units[i].at] === '·' || scan.text[units[i - 1].at] === '·');
    if (i < units.length && (atDot || units[i].before !== 'space')) continue;
    if (i - from <= MAX_DOTTED) names.push(person(scan, units.slice(from, i)));
    from = i;
  }
  return names;
}

const person = (scan: Scan, units: readonly NameUnit[]): Person => ({
  name: units.map(({ at }) => scan.text[at]).join(''),
  span: scan.sourceSpan(units[0].at, units[units.length - 1].at + 1),
});

function boundaryCost(before: Boundary, likely: number): number {
  if (before === 'space') return 0;
  if (before === 'break') return COST.breakBetween;
  return likely > 0 ? COST.glued : COST.glued + COST.gluedUnlikely;
}

function nameCost(units: readonly NameUnit[], likely: number): number {
  const oddity = likely > 0 ? Math.min(COST.oddest, -Math.log(likely)) : COST.noSurname;
  return lengthCost(units.length, likely) + oddity + innerSpaceCost(units);
}

function lengthCost(length: number, likely: number): number {
  if (length === 3) return 0;
  if (length === 2) return COST.twoCharacters;
  if (length === 1) return COST.oneCharacter;
  // looksLikeName knows names of four characters only behind a compound surname.
  if (length === 4) return likely > 0 ? 0 : COST.fourCharacters;
  return COST.longer;
}

function innerSpaceCost(units: readonly NameUnit[]): number {
  const inner = units.slice(1);
  const spaces = inner.filter(({ before }) => before === 'space').length;
  const breaks = inner.filter(({ before }) => before === 'break').length;
  const broken = breaks * COST.brokenName;
  if (spaces === 0) return broken;
  if (spaces < inner.length - breaks) return broken + COST.unevenSpace;
  if (inner.length === 1) return COST.paddedTwo;
  return broken + (inner.length === 2 ? COST.spacedThroughout : COST.spacedLong);
}
