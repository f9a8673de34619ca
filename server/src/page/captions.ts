import { endsSentence, GAIN_CAP, joinGain } from './continuity';
import type { Draft } from './draft';
import { hasForm } from './formRows';
import type { CaptionCreditForm, Form } from './forms';
import { KINDS } from './roles';
import { isUnwrapped } from './rows';
import { bin, type Emit, type WeightTable, weigh } from './weights';

/*
 * Captions are found from their end: a credit (记者 X 摄) closes them, and rows above belong to them as long as they read
 * on and keep the caption's width.
 */

const CAPTION = KINDS.indexOf('caption');
const TITLE = KINDS.indexOf('title');

/** A row closes a caption where a credit of at least these log-odds ends in it … */
const SURE_CREDIT = 3;
/** … or a weaker one where the row looks like a caption, or the row looks so much like one that no credit is needed. */
const LIKELY = 0.3;
const UNLIKELY = 0.05;
const VERY_LIKELY = 0.75;
/** Longer captions were not seen. */
const MAX_ROWS = 10;
/**
 * A row less than this much wider (ems) than the row above stands in its column. Where nobody is credited (新华社发), which
 * speaks less for a caption, the row above may be a text's first one, whose indent is no part of its width.
 */
const SAME_COLUMN = 2;
const SAME_COLUMN_INDENTED = 4;

/** Evidence that row `above` belongs to the caption whose first row so far is `first` and whose last one is `last`. */
export function captionEvidence(
  page: Draft,
  odds: readonly (readonly number[])[],
  above: number,
  first: number,
  last: number,
  emit: Emit,
): void {
  const rows = page.sheet.rows;
  const a = rows[above];
  const b = rows[first];
  emit('caption odds', Math.log((odds[above][CAPTION] + 0.01) / (1.01 - odds[above][CAPTION])) / 3);
  emit('odds of the row below', Math.log((odds[first][CAPTION] + 0.01) / (1.01 - odds[first][CAPTION])) / 3);
  if (odds[above][TITLE] > 0.5) emit('a title');
  if (hasForm(page.forms[above], 'caption-credit')) emit('another credit');
  emit(`gap ${bin(b.gap, [-1, 0, 1])}${page.sheet.padded ? ', padded' : ''}`);
  const gain = joinGain(a.bare, b.bare, page.roles.lexicon);
  emit('join gain', gain / GAIN_CAP);
  if (gain > 0.5) emit('some gain');
  if (page.grams.across(a.bare, b.bare) > 0) emit('an n-gram spans the break');
  const ended = endsSentence(a.bare);
  emit(ended ? 'ended' : 'open');
  const width = Math.max(...rows.slice(first, last + 1).map((row) => row.width));
  const alone = first === last;
  emit(
    `${alone ? 'one row' : 'several rows'}, ${ended ? 'ended' : 'open'}, width differs ${bin(a.width - width, [-6, -2.5, -1.25, -0.5, 0.5, 1.25, 2.5, 6])}`,
  );
  emit(`width ${bin(a.width, [8, 14, 20, 26, 34])}`);
  emit(`row ${Math.min(last - first + 1, 6)}`);
  const text = rows
    .slice(first, last + 1)
    .map((row) => row.bare)
    .join('');
  if (text.includes('图为')) emit('the cue stands below');
  if (b.width < 8) emit('only a credit below');
  const measure = page.roles.measure[above];
  emit(`wider than its column by ${bin(a.width - measure, [-2.5, -0.5, 0.5, 2.5])}`);
  for (const tag of page.forms[above].tags) if (!tag.includes('caption')) emit('another form');
}

/** Groups of adjacent rows, each a caption with its credit; what only closes a text with a credit is none. */
export function findCaptions(page: Draft, odds: readonly (readonly number[])[], table: WeightTable): number[][] {
  const groups: number[][] = [];
  const pointed = pointedCaptions(page);
  let free = 0;
  page.sheet.rows.forEach((_, last) => {
    const from = pointed.get(last);
    if (from !== undefined) {
      groups.push(Array.from({ length: last - from + 1 }, (_, k) => from + k));
      free = last + 1;
    }
    if (last < free || !closesCaption(page, odds, last)) return;
    let first = last;
    while (first - 1 >= free && last - first + 1 < MAX_ROWS && !beginsCaption(page, first)) {
      const above = first - 1;
      if (weigh(table, (emit) => captionEvidence(page, odds, above, first, last, emit)) < 0) break;
      first = above;
    }
    first = Math.max(free, sentenceStart(page, odds, first));
    if (closesText(page, odds, first, last)) return;
    groups.push(Array.from({ length: last - first + 1 }, (_, k) => first + k));
    free = last + 1;
  });
  return groups;
}

/** A caption's sentence runs over hardly more rows after its first. */
const ROWS_OF_SENTENCE = 3;

/**
 * Where a caption begins that would begin at `first`: on a page whose blocks blank lines part it does not begin amid the first
 * sentence of its block, unless a title stands there.
 */
