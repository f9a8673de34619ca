import type { Lexicon } from '../text/lexicon';
import { endingOf, GAIN_CAP, joinGain, kindOf } from './continuity';
import type { Draft } from './draft';
import { hasForm } from './formRows';
import type { Row } from './rows';
import { bin, type Emit, sigmoid, type WeightTable, weigh } from './weights';
import type { Bag } from './words';

/** One line of a title as a person reads it: a row, a stack of one-character rows, or a row with its shadow copies. */
export interface TitleLine {
  readonly rows: readonly number[];
  /** Clean: no spread spaces, no copies; phrases stay parted by a space. */
  readonly text: string;
  readonly width: number;
  readonly stack: boolean;
  readonly copied: boolean;
  readonly spread: boolean;
  /** A stack that was read along with the rows beside it: the row beside its first character. */
  readonly beside: number | null;
}

/** Title lines that stand together: kicker, headline and deck of one story. */
export interface TitleBlock {
  readonly lines: readonly TitleLine[];
  readonly rows: readonly number[];
  /** Where it stands: right before row `last` + 1 and right after row `first` - 1; a headline beside rows stands before the first of them. */
  readonly first: number;
  readonly last: number;
  readonly bag: Bag;
  readonly odds: number;
}

export type Part = 'kicker' | 'headline' | 'deck';

/** Rows up to this width (ems) may be part of a vertical stack. */
const STACK_WIDTH = 1.5;
const MIN_STACK = 3;
/** A shadow copy stands at most this many title rows below. */
const COPY_REACH = 4;

export function titleLines(page: Draft, title: readonly number[]): TitleLine[] {
  const rows = page.sheet.rows;
  const chosen = page.sheet.flowing.map((_, i) => i).filter((i) => title[i] > 0.5);
  const lines: TitleLine[] = [];
  for (let k = 0; k < chosen.length; ) {
    const i = chosen[k];
    const text = tidy(undouble(rows[i].text), rows[i].spread);
    const copied = earlierCopy(lines, text);
    if (copied >= 0) {
      lines[copied] = { ...lines[copied], rows: [...lines[copied].rows, i], copied: true };
      k++;
      continue;
    }
    let end = k;
    while (end < chosen.length && isStacked(rows, chosen, k, end)) end++;
    if (end - k >= MIN_STACK) {
      lines.push(makeStack(rows, chosen.slice(k, end)));
      k = end;
      continue;
    }
    lines.push({
      rows: [i],
      text,
      width: rows[i].width,
      stack: false,
      copied: text !== rows[i].text,
      spread: rows[i].spread,
      beside: null,
    });
    k++;
  }
  return [...mended(page, lines), ...page.sheet.stacks.map((stack) => makeStack(rows, stack.rows, stack.beside))];
}

/** So much a word gains (ln P) that is whole again, and so many rows below the one piece of a line the other one stands at most. */
const CUT_WORD = 9;
const CUT_REACH = 10;

/** The lines, with the pieces of one that was cut in a word and set apart by rows of other columns put together again. */
function mended(page: Draft, lines: readonly TitleLine[]): readonly TitleLine[] {
  const rest = [...lines];
  for (let n = 0; n + 1 < rest.length; n++) {
    const line = rest[n];
    const last = line.rows[line.rows.length - 1];
    const m = rest.findIndex(({ rows: [first], text, stack }, k) => {
      const isNear = k > n && first > last + 1 && first <= last + CUT_REACH;
      return (
        isNear && !stack && !line.stack && joinGain(bareOf(line.text), bareOf(text), page.roles.lexicon) >= CUT_WORD
      );
    });
    if (m < 0) continue;
    const [piece] = rest.splice(m, 1);
    rest[n] = {
      ...line,
      rows: [...line.rows, ...piece.rows],
      text: line.text + piece.text,
      width: line.width + piece.width,
    };
    n--;
  }
  return rest;
}

