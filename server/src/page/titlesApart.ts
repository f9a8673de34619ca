import { isHan, isInnerMark, isOpening } from '../text/characters';
import { UnitSet } from '../text/unitSet';
import { bracketsOf, endsSentence, kindOf } from './continuity';
import type { Draft } from './draft';
import { joinsNoRow, SMALL_WORDS } from './roles';
import { opensStory } from './sequels';

/*
 * What stands above and below a row tells whether it can belong to the text: what no text touches is a title's, what begins
 * the text right below it is none. The counts are of text layers that took no part in learning the odds.
 */

/** What of the rows that are no title's is no text either. */
export interface Other {
  /** A name set apart. */
  readonly isAside: (i: number) => boolean;
  readonly isCaption: (i: number) => boolean;
  readonly isFurniture: (i: number) => boolean;
}

/** The odds of a row that no text stands beside: of 97 that became a title's so 92 were. */
const APART = 0.94;
/** It needs these odds of the first look where no text follows it … */
const NO_TEXT_BELOW = 0.02;
/** … these where none comes before, or where a story begins below … */
const NO_TEXT_ABOVE = 0.06;
/** … and these above a name on a row of its own, where it is wider (ems) than names are. */
const SIGNED = 0.003;
const SIGNED_WIDTH = 6;
/** Fewer Han characters are rather a torn word or a name, and tell nothing by the lack of small words. */
const LEAST_HAN = 4;
const DENSE_HAN = 6;

/** Raises the odds of rows that no text stands beside. */
export function raiseApart(page: Draft, title: readonly number[], other: Other): number[] {
  const around = new Around(page, title, other);
  return title.map((p, i) => (p <= 0.5 && standsApart(around, p, i) ? APART : p));
}

function standsApart(around: Around, p: number, i: number): boolean {
  const { page } = around;
  if (p < SIGNED || around.isLone || around.other.isCaption(i) || !mayBeTitle(page, i, LEAST_HAN)) return false;
  const row = page.sheet.rows[i];
  const begins = !around.isText(i - 1) || endsSentence(page.sheet.rows[i - 1].bare);
  if (p > NO_TEXT_BELOW && begins && around.isNoText(i + 1) && isDense(row.bare)) return true;
  if (!joinsNoRow(page.roles, i)) return false;
  if (around.isAside(i + 1) && row.width > SIGNED_WIDTH) return true;
  if (p <= NO_TEXT_ABOVE || around.isIndented(i) || around.isBelowByline(i)) return false;
  const below = page.sheet.rows[i + 1]?.bare ?? '';
  if (around.isText(i - 1)) return begins && opensBelow(page, i);
  return !isOpening(below.charCodeAt(0)) && !(fillsColumn(page, i) && fillsColumn(page, i + 1));
}

/** Whether a row is as wide as the rows around it: where the next one is so, too, the two are text. */
const fillsColumn = ({ roles, sheet }: Draft, i: number): boolean =>
  i < sheet.flowing.length && Math.abs(roles.measure[i] - sheet.flowing[i].width) < FILLED;
const FILLED = 1;

const opensBelow = ({ forms, sheet }: Draft, i: number): boolean =>
  i + 1 < sheet.flowing.length && opensStory(forms[i + 1]);

/** Marks that a row which may be a title's has not: hardly a headline has them. */
const OF_SENTENCES = new UnitSet('。！；，（(');

/** Whether a row holds no form and no mark of a sentence, and at least so many Han characters. */
export function mayBeTitle({ forms, sheet }: Draft, i: number, leastHan: number): boolean {
  const { bare } = sheet.rows[i];
  if (forms[i].tags.length > 0 || hanWithout(bare, OF_SENTENCES) < leastHan) return false;
  const last = bare.charCodeAt(bare.length - 1);
  const { open, closes } = bracketsOf(bare);
  return !isInnerMark(last) && kindOf(last) !== 'dash' && open.length === 0 && closes.length === 0;
}

/** Headlines do without 的, 了 and 在, text hardly. */
const isDense = (bare: string): boolean => hanWithout(bare, SMALL_WORDS) >= DENSE_HAN;

