import { isDigit, isHan, isLatin } from '../text/characters';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Finding, Rule } from './rule';

/** 2O23, l5日, 1〇0: a letter or 〇 that OCR put for the digit it looks like. */
export const digitLookalike: Rule = {
  id: 'digit-lookalike',
  group: 'character',
  severity: 'warning',
  fixClass: 'Q',
  summary: say('A letter or 〇 in a number that looks like a digit'),
  *check({ placed: { page } }) {
    const { text } = page;
    for (let start = 0; start < text.length; ) {
      const end = runEnd(text, start);
      if (end > start + 1) yield* checkRun(text, start, end);
      start = Math.max(end, start + 1);
    }
  },
};

const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['〇', '0'],
  ['l', '1'],
  ['I', '1'],
]);

/** What is counted in figures: after one of these, a look-alike at the edge of a number is a digit. */
const COUNTED = '年月日时分秒号点个名人家户岁次元万亿千百吨米亩只台辆件套项周届版期层位张条届%％℃';
/** The Chinese numerals, among which 〇 is at home. */
const NUMERALS = '零一二三四五六七八九';

/** The end of the run of digits and look-alikes at `start`. */
function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && (isDigit(text.charCodeAt(end)) || LOOKALIKES.has(text[end]))) end++;
  return end;
}

/**
 * A run of figures stands alone (no letter touches it: H2O, CO2, A1O are names), has no fewer digits than look-alikes, and
 * each look-alike stands between digits or, at an edge, where something is counted.
 */
function* checkRun(text: string, start: number, end: number): Generator<Finding> {
  if (touchesName(text, start - 1) || touchesName(text, end)) return;
  const lookalikes = count(text, start, end, (at) => LOOKALIKES.has(text[at]));
  if (lookalikes === 0 || lookalikes > end - start - lookalikes) return;
  const [firstDigit, lastDigit] = digitBounds(text, start, end);
  const counted = end < text.length && COUNTED.includes(text[end]);
  for (let at = start; at < end; at++) {
    const digit = LOOKALIKES.get(text[at]);
    if (digit === undefined) continue;
    const inside = at > firstDigit && at < lastDigit;
    if (!inside && !counted) continue;
    const written = isFullWidth(text.charCodeAt(firstDigit)) ? toFullWidth(digit) : digit;
    yield finding(
      'digit-lookalike',
      { start: at, end: at + 1 },
      say('{0} stands for {1} in the number {2}', text[at], written, shown(text, start, end)),
      [fix('Q', say('Replace {0} with {1}', text[at], written), replace(at, at + 1, written))],
    );
  }
}

/** A Latin letter, a Chinese numeral, or a hyphen to one of them: then the run is part of a name or of another kind of number. */
function touchesName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isLatin(unit) || unit === 0x2d || (isHan(unit) && NUMERALS.includes(text[at]));
}

/** Numbers are shown up to this length (units): a message is no place for a line of figures. */
const MOST_SHOWN = 24;

const shown = (text: string, start: number, end: number): string =>
  end - start > MOST_SHOWN ? `${text.slice(start, start + MOST_SHOWN)}…` : text.slice(start, end);

function digitBounds(text: string, start: number, end: number): [first: number, last: number] {
  let first = start;
  let last = end - 1;
  while (first < end && !isDigit(text.charCodeAt(first))) first++;
  while (last > start && !isDigit(text.charCodeAt(last))) last--;
  return [first, last];
}

function count(text: string, start: number, end: number, holds: (at: number) => boolean): number {
  let n = 0;
  for (let at = start; at < end && at < text.length; at++) if (holds(at)) n++;
  return n;
}

const isFullWidth = (unit: number): boolean => unit >= 0xff10;
const toFullWidth = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
