import { isClosing, isMark, isSpace } from '../text/characters';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import type { Edit, Span } from '../text/span';
import { deleteLines, numbersFrom } from './edits';
import type { Finding, Rule } from './rule';
import { countHan, TAIL_WINDOW, type Unit, unitsOf } from './units';

/** A copy within a line is believed from this many characters on: 研究研究 is a word twice, not a title. */
const MIN_REPEATED = 4;
/** … of which this many Han: 1234 1234 is a figure. */
const MIN_REPEATED_HAN = 3;
/** Shadows and outlines are drawn up to three times over the letters. */
const MAX_TIMES = 4;
/** A line that stands again below, from this many characters on. */
const MIN_LINE = 3;
const MIN_LINE_HAN = 2;
/** How many lines that say something back a line's copy may stand: A b A b, A b A A b b. */
const WINDOW = 3;
/** The longest title block that was met twice, in lines. */
const MAX_BLOCK = 16;
/** A block of several lines needs this many Han, else two short lists look alike. */
const MIN_BLOCK_HAN = 8;
/** 交交口口县县: pairs a line must have. 高高兴兴 has two. */
const MIN_PAIRS = 4;

export const doubledText: Rule = {
  id: 'doubled-text',
  group: 'layout',
  severity: 'warning',
  fixClass: 'Q',
  summary: say('A title that was printed with a shadow or outline and extracted more than once'),
  *check({ placed: { page } }) {
    const lines = splitLines(page.text);
    const units = unitsOf(page.text, lines);
    const doubled = doubledUnits(units);
    for (const { unit, kind, copies } of doubled) yield finding(page.text, lines, unit, kind, copies);
    const copied = new Set(doubled.map(({ unit }) => unit));
    for (const run of staggeredRuns(units)) {
      if (!run.units.some((unit) => copied.has(unit))) yield staggeredFinding(run);
    }
  },
};

type Kind = 'line' | 'within' | 'letters';

export interface Doubled {
  readonly unit: Unit;
  readonly kind: Kind;
  /** Ranges of the unit's key that are copies. */
  readonly copies: readonly Span[];
}

/** Every unit that is a copy of one above it, or says its own text more than once. */
export function doubledUnits(units: readonly Unit[]): Doubled[] {
  const found: Doubled[] = [];
  const copied = new Array<boolean>(units.length).fill(false);
  markBlocks(units, copied);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    const whole = copied[i] || isCopyOfLine(units, copied, i);
    if (whole) {
      copied[i] = true;
      found.push({ unit, kind: 'line', copies: [{ start: 0, end: unit.key.length }] });
      continue;
    }
    const length = repeatedLength(unit.key);
    if (length > 0) found.push({ unit, kind: 'within', copies: [{ start: length, end: unit.key.length }] });
    else if (isLetterDoubled(unit.key)) found.push({ unit, kind: 'letters', copies: everySecond(unit.key.length) });
  }
  return found;
}

function isCopyOfLine(units: readonly Unit[], copied: readonly boolean[], i: number): boolean {
  const key = primitiveOf(units[i].key, units, i);
  const from = Math.max(0, i - (isTitleLike(key) ? WINDOW : TAIL_WINDOW));
  for (let j = i - 1; j >= from; j--) {
    if (!saysAtItsEnd(units[j].key, key)) continue;
    if (isTitleLike(key)) return true;
    const followsCopy = copied[i - 1] || (j === i - 1 && i >= 2 && copied[i - 2]);
    if (followsCopy && isTail(key)) return true;
  }
  return false;
}

/** Whether an earlier line is this text, or this text several times over. */
const saysAtItsEnd = (earlier: string, key: string): boolean =>
  earlier === key ||
  (isTitleLike(key) && earlier.length > key.length && isRepetition(earlier, key.length) && earlier.startsWith(key));

/** The line without its own copies, where it is a copy of a line above as often as it likes. */
function primitiveOf(key: string, units: readonly Unit[], i: number): string {
  for (let times = 2; times <= MAX_TIMES; times++) {
    if (key.length % times !== 0 || !isRepetition(key, key.length / times)) continue;
    const part = key.slice(0, key.length / times);
    for (let j = Math.max(0, i - TAIL_WINDOW); j < i; j++) if (units[j].key === part) return part;
  }
  return key;
}