const isStacked = (rows: readonly Row[], chosen: readonly number[], start: number, k: number): boolean =>
  rows[chosen[k]].width <= STACK_WIDTH && (k === start || chosen[k] - chosen[k - 1] === 1);

function makeStack(rows: readonly Row[], indices: readonly number[], beside: number | null = null): TitleLine {
  const text = indices.map((i) => rows[i].bare).join('');
  return { rows: indices, text, width: 1, stack: true, copied: false, spread: false, beside };
}

/** A spread line whose copies touch keeps spaces that only spread it: 凤 来枝 hides that 来 stands alone. */
const tidy = (text: string, spread: boolean): string =>
  spread ? text.replace(/(\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '$1') : text;

const bareOf = (text: string): string => text.replace(/ /g, '');

/** Of which of the last lines the text is a shadow copy; -1 where of none. */
function earlierCopy(lines: readonly TitleLine[], text: string): number {
  const from = Math.max(0, lines.length - COPY_REACH);
  return lines.findIndex((line, n) => n >= from && (isCopy(line.text, text) || isEndOfCopy(lines, n, text)));
}

/** A title's last character on a row of its own has as many copies as the line above it. */
const isEndOfCopy = (lines: readonly TitleLine[], n: number, text: string): boolean =>
  n > 0 && lines[n].text === text && !lines[n - 1].stack && lines[n].rows.length < lines[n - 1].rows.length;

const isCopy = (a: string, b: string): boolean => bareOf(b).length >= 3 && bareOf(a) === bareOf(b);

/**
 * X for XX, X X and X—X, ——X for ———X—X: a headline printed over its shadow comes twice. Of dashes before X each copy had
 * the same number, wherever they came to stand.
 */
export function undouble(text: string): string {
  const bare = bareOf(text);
  const dashes = /^[—―─-]*/.exec(bare)?.[0] ?? '';
  const body = bare.slice(dashes.length);
  for (let copies = 4; copies >= 2; copies--) {
    for (let parted = 0; parted <= 3; parted++) {
      const length = (body.length - parted * (copies - 1)) / copies;
      if (!Number.isInteger(length) || length < 4) continue;
      const unit = body.slice(0, length);
      let same = true;
      for (let c = 1; c < copies && same; c++) {
        const at = c * (length + parted);
        same = body.slice(at, at + length) === unit && /^[—―─-]*$/.test(body.slice(at - parted, at));
      }
      if (!same) continue;
      const own = parted === 0 ? dashes.length : Math.ceil((dashes.length + parted * (copies - 1)) / copies);
      return firstCopy(text, Math.max(0, dashes.length - own), dashes.length + length);
    }
  }
  return text;
}

/** The stretch of the text from the character numbered `from` to before the one numbered `to`, spaces not counted. */
function firstCopy(text: string, from: number, to: number): string {
  let start = 0;
  let end = 0;
  for (let seen = 0; end < text.length && seen < to; end++) {
    if (text[end] === ' ') continue;
    if (seen === from) start = end;
    seen++;
  }
  return text.slice(start, end);
}

/** OCR reads the dashes before a deck as the number one. */
const beginsWithDash = ({ text }: TitleLine): boolean =>
  kindOf(text.charCodeAt(0)) === 'dash' || text.startsWith('一一');

/** Evidence that title line v belongs to the block that line u (the one before it) ends. */
export function togetherEvidence(page: Draft, u: TitleLine, v: TitleLine, emit: Emit): void {
  const rows = page.sheet.rows;
  const last = Math.max(...u.rows);
  const first = Math.min(...v.rows);
  const steps = first - last;
  emit(steps <= 0 ? 'copies interleave' : steps === 1 ? 'adjacent' : steps === 2 ? 'one row between' : 'rows between');
  let gap = Number.NEGATIVE_INFINITY;
  for (let i = Math.max(0, Math.min(last, first - 1)) + 1; i <= first; i++) gap = Math.max(gap, rows[i].gap);
  const gaps = page.sheet.padded ? 'padded' : rows.some((row) => row.gap > 0) ? 'gaps' : 'no gaps';
  emit(`${gaps}: ${bin(gap, [-1, 0, 1])}${steps === 1 ? '' : ', apart'}`);
  const gain = joinGain(bareOf(u.text), bareOf(v.text), page.roles.lexicon);
  emit('join gain', gain / GAIN_CAP);
  if (gain > 0.5) emit('some gain');
  if (page.grams.across(bareOf(u.text), bareOf(v.text)) > 0) emit('an n-gram spans the break');
  emit(`width differs ${bin(v.width - u.width, [-6, -2.5, -0.75, 0.75, 2.5, 6])}`);
  emit(`${u.stack ? 'stack' : 'line'} then ${v.stack ? 'stack' : 'line'}`);
  if (u.copied && v.copied) emit('both copied');
  else if (u.copied || v.copied) emit('one is copied');
  if (beginsWithDash(v)) emit('second begins with a dash');
  emit(`first ends ${endingOf(u.text)}`);
  for (let i = last + 1; i < first; i++)
    if (page.forms[i].tags.includes('byline own fills row')) emit('a byline between');
  const forms = page.forms[first];
  if (forms.tags.length > 0) emit('a form in the second');
  if (u.width < 5) emit('first is short');
  if (v.width < 5) emit('second is short');
  if (u.text.includes(' ')) emit('phrases in the first');
  if (v.text.includes(' ')) emit('phrases in the second');
  const overlap = page.words.cosine(page.words.bag([bareOf(u.text)]), page.words.bag([bareOf(v.text)]));
  emit('likeness', overlap);
}

export function titleBlocks(page: Draft, title: readonly number[], table: WeightTable): TitleBlock[] {
  const lines = titleLines(page, title);
  const blocks: TitleLine[][] = [];
  lines.forEach((line, n) => {
    const block = blocks[blocks.length - 1];
    const before = lines[n - 1];
    const steps = before === undefined ? 99 : Math.min(...line.rows) - Math.max(...before.rows);
    if (
      block &&
      steps <= MAX_STEPS &&
      !isParted(page, before, line) &&
      sigmoid(weigh(table, (emit) => togetherEvidence(page, before, line, emit))) > 0.5
    )
      block.push(line);
    else blocks.push([line]);
  });
  return blocks.map((block) => makeBlock(page, block, title));
}

/** Lines side by side on which titles of several columns may stand, not phrases of one title: so many lines are glued. */
const GLUED_LINES = 4;

/** Whether two title lines cannot be one title's: they head columns side by side, or a caption ends between them. */
export function isParted(page: Draft, u: TitleLine, v: TitleLine): boolean {
  if (u.beside !== null || v.beside !== null) return true;
  const rows = page.sheet.rows;
  const [last, first] = [u.rows[u.rows.length - 1], v.rows[0]];
  if (rows[last].line === rows[first].line) return gluedLines(rows) >= GLUED_LINES;
  for (let i = last + 1; i < first; i++) if (hasForm(page.forms[i], 'caption-credit')) return true;
  return false;
}

const gluedLines = (rows: readonly Row[]): number =>
  rows.filter((row, i) => row.line === rows[i + 1]?.line && row.line !== rows[i - 1]?.line).length;

/** Lines of one block have at most this many rows of text between them, less one. */
export const MAX_STEPS = 3;

/** Where a line stands among the rows: see TitleBlock. */
export const startOf = ({ rows, beside }: TitleLine): number => beside ?? rows[0];
const endOf = ({ rows, beside }: TitleLine): number => (beside === null ? Math.max(...rows) : beside - 1);

export function makeBlock(page: Draft, lines: readonly TitleLine[], title: readonly number[]): TitleBlock {
  const rows = lines.flatMap((line) => line.rows).sort((a, b) => a - b);
  const [first, last] = [Math.min(...lines.map(startOf)), Math.max(...lines.map(endOf))];
  return {
    lines,
    rows,
    first,
    last,
    bag: page.words.bag(lines.map((line) => bareOf(line.text))),
    odds: lines.some(({ beside }) => beside !== null) ? 1 : Math.max(...rows.map((i) => title[i])),
  };
}

/** Evidence that line n of a block is kicker, headline or deck (a table for each). */
export function partEvidence(page: Draft, block: TitleBlock, n: number, emit: Emit): void {
  const line = block.lines[n];
  const count = block.lines.length;
  emit(count === 1 ? 'only line' : n === 0 ? 'first of several' : n === count - 1 ? 'last of several' : 'between');
  emit(`${Math.min(count, 4)} lines, place ${Math.min(n, 3)}`);
  if (beginsWithDash(line)) emit('begins with a dash');
  if (block.lines.slice(0, n).some(beginsWithDash)) emit('below a dash');
  const widest = Math.max(...block.lines.map(({ width }) => width));
  if (count > 1) {
    emit(`narrower than the widest by ${bin(widest - line.width, [0.5, 2.5, 6])}`);
    const next = block.lines[n + 1];
    const before = block.lines[n - 1];
    if (next) emit(`next: width differs ${bin(next.width - line.width, [-6, -2.5, -0.75, 0.75, 2.5, 6])}`);
    if (before) emit(`before: width differs ${bin(before.width - line.width, [-6, -2.5, -0.75, 0.75, 2.5, 6])}`);
    if (next) emit('joins the next', joinGain(bareOf(line.text), bareOf(next.text), page.roles.lexicon) / GAIN_CAP);
    if (before)
      emit('joins the one before', joinGain(bareOf(before.text), bareOf(line.text), page.roles.lexicon) / GAIN_CAP);
  }
  emit(`width ${bin(line.width, [4, 7, 10, 14, 18, 24])}`);
  if (line.copied) emit('copied');
  if (count > 1 && block.lines.some((other) => other !== line && other.copied)) emit('another is copied');
  if (line.stack) emit('stack');
  if (line.spread) emit('spread');
  const phrases = line.text.split(' ').length;
  if (phrases > 1) emit(`${Math.min(phrases, 3)} phrases`);
  if (/[，,]/.test(line.text)) emit('comma');
  if (/\d/.test(line.text)) emit('digit');
  if (/[“《]/.test(line.text)) emit('quotation or book title');
  if (page.forms[line.rows[0]].tags.length > 0) emit('a form in it');
}

/** Han characters that a headline has at least: fewer are the remains of a vertical or torn one. */
const LEAST_HAN = 3;
/** In a title that OCR turned to junk this share of the Han characters and more stand in no word … */
const JUNK = 0.6;
/** … and are no everyday words by themselves either (走, 好): ln P a character, cut into words as likely as can be. */
const UNLIKELY = -7;

/** Whether OCR left too little of a title to print it: then no headline is better than the remains. */
export function isJunk(page: Draft, block: TitleBlock): boolean {
  if (!page.ocr) return false;
  const han = block.lines
    .map(({ text }) => text)
    .join('')
    .replace(/\P{Script=Han}/gu, '');
  const { lexicon } = page.roles;
  if (han.length < LEAST_HAN) return true;
  return aloneIn(han, lexicon) >= JUNK * han.length && lexicon.bestPath(han) < UNLIKELY * han.length;
}

/** Characters that stand alone where the text is cut into the longest words from the left. */
function aloneIn(text: string, lexicon: Lexicon): number {
  let alone = 0;
  for (let i = 0; i < text.length; ) {
    const end = lexicon.longestWordAt(text, i, Math.min(text.length, i + LONGEST_WORD));
    if (end - i === 1) alone++;
    i = Math.max(i + 1, end);
  }
  return alone;
}

/** The word list has no longer words. */
const LONGEST_WORD = 4;
