import { joinGain } from './continuity';
import type { Draft } from './draft';
import type { Row } from './rows';

/*
 * Title rows become the lines that a person reads: characters one a row are a vertical line, copies are its shadow, pieces
 * that stand apart are whole again.
 */

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

/** Rows up to this width (ems) may be part of a vertical stack. */
const STACK_WIDTH = 1.5;
const MIN_STACK = 3;
/** A shadow copy stands at most this many title rows below. */
const COPY_REACH = 4;

/** The lines that the title rows make: those of the page in its order, then headlines that stand beside other rows. */
export function titleLines(page: Draft, title: readonly number[]): TitleLine[] {
  const rows = page.sheet.rows;
  const chosen = page.sheet.flowing.map((_, i) => i).filter((i) => title[i] > 0.5);
  const texts = new Map(chosen.map((i) => [i, tidy(undouble(rows[i].text), rows[i].spread)]));
  const repeated = repeatedTexts([...texts.values()]);
  const lines: TitleLine[] = [];
  for (let k = 0; k < chosen.length; ) {
    const i = chosen[k];
    const text = texts.get(i) ?? '';
    const copied = earlierCopy(lines, text, repeated);
    if (copied >= 0) {
      lines[copied] = { ...lines[copied], rows: [...lines[copied].rows, i], copied: true };
      k++;
      continue;
    }
    let end = k;
    while (end < chosen.length && isStacked(rows, chosen, k, end)) end++;
    if (end - k >= MIN_STACK) {
      for (const stack of stacksOf(rows, chosen.slice(k, end))) lines.push(makeStack(rows, stack));
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

/** Two pieces of a line whose word gains so much (ln P) by being whole are one: by reading, all four such were. */
const CUT_TITLE_WORD = 9;
/** So many rows below the one piece the other one stands at most. */
export const CUT_REACH = 10;

/** The lines, with the pieces of one that was cut in a word and set apart by rows of other columns put together again. */
function mended(page: Draft, lines: readonly TitleLine[]): readonly TitleLine[] {
  const rest = [...lines];
  for (let n = 0; n + 1 < rest.length; n++) {
    const line = rest[n];
    const last = line.rows[line.rows.length - 1];
    const m = rest.findIndex(({ rows: [first], text, stack }, k) => {
      const isNear = k > n && first > last + 1 && first <= last + CUT_REACH;
      return (
        isNear &&
        !stack &&
        !line.stack &&
        joinGain(bareOf(line.text), bareOf(text), page.roles.lexicon) >= CUT_TITLE_WORD
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

/**
 * The stacks that one-character rows make, one below the other: parted where a gap is. Behind a gap also stand a stack's last
 * characters and its shadow.
 */
function stacksOf(rows: readonly Row[], stacked: readonly number[]): number[][] {
  const whole = textOf(rows, stacked);
  if (undouble(whole) !== whole) return [[...stacked]];
  const stacks: number[][] = [];
  for (let from = 0, to = 1; from < stacked.length; from = to++) {
    while (to < stacked.length && rows[stacked[to]].gap <= 0) to++;
    const piece = stacked.slice(from, to);
    const before = stacks[stacks.length - 1];
    const belongs = piece.length < MIN_STACK || (before && textOf(rows, piece) === textOf(rows, before));
    if (before && belongs) before.push(...piece);
    else stacks.push(piece);
  }
  return stacks;
}

const textOf = (rows: readonly Row[], indices: readonly number[]): string => indices.map((i) => rows[i].bare).join('');

function makeStack(rows: readonly Row[], indices: readonly number[], beside: number | null = null): TitleLine {
  const printed = textOf(rows, indices);
  const text = undouble(printed);
  return { rows: indices, text, width: 1, stack: true, copied: text !== printed, spread: false, beside };
}

/** A spread line whose copies touch keeps spaces that only spread it: 凤 来枝 hides that 来 stands alone. */
const tidy = (text: string, spread: boolean): string =>
  spread ? text.replace(/(\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '$1') : text;

/** A phrase has at least so many characters. */
const LEAST_PHRASE = 3;

/** 修水渠 架新桥 通公路: phrases as long as one another. */
export function hasParallels({ text }: TitleLine): boolean {
  const phrases = text.split(' ');
  return phrases.length > 1 && phrases.every(({ length }) => length >= LEAST_PHRASE && length === phrases[0].length);
}

/** Without spaces. */
export const bareOf = (text: string): string => text.replace(/ /g, '');

/**
 * Of which of the last lines the text is a shadow copy; -1 where of none. Between a line and its shadow stand lines that have
 * one as well: so with all 307 shadows. A song's refrain, and a headline that page one lists, come back among others.
 */
function earlierCopy(lines: readonly TitleLine[], text: string, repeated: ReadonlySet<string>): number {
  const from = Math.max(0, lines.length - COPY_REACH);
  const isShadowed = (line: TitleLine): boolean => {
    const bare = bareOf(line.text);
    return line.copied || bare.length < LEAST_COPY || repeated.has(bare);
  };
  return lines.findIndex(
    (line, n) =>
      n >= from &&
      (isCopy(line.text, text) || isEndOfCopy(lines, n, text)) &&
      lines.slice(n + 1).every((between) => isShadowed(between)),
  );
}

/** The texts, without spaces, that are there more than once. */
function repeatedTexts(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const text of texts) {
    const bare = bareOf(text);
    if (seen.has(bare)) repeated.add(bare);
    seen.add(bare);
  }
  return repeated;
}

/** A title's last character on a row of its own has as many copies as the line above it. */
const isEndOfCopy = (lines: readonly TitleLine[], n: number, text: string): boolean =>
  n > 0 && isRepeated(lines[n].text, text) && !lines[n - 1].stack && lines[n].rows.length < lines[n - 1].rows.length;

/** Whether the text is so many times the unit, once or more often. */
const isRepeated = (unit: string, text: string): boolean =>
  text.length % unit.length === 0 && text === unit.repeat(text.length / unit.length);

/** Two characters may come twice by chance, or as the end of two lines. */
const LEAST_COPY = 3;

const isCopy = (a: string, b: string): boolean => bareOf(b).length >= LEAST_COPY && bareOf(a) === bareOf(b);

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
