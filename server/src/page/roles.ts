import { isDigit, isHan, isInnerMark, isLatin } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import { UnitSet } from '../text/unitSet';
import { endingOf, endsSentence, GAIN_CAP, type Grams, Joins, kindOf } from './continuity';
import type { Row, Sheet } from './rows';
import { bin, type Emit, numbered, Prefixed } from './weights';
import { HalfEms } from './widths';

/** The classes that the first look at a row tells apart. */
export const KINDS = ['body', 'title', 'caption', 'byline', 'furniture'] as const;
export type Kind = (typeof KINDS)[number];

export interface RoleContext {
  readonly sheet: Sheet;
  readonly rows: readonly Row[];
  readonly lexicon: Lexicon;
  readonly grams: Grams;
  readonly joins: Joins;
  /** For each row, what the forms say of it: names like `byline own fills row`, `sure byline own` (formRows.ts). */
  readonly forms: readonly (readonly string[])[];
  /** Most frequent width (in half ems) of the rows around each row. */
  readonly measure: readonly number[];
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  readonly widthShare: ReadonlyMap<number, number>;
  /** Whether any rows are set apart by blank lines. */
  readonly spaced: boolean;
}

const AROUND = 6;

export function roleContext(
  sheet: Sheet,
  lexicon: Lexicon,
  grams: Grams,
  forms: readonly (readonly string[])[],
): RoleContext {
  const rows = sheet.rows;
  const widths = rows.map((row) => Math.round(row.width * 2) / 2);
  const share = new Map<number, number>();
  for (const w of widths) share.set(w, (share.get(w) ?? 0) + 1 / rows.length);
  const mode = (from: number, to: number): number => {
    const found = new HalfEms(2 * AROUND + 1);
    for (let i = Math.max(0, from); i < Math.min(rows.length, to); i++) if (widths[i] >= 5) found.add(widths[i]);
    return found.best;
  };
  return {
    sheet,
    rows,
    lexicon,
    grams,
    forms,
    measure: rows.map((_, i) => mode(i - AROUND, i + AROUND + 1)),
    forward: rows.map((_, i) => mode(i + 1, i + AROUND + 2)),
    backward: rows.map((_, i) => mode(i - AROUND - 1, i)),
    widthShare: share,
    joins: new Joins(rows, lexicon),
    spaced: sheet.padded || rows.some((row) => row.gap > 0),
  };
}

/** Edges (ems) of the classes of widths. */
export const WIDTHS = [1, 2, 3, 4, 6, 8, 10, 12, 14, 17, 20, 24, 30];
const RATIOS = [-8, -4, -2, -0.75, 0.75, 2, 4, 8];
/** Small words that headlines do without. */
export const SMALL_WORDS = new UnitSet('的了是在和与将对也都并就而把被这那他她我你们');

const WIDTH = numbered('width', WIDTHS);
const MEASURE = numbered('measure', RATIOS);
const FORWARD = numbered('forward', RATIOS);
const BACKWARD = numbered('backward', RATIOS);
const ENDS = new Prefixed('ends ');
const PREVIOUS_ENDS = new Prefixed('previous ends ');
const BEGINS = new Prefixed('begins ');
const PREVIOUS = new Prefixed('previous ');
const NEXT = new Prefixed('next ');

/** Everything the first look sees in one row. */
export function roleEvidence(context: RoleContext, i: number, emit: Emit): void {
  const { rows, forms } = context;
  const row = rows[i];
  const bare = row.bare;
  emit(WIDTH[bin(row.width, WIDTHS)]);
  measureEvidence(context, i, emit);
  markEvidence(bare, emit);
  wordEvidence(context, i, emit);
  gapEvidence(context, i, emit);
  for (const form of forms[i]) emit(form);
  if (i > 0) for (const form of forms[i - 1]) emit(PREVIOUS.of(form));
  if (i + 1 < rows.length) for (const form of forms[i + 1]) emit(NEXT.of(form));
  if (row.spread) emit('spread');
  if (row.indented) emit('indented');
  if (row.text !== bare) {
    const phrases = row.text.split(' ').length - 1;
    emit(`phrases${Math.min(phrases, 3)}`);
  }
  if (i < 3) emit('top of page');
  if (i >= rows.length - 3) emit('end of page');
  copyEvidence(rows, i, emit);
  continuityEvidence(context, i, emit);
}