/** A line that can be a title: long enough, no sentence, no credit (two photographs may have the same one). */
function isTitleLike(key: string): boolean {
  if (key.length < MIN_LINE || countHan(key) < MIN_LINE_HAN) return false;
  const last = key.charCodeAt(key.length - 1);
  if (isMark(last) && !isClosing(last)) return false;
  return !isCredit(key);
}

const CREDIT_ENDS = ['摄', '社发', '供图', '制图', '报道'];
const isCredit = (key: string): boolean => CREDIT_ENDS.some((end) => key.endsWith(end));

/** The short end of a title that did not fit its line. */
const isTail = (key: string): boolean => key.length < MIN_LINE && countHan(key) > 0;

/** Blocks of 2 to 16 lines that stand twice at once: all lines of the second become copies. */
function markBlocks(units: readonly Unit[], copied: boolean[]): void {
  const ids = idsOf(units);
  for (let size = 2; size <= MAX_BLOCK; size++) {
    let equal = 0;
    for (let i = size; i < units.length; i++) {
      equal = ids[i] === ids[i - size] ? equal + 1 : 0;
      if (equal < size || !isBlock(units, i - size + 1, size)) continue;
      for (let k = i - size + 1; k <= i; k++) copied[k] = true;
      equal = 0;
    }
  }
}

/** Units with the same key have the same number, so that blocks compare without looking at the text again. */
function idsOf(units: readonly Unit[]): number[] {
  const known = new Map<string, number>();
  return units.map(({ key }) => {
    const id = known.get(key) ?? known.size;
    known.set(key, id);
    return id;
  });
}

function isBlock(units: readonly Unit[], start: number, size: number): boolean {
  const keys = units.slice(start, start + size).map(({ key }) => key);
  return new Set(keys).size > 1 && countHan(keys.join('')) >= MIN_BLOCK_HAN && !keys.some(isCredit);
}

/** The length of X where the key is X two to four times; 0 where it is not. */
function repeatedLength(key: string): number {
  for (let times = MAX_TIMES; times >= 2; times--) {
    const length = key.length / times;
    if (!Number.isInteger(length) || length < MIN_REPEATED || !isRepetition(key, length)) continue;
    const part = key.slice(0, length);
    if (countHan(part) < MIN_REPEATED_HAN || hasPeriod(part)) continue;
    return length;
  }
  return 0;
}

/** Whether every unit equals the one `length` before it. */
function isRepetition(key: string, length: number): boolean {
  if (length < 1) return false;
  for (let i = length; i < key.length; i++) if (key.charCodeAt(i) !== key.charCodeAt(i - length)) return false;
  return true;
}

/** 哈哈哈哈, 加油加油: laughter and calls repeat by themselves. */
const hasPeriod = (part: string): boolean => isRepetition(part, 1) || (part.length % 2 === 0 && isRepetition(part, 2));

function isLetterDoubled(key: string): boolean {
  if (key.length % 2 !== 0 || key.length < 2 * MIN_PAIRS || countHan(key) < MIN_PAIRS) return false;
  for (let i = 0; i < key.length; i += 2) if (key.charCodeAt(i) !== key.charCodeAt(i + 1)) return false;
  return !hasPeriod(key);
}

function everySecond(length: number): Span[] {
  const spans: Span[] = [];
  for (let i = 1; i < length; i += 2) spans.push({ start: i, end: i + 1 });
  return spans;
}

function finding(text: string, lines: readonly TextLine[], unit: Unit, kind: Kind, copies: readonly Span[]): Finding {
  const kept = kind === 'letters' ? unit.key.length / 2 : copies[0].start;
  const evidence =
    kind === 'line'
      ? say('The same line stands just above.')
      : kind === 'within'
        ? say('The line is the same {0} characters {1} times over.', kept, Math.round(unit.key.length / kept))
        : say('Every character of the line stands twice.');
  return {
    rule: doubledText.id,
    span: unit.span,
    message: kind === 'line' ? say('A copy of the title above') : say('A title more than once in one line'),
    evidence: [evidence],
    fixes: [
      { class: 'Q', title: say('Keep one copy'), edits: copies.flatMap((copy) => deleteCopy(text, lines, unit, copy)) },
    ],
  };
}

