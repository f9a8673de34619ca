import type { Lexicon } from '../text/lexicon';
import { endingOf, GAIN_CAP, joinGain, kindOf } from './continuity';
import type { Draft } from './draft';
import { hasForm } from './formRows';
import type { Ordered } from './ordered';
import { perObject } from './perObject';
import { isGlued } from './rows';
import { bareOf, type TitleLine, titleLines } from './titleLines';
import { bin, type Emit, sigmoid, type WeightTable, weigh } from './weights';
import type { Bag } from './words';

/** Title lines that stand together: kicker, headline and deck of one story. */
export interface TitleBlock {
  readonly lines: readonly TitleLine[];
  readonly rows: readonly number[];
  /** Where it stands: right before row `last` + 1 and right after row `first` - 1; a headline beside rows stands before the first of them. */
  readonly first: number;
  readonly last: number;
  readonly bag: Bag;
  readonly odds: number;
  /** Lines above which another block ended: the two were gathered to one title. */
  readonly seams: readonly TitleLine[];
}

export type Part = 'kicker' | 'headline' | 'deck';

/** OCR reads the dashes before a deck as the number one. */
export const beginsWithDash = ({ text }: TitleLine): boolean =>
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

/**
 * Whether two title lines head one block of text: they are one title, unless rows of two columns alternate below it, which may
 * have a title each.
 */
export function headTogether({ headEnds, previous, title }: Heads, u: TitleLine, v: TitleLine): boolean {
  const end = headEnds?.get(u.rows[0]);
  if (end === undefined || headEnds?.get(v.rows[0]) !== end) return false;
  return previous?.get(end + 1) === end || (title?.[end + 1] ?? 0) > 0.5;
}

type Heads = Partial<Pick<Ordered, 'headEnds' | 'previous' | 'title'>>;

export function titleBlocks(page: Draft & Heads, title: readonly number[], table: WeightTable): TitleBlock[] {
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
      (headTogether(page, before, line) ||
        sigmoid(weigh(table, (emit) => togetherEvidence(page, before, line, emit))) > 0.5)
    )
      block.push(line);
    else blocks.push([line]);
  });
  return blocks.map((block) => makeBlock(page, block, title));
}

/** Whether two title lines cannot be one title's: they head columns side by side, or a caption ends between them. */
export function isParted(page: Draft, u: TitleLine, v: TitleLine): boolean {
  if (u.beside !== null || v.beside !== null) return true;
  const rows = page.sheet.rows;
  const [last, first] = [u.rows[u.rows.length - 1], v.rows[0]];
  if (rows[last].line === rows[first].line) return isGlued(rows);
  for (let i = last + 1; i < first; i++) if (hasForm(page.forms[i], 'caption-credit')) return true;
  return false;
}

/** Lines of one block have at most this many rows of text between them, less one. */
export const MAX_STEPS = 3;

/** Where a line stands among the rows: see TitleBlock. */
export const startOf = ({ rows, beside }: TitleLine): number => beside ?? rows[0];
const endOf = ({ rows, beside }: TitleLine): number => (beside === null ? Math.max(...rows) : beside - 1);

export function makeBlock(
  page: Draft,
  lines: readonly TitleLine[],
  title: readonly number[],
  seams: readonly TitleLine[] = [],
): TitleBlock {
  const rows = lines.flatMap((line) => line.rows).sort((a, b) => a - b);
  const [first, last] = [Math.min(...lines.map(startOf)), Math.max(...lines.map(endOf))];
  return {
    lines,
    rows,
    first,
    last,
    bag: page.words.bag(lines.map((line) => bareOf(line.text))),
    odds: lines.some(({ beside }) => beside !== null) ? 1 : Math.max(...rows.map((i) => title[i])),
    seams,
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

/**
 * Characters that a headline has at least, marks aside: fewer are the remains of a vertical or torn one. No headline of the
 * annotated pages has fewer than three; of a text layer two are believed.
 */
const LEAST = 2;
const LEAST_OCR = 3;
/** In a title that OCR turned to junk this share of the Han characters and more stand in no word … */
const JUNK = 0.6;
/** … and are no everyday words by themselves either (走, 好): ln P a character, cut into words as likely as can be. */
const UNLIKELY = -7;

/** Whether too little is left of a title to print it: then no headline is better than the remains. */
export const isJunk = (page: Draft, block: TitleBlock): boolean => isRemains(block, page);

/** Each block, which is of one page, is asked about with every story. */
const isRemains = perObject((block: TitleBlock, page: Draft): boolean => {
  const text = block.lines.map((line) => line.text).join('');
  if (!page.ocr) return text.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST;
  const han = text.replace(/\P{Script=Han}/gu, '');
  const { lexicon } = page.roles;
  if (han.length < LEAST_OCR) return true;
  return aloneIn(han, lexicon) >= JUNK * han.length && lexicon.bestPath(han) < UNLIKELY * han.length;
});

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