/** How many Han characters a text has; none that counts where it has one of some units. */
function hanWithout(text: string, units: UnitSet): number {
  let han = 0;
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    if (units.has(unit)) return 0;
    if (isHan(unit)) han++;
  }
  return han;
}

/** A row no wider than this (ems) that begins with no Han, between text and right above more of it without a form, is text … */
const SHORT = 10;
/** … and so is, unless it is surer than this of being a title's, what a dropped indent makes short: of 41 rows of both kinds 39 were. */
const DOUBTFUL = 0.85;
/** The odds of a title that a row has which turned out to be text. */
export const LOWERED = 0.05;

/** Lowers the odds of rows that begin the text right below them; `first` are the odds of the first look. */
export function lowerAboveText(
  page: Draft,
  title: readonly number[],
  first: readonly number[],
  other: Other,
): number[] {
  const around = new Around(page, title, other);
  return title.map((p, i) => (p > 0.5 && beginsText(around, first[i], i) ? LOWERED : p));
}

function beginsText(around: Around, first: number, i: number): boolean {
  const { page, other } = around;
  const { rows } = page.sheet;
  const isPlain = page.forms[i].tags.length === 0 && page.forms[i + 1]?.tags.length === 0;
  const isBelowText = i > 0 && !other.isFurniture(i - 1) && !other.isAside(i - 1);
  if (!isPlain || !isBelowText || !around.isText(i + 1) || rows[i + 1].gap > 0) return false;
  if (rows[i].width <= SHORT && !isHan(rows[i].bare.charCodeAt(0)) && !around.isTitle(i - 1)) return true;
  return first < DOUBTFUL && around.isText(i + 2) && around.isShort(i);
}

/** Rows above and below of which the widest shows the measure of the text. */
const REACH = 6;
/** By so many ems the first row of a paragraph is short where the extractor dropped its indent. */
const INDENT = { least: 1.25, most: 3.75 };
const isIndent = (ems: number): boolean => ems >= INDENT.least && ems <= INDENT.most;

/** What the rows around a row are. Indices beyond the page's rows may be asked for. */
class Around {
  private readonly count: number;

  constructor(
    readonly page: Draft,
    private readonly title: readonly number[],
    readonly other: Other,
  ) {
    this.count = page.sheet.flowing.length;
  }

  /** Whether the page has no other row. */
  get isLone(): boolean {
    return this.count <= 1;
  }

  isTitle(i: number): boolean {
    return this.has(i) && this.title[i] > 0.5;
  }

  isAside(i: number): boolean {
    return this.has(i) && this.other.isAside(i);
  }

  isText(i: number): boolean {
    return this.has(i) && !this.isNoText(i) && !this.other.isCaption(i);
  }

  /** Whether there is a title, a name set apart, furniture or nothing; a caption may interrupt a text. */
  isNoText(i: number): boolean {
    return !this.has(i) || this.isTitle(i) || this.isAside(i) || this.other.isFurniture(i);
  }

  /** Whether a name stands right above that has a title or a blank line above it: what is below it is text, or verse. */
  isBelowByline(i: number): boolean {
    const { rows } = this.page.sheet;
    return this.isAside(i - 1) && rows[i].gap <= 0 && (this.isTitle(i - 2) || rows[i - 1].gap > 0);
  }

  /** Whether a row falls short of the text around it by an indent. */
  isShort(i: number): boolean {
    const { rows } = this.page.sheet;
    let widest = 0;
    for (let k = Math.max(0, i - REACH); k <= i + REACH; k++)
      if (k !== i && this.isText(k)) widest = Math.max(widest, rows[k].width);
    return isIndent(widest - rows[i].width);
  }

  /** … or of the text below it. */
  isIndented(i: number): boolean {
    const { rows } = this.page.sheet;
    return this.isShort(i) || (this.isText(i + 1) && isIndent(rows[i + 1].width - rows[i].width));
  }

  private has(i: number): boolean {
    return i >= 0 && i < this.count;
  }
}