function measureEvidence({ rows, measure, forward, backward, widthShare }: RoleContext, i: number, emit: Emit): void {
  const w = rows[i].width;
  emit(MEASURE[bin(w - measure[i], RATIOS)]);
  if (forward[i]) emit(FORWARD[bin(w - forward[i], RATIOS)]);
  if (backward[i]) emit(BACKWARD[bin(w - backward[i], RATIOS)]);
  emit('share of width', Math.log(0.003 + (widthShare.get(Math.round(w * 2) / 2) ?? 0)));
  const like = (k: number): boolean => k >= 0 && k < rows.length && Math.abs(rows[k].width - w) <= 0.5;
  const before = like(i - 1);
  const after = like(i + 1);
  if (before && after) emit('as wide as both neighbours');
  else if (before) emit('as wide as the row before');
  else if (after) emit('as wide as the row after');
  else if (i > 0 && i + 1 < rows.length && Math.abs(rows[i - 1].width - rows[i + 1].width) <= 0.5)
    emit('neighbours share a width that this row lacks');
  let same = 0;
  for (let k = i - 5; k <= i + 5; k++) if (k !== i && like(k)) same++;
  emit('rows of this width around', same / 10);
}

const FULL_STOP = 0x3002;
const COMMA = 0xff0c;
const HALF_WIDTH_COMMA = 0x2c;
const QUOTES = new UnitSet('“《"');
const ASKS = new UnitSet('？！?!');

function markEvidence(bare: string, emit: Emit): void {
  emit(ENDS.of(endingOf(bare)));
  emit(BEGINS.of(kindOf(bare.charCodeAt(0))));
  let ends = 0;
  let commas = 0;
  let pauses = 0;
  let digits = 0;
  let latin = 0;
  let functions = 0;
  let han = 0;
  let quotes = 0;
  for (let i = 0; i < bare.length; i++) {
    const unit = bare.charCodeAt(i);
    if (isHan(unit)) {
      han++;
      if (SMALL_WORDS.has(unit)) functions++;
    } else if (unit === FULL_STOP) ends++;
    else if (unit === COMMA || unit === HALF_WIDTH_COMMA) commas++;
    else if (isInnerMark(unit)) pauses++;
    else if (isDigit(unit)) digits++;
    else if (isLatin(unit)) latin++;
    else if (QUOTES.has(unit)) quotes++;
  }
  const last = bare.charCodeAt(bare.length - 1);
  if (ends > (last === FULL_STOP ? 1 : 0)) emit('full stop inside');
  if (ends > 0) emit('full stop');
  if (commas > 0) emit('comma');
  if (commas > 1) emit('two commas');
  if (commas === 0 && pauses === 0 && ends === 0) emit('no mark');
  if (pauses > 0) emit('pause');
  if (pauses > 1) emit('two pauses');
  if (quotes > 0) emit('quotation or book title');
  if (ASKS.has(last)) emit('ends with ? or !');
  const n = bare.length;
  emit('digits', digits / n);
  emit('Latin', latin / n);
  emit('function characters', functions / Math.max(1, han));
  if (functions === 0 && han >= 6) emit('no function character');
  if (han === 0) emit('no Han');
  if (han / n < 0.5) emit('few Han');
  if (bare.startsWith('——')) emit('begins with a dash');
}

function wordEvidence({ rows, lexicon, grams }: RoleContext, i: number, emit: Emit): void {
  const bare = rows[i].bare;
  const recurring = grams.recurring(i);
  if (recurring !== null) emit('recurring bigrams', recurring);
  let han = 0;
  let single = 0;
  for (let k = 0; k < bare.length; ) {
    if (!isHan(bare.charCodeAt(k))) {
      k++;
      continue;
    }
    const end = lexicon.longestWordAt(bare, k, Math.min(bare.length, k + 4));
    han += end - k;
    if (end === k + 1) single++;
    k = end;
  }
  if (han >= 4) emit('characters in no word', single / han);
}

