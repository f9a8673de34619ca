import { isInnerMark } from '../text/characters';
import { UnitSet } from '../text/unitSet';
import { bracketsOf, endsSentence } from './continuity';
import type { Draft } from './draft';
import { SOME_GAIN } from './roles';
import type { Row } from './rows';
import { opensStory } from './sequels';
import type { Other } from './titlesApart';

/*
 * Where blank lines part the blocks of a page, a title stands below one, as a whole, and its text right below it or in the
 * next block. One row may look like text by its marks or its width; all of them together, and what follows, do not.
 */

/** Rows `first` to before `end`, which are one title; `end` is the row below it. */
export interface BlockHead {
  readonly first: number;
  readonly end: number;
}

/** A title has hardly more lines. */
const MOST_LINES = 4;
/** A row that leaves more room (ems) than an indent in the column of the text below, or is wider by so much, is none of its rows. */
const ROOM = 3.75;
const WIDER = 1.5;
/** The rows of a text whose widest shows its column. */
const ROWS_OF_TEXT = 3;
/** A character alone is what is left of a torn or vertical title. */
const LEAST = 2;
/** No column is narrower. */
const LEAST_COLUMN = 7;

/** `odds` are those of a title by the first look. */
export function blockHeads(page: Draft, odds: readonly number[], other: Other): BlockHead[] {
  const { flowing, padded } = page.sheet;
  if (page.ocr || padded || !page.roles.spaced || flowing.some(({ left }) => left !== null)) return [];
  const look = new Look(page, odds, other);
  return flowing.flatMap((_, first) => {
    const end = look.headEnd(first);
    return end === null ? [] : [{ first, end }];
  });
}

class Look {
  private readonly rows: readonly Row[];

  constructor(
    private readonly page: Draft,
    private readonly odds: readonly number[],
    private readonly other: Other,
  ) {
    this.rows = page.sheet.flowing;
  }

  /** The row below the title that begins with row `first`; null where none does. */
  headEnd(first: number): number | null {
    if (!this.isBelowBlank(first)) return null;
    for (let end = first + 1; end <= first + MOST_LINES && this.mayBelong(end - 1); end++) {
      if (end >= this.rows.length) return null;
      if (this.isAboveText(first, end) && this.begins(first, end)) return this.isWhole(first, end) ? end : null;
      if (this.rows[end].gap > 0) return null;
    }
    return null;
  }

  private isBelowBlank(i: number): boolean {
    return i === 0 || this.rows[i].gap > 0;
  }

  /** Whether a row holds nothing that titles have not. */
  private mayBelong(i: number): boolean {
    const { forms, listed, sheet } = this.page;
    const { bare, line } = sheet.flowing[i];
    const isPlain = forms[i].forms.every(({ kind }) => kind === 'standing-head');
    if (!isPlain || listed.has(line) || this.isSetApart(i) || count(bare, OF_SENTENCES) > 0) return false;
    const commas = count(bare, COMMAS);
    return commas === 0 || (commas === 1 && this.odds[i] >= OF_CLAUSE);
  }

  private isText(i: number): boolean {
    return !this.isSetApart(i) && this.odds[i] <= 0.5;
  }

  private isSetApart(i: number): boolean {
    return this.other.isAside(i) || this.other.isCaption(i) || this.other.isFurniture(i);
  }

  /** Whether a story opens in row `end`, or text that fills its column and that no row from `first` on is of. */
  private isAboveText(first: number, end: number): boolean {
    if (this.opens(end) && (this.rows[end].gap <= 0 || this.isNoneOf(first, end, this.page.roles.measure[first])))
      return true;
    const column = this.columnAt(end);
    if (column < LEAST_COLUMN || !this.isText(end) || this.rows[end].width < column - ROOM) return false;
    if (this.page.roles.joins.gain(end - 1, end) >= SOME_GAIN) return false;
    return this.isNoneOf(first, end, column);
  }

  private isNoneOf(first: number, end: number, column: number): boolean {
    return this.rows.slice(first, end).every((row) => {
      const width = this.printedWidth(row);
      return width < column - ROOM || width > column + WIDER;
    });
  }

  /** Full-width digits take an em each; a row that is short without them is not short in print. */
  private printedWidth({ span, width }: Row): number {
    let wide = 0;
    for (let i = span.start; i < span.end; i++) if (isFullWidth(this.page.sheet.text.charCodeAt(i))) wide++;
    return width + wide / 2;
  }

  /** A lead, or who wrote it: text does not break off above it. */
  private opens(i: number): boolean {
    return opensStory(this.page.forms[i]) || this.other.isAside(i) || this.page.forms[i].tags.includes(OWN_BYLINE);
  }

  /** How wide the text is that begins in row i; 0 where it has one row only. */
  private columnAt(i: number): number {
    let widest = 0;
    for (let k = i + 1; k < i + ROWS_OF_TEXT && k < this.rows.length; k++) {
      if (this.rows[k].gap > 0 || this.opens(k)) break;
      widest = Math.max(widest, this.rows[i].width, this.rows[k].width);
    }
    return widest;
  }

  /** Whether what stands above has ended: text that breaks off at a column's end fills its last row. */
  private begins(first: number, end: number): boolean {
    const above = first - 1;
    if (above < 0 || this.isSetApart(above)) return true;
    const { bare, line, width } = this.rows[above];
    const column = Math.min(this.columnAt(end), this.page.roles.measure[above]);
    return endsSentence(bare) || this.page.listed.has(line) || width < column - ROOM;
  }

  /** Whether the rows leave no bracket open and do not break off at a mark. */
  private isWhole(first: number, end: number): boolean {
    const text = this.rows
      .slice(first, end)
      .map(({ bare }) => bare)
      .join('');
    const { open, closes } = bracketsOf(text);
    return (
      text.length >= LEAST && open.length === 0 && closes.length === 0 && !isInnerMark(text.charCodeAt(text.length - 1))
    );
  }
}

/** As the forms name it. */
const OWN_BYLINE = 'byline own fills row';

/** Full-width digits and letters. */
const isFullWidth = (unit: number): boolean =>
  (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a);

/** A row with a comma needs these odds; hardly a headline has two. */
const OF_CLAUSE = 0.01;
const COMMAS = new UnitSet('，,');

/** Marks that no title has. */
const OF_SENTENCES = new UnitSet('。；');

function count(text: string, units: UnitSet): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (units.has(text.charCodeAt(i))) found++;
  return found;
}