function deleteCopy(text: string, lines: readonly TextLine[], unit: Unit, copy: Span): Edit[] {
  if (copy.start === 0) return deleteLines(lines, numbersFrom(unit.firstLine, unit.lastLine));
  const first = unit.starts[copy.start];
  const last = unit.starts[copy.end - 1];
  const line = lines[unit.firstLine];
  if (unit.stack) {
    const cells = lines
      .slice(unit.firstLine, unit.lastLine + 1)
      .filter(({ span }) => span.end > first && span.start <= last);
    return cells.length > 0 ? deleteLines(lines, numbersFrom(cells[0].n, cells[cells.length - 1].n)) : [];
  }
  return [{ span: withGap(text, unit, copy, line.span), text: '' }];
}

/** A copy with the spaces and dashes between it and what is kept before it, or to the line's end after the last. */
function withGap(text: string, unit: Unit, copy: Span, line: Span): Span {
  const start = unit.starts[copy.start - 1] + 1;
  let end = unit.starts[copy.end - 1] + 1;
  if (copy.end === unit.key.length) while (end < line.end && isSpace(text.charCodeAt(end))) end++;
  return { start, end };
}

/** Lines that hold parts of both copies by turns: 云南 ⏎ 云 ⏎ 南建 ⏎ 建成 ⏎ 成. They are this short … */
const MAX_STAGGERED_LINE = 4;
/** … stand this close … */
const MAX_STAGGERED_DISTANCE = 2;
/** … the second copy lags this many characters at most, and the title has at least MIN_REPEATED. */
const MAX_LAG = 4;

interface Staggered {
  readonly units: readonly Unit[];
  readonly title: string;
}

/** Runs of short lines whose characters are one title and, a little behind, the same title again. */
function staggeredRuns(units: readonly Unit[]): Staggered[] {
  const runs: Staggered[] = [];
  for (let start = 0; start < units.length; ) {
    const limit = Math.min(units.length, start + MAX_STAGGERED_LINES);
    let end = start;
    while (end < limit && isShort(units[end]) && (end === start || isClose(units[end - 1], units[end]))) end++;
    const run = end - start > 2 ? longestStaggered(units.slice(start, end)) : null;
    if (run !== null) runs.push(run);
    start = run === null ? start + 1 : start + run.units.length;
  }
  return runs;
}

/** Titles are printed on few lines; each line gives a few short ones. */
const MAX_STAGGERED_LINES = 40;

const isShort = ({ key, stack }: Unit): boolean => !stack && key.length > 0 && key.length <= MAX_STAGGERED_LINE;
const isClose = (above: Unit, below: Unit): boolean => below.firstLine - above.lastLine <= MAX_STAGGERED_DISTANCE;

/** The longest beginning of the lines that parts into a title and its copy; null where there is none. */
function longestStaggered(units: readonly Unit[]): Staggered | null {
  const title: string[] = [];
  let copied = 0;
  let found: Staggered | null = null;
  for (let i = 0; i < units.length; i++) {
    for (const character of units[i].key) {
      if (title[copied] === character) copied++;
      else title.push(character);
      if (title.length - copied > MAX_LAG) return found;
    }
    const text = title.join('');
    if (copied === title.length && i > 1 && countHan(text) >= MIN_REPEATED && !hasPeriod(text)) {
      found = { units: units.slice(0, i + 1), title: text };
    }
  }
  return found;
}

function staggeredFinding({ units, title }: Staggered): Finding {
  const span = { start: units[0].span.start, end: units[units.length - 1].span.end };
  return {
    rule: doubledText.id,
    span,
    message: say('A title and its copy, mixed line by line: “{0}”', title),
    evidence: [say('Read down the lines, every character comes a second time a little later.')],
    fixes: [{ class: 'Q', title: say('Keep one copy'), edits: [{ span, text: title }] }],
  };
}