function gapEvidence({ rows, sheet, spaced }: RoleContext, i: number, emit: Emit): void {
  const before = i === 0 ? 9 : rows[i].gap;
  const after = i + 1 < rows.length ? rows[i + 1].gap : 9;
  if (!spaced) {
    emit('page without gaps');
    return;
  }
  if (before > 0) emit('gap before');
  if (after > 0) emit('gap after');
  if (before > 0 && after > 0) emit('alone between gaps');
  if (sheet.padded && before < 0) emit('in one box with the row before');
  if (sheet.padded && after < 0) emit('in one box with the row after');
  if (before > 0 && after <= 0) {
    let size = 1;
    while (size < 5 && i + size < rows.length && rows[i + size].gap <= 0) size++;
    emit(`head of a block of ${size}`);
  }
}

function copyEvidence(rows: readonly Row[], i: number, emit: Emit): void {
  const bare = rows[i].bare;
  if (bare.length >= 3) {
    for (let k = 1; k <= 4; k++) {
      if (i - k >= 0 && rows[i - k].bare === bare) emit('copy of a row above');
      if (i + k < rows.length && rows[i + k].bare === bare) emit('copied below');
    }
  }
  const half = bare.length / 2;
  if (bare.length >= 8 && bare.length % 2 === 0 && bare.slice(0, half) === bare.slice(half)) emit('doubled in itself');
  if (rows[i].width <= 1) {
    let run = 1;
    for (let k = i - 1; k >= 0 && rows[k].width <= 1 && run < 6; k--) run++;
    for (let k = i + 1; k < rows.length && rows[k].width <= 1 && run < 6; k++) run++;
    emit(`stack of ${run}`);
  }
}

const REACH = 6;
/** A gain (ln P) below this is no word that a line's end cut. */
export const SOME_GAIN = 1;

/** What the row gains by reading on from one of the rows above, and into one of those below, at most. */
function bestGains(rows: readonly Row[], joins: Joins, i: number): [above: number, below: number] {
  let above = 0;
  let below = 0;
  for (let k = 1; k <= REACH; k++) {
    if (i - k >= 0) above = Math.max(above, joins.gain(i - k, i));
    if (i + k < rows.length) below = Math.max(below, joins.gain(i, i + k));
  }
  return [above, below];
}

/** Whether no row near by reads on in this one, or this one in it, by a word that a line's end cut. */
export const joinsNoRow = ({ rows, joins }: RoleContext, i: number): boolean =>
  bestGains(rows, joins, i).every((gain) => gain < SOME_GAIN);

function continuityEvidence({ rows, grams, joins }: RoleContext, i: number, emit: Emit): void {
  const row = rows[i];
  const before = i > 0 ? joins.gain(i - 1, i) : 0;
  const after = i + 1 < rows.length ? joins.gain(i, i + 1) : 0;
  emit('joins the row before', before / GAIN_CAP);
  emit('joins the row after', after / GAIN_CAP);
  const [bestBefore, bestAfter] = bestGains(rows, joins, i);
  emit('joins a row above', bestBefore / GAIN_CAP);
  emit('joins a row below', bestAfter / GAIN_CAP);
  if (bestBefore < SOME_GAIN && bestAfter < SOME_GAIN) emit('joins no row');
  if (i > 0 && i + 1 < rows.length) {
    emit('neighbours join across it', joins.gain(i - 1, i + 1) / GAIN_CAP);
    if (grams.across(rows[i - 1].bare, rows[i + 1].bare) > 0) emit('an n-gram spans it');
  }
  if (i > 0) {
    emit(PREVIOUS_ENDS.of(endingOf(rows[i - 1].bare)));
    if (endsSentence(rows[i - 1].bare) && !endsSentence(row.bare)) emit('previous ended, this does not');
  }
  if (i + 1 < rows.length && rows[i + 1].indented) emit('next is indented');
}