function sentenceStart({ roles, sheet, ocr }: Draft, odds: readonly (readonly number[])[], first: number): number {
  if (ocr || sheet.padded || !roles.spaced) return first;
  const { rows } = sheet;
  for (let i = first; i > 0 && i >= first - ROWS_OF_SENTENCE; i--) {
    const isTitle = i < first && (odds[i][TITLE] > MAYBE_TITLE || rows[i].width < rows[first].width - SAME_COLUMN);
    // Columns that were glued have one block.
    const isBeside = rows[i].line === rows[i - 1].line;
    if (isTitle || isBeside || (rows[i].gap <= 0 && endsSentence(rows[i - 1].bare))) return first;
    if (rows[i].gap > 0) return i;
  }
  return first;
}

/** A row with these odds is left to the titles: a caption needs no more of it than the sentence. */
const MAYBE_TITLE = 0.1;

/** Marks that point at a picture; ▲ begins the items of a round-up, too. */
const POINTERS = '▶◀▼►◄';
const UPWARDS = '▲';

/** By its last row, the first row of each caption without a credit that points at its picture: ▶ and a sentence. */
function pointedCaptions({ forms, sheet }: Draft): ReadonlyMap<number, number> {
  const marks = forms.map(({ begun }) =>
    begun.map((form) => (form.kind === 'caption-cue' && form.atLineStart ? form.text : '')).join(''),
  );
  const isPointer = (mark: string): boolean => mark !== '' && POINTERS.includes(mark);
  const points = marks.some(isPointer);
  const found = new Map<number, number>();
  marks.forEach((mark, first) => {
    if (!(isPointer(mark) || (mark === UPWARDS && points))) return;
    let last = first;
    const isOpen = (i: number): boolean => !endsSentence(sheet.rows[i].bare);
    while (isOpen(last) && last - first < ROWS_OF_SENTENCE && last + 1 < sheet.flowing.length && marks[last + 1] === '')
      last++;
    const signed = forms.slice(first, last + 2).some((row) => hasForm(row, 'caption-credit'));
    if (!isOpen(last) && !signed) found.set(last, first);
  });
  return found;
}

/** ▲ and 上图： stand at the beginning of a caption, 图为 also behind a sentence of it. */
const beginsCaption = ({ forms, profile }: Draft, i: number): boolean =>
  forms[i].begun.some((form) => form.kind === 'caption-cue' && form.atLineStart && !profile.cuesInside.has(form.text));

/**
 * Whether the rows first..last, right below a row of text, only close it: a caption does not begin amid a sentence of its
 * column or amid a credit. Of 26 such on annotated pages and their other extractions none was a whole caption.
 */
function closesText(page: Draft, odds: readonly (readonly number[])[], first: number, last: number): boolean {
  const { rows } = page.sheet;
  const above = first - 1;
  if (above < 0 || rows[first].gap !== 0 || odds[above][TITLE] > 0.5) return false;
  if (page.forms[above].ended.some(isCredit)) return false;
  if (page.forms[above].forms.some(isCredit)) return true;
  if (odds[first][CAPTION] > 0.5 || endsSentence(rows[above].bare)) return false;
  const width = Math.max(...rows.slice(first, last + 1).map((row) => row.width));
  const named = page.forms[last].ended.some((form) => isCredit(form) && form.names.length > 0);
  return width < rows[above].width + (named ? SAME_COLUMN : SAME_COLUMN_INDENTED);
}

const isCredit = (form: Form): form is CaptionCreditForm => form.kind === 'caption-credit';

export function closesCaption(page: Draft, odds: readonly (readonly number[])[], i: number): boolean {
  const credits = page.forms[i].forms.filter(isCredit);
  const ends = credits.filter(
    (form) => form.lines[form.lines.length - 1] === page.sheet.rows[i].line && form.atLineEnd,
  );
  const surest = Math.max(-9, ...ends.map(({ score }) => score));
  const caption = odds[i][CAPTION];
  // The last row of a wide caption may look like text by its width.
  const ofCaption = i > 0 && odds[i - 1][CAPTION] > VERY_LIKELY && !hasForm(page.forms[i - 1], 'caption-credit');
  if ((surest >= SURE_CREDIT && (caption > UNLIKELY || ofCaption)) || (surest > 0 && caption > LIKELY)) return true;
  return (
    caption > VERY_LIKELY &&
    !isUnwrapped(page.sheet.rows[i]) &&
    (i + 1 >= odds.length || odds[i + 1][CAPTION] < LIKELY) &&
    endsSentence(page.sheet.rows[i].bare) &&
    isPointedAt(page, i)
  );
}

/** Whether 图为 or its like stands in the row or a few rows above: the width alone makes no caption of a page's only row. */
const isPointedAt = ({ forms }: Draft, i: number): boolean =>
  forms.slice(Math.max(0, i - ROWS_OF_SENTENCE), i + 1).some((row) => hasForm(row, 'caption-cue'));
