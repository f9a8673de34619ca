import { UnitSet } from '../text/unitSet';
import { bracketsOf } from './continuity';
import type { Draft } from './draft';
import type { Other } from './titlesApart';

/*
 * Lists of winners, timetables, prices: rows of a few fields, each to itself, that look as much like titles as like text.
 * Many of them right below one another are a list, and the row above them is what it is called.
 */

/** Row numbers. */
export interface Lists {
  readonly rows: ReadonlySet<number>;
  readonly heads: ReadonlySet<number>;
}

/** So many rows that hold a gap: titles have hardly as many lines with one each. */
const LEAST_ROWS = 3;
/** What is called so is short (ems). */
const WIDEST_HEAD = 20;

const NONE: Lists = { rows: new Set(), heads: new Set() };

/** The lists of a page. Between columns that were kept in their places there is a gap in every line. */
export function listsOf(page: Draft, other: Other): Lists {
  if (page.sheet.flowing.some(({ left }) => left !== null)) return NONE;
  const { flowing } = page.sheet;
  const rows = new Set<number>();
  const heads = new Set<number>();
  const isField = (i: number): boolean => hasFields(flowing[i].text) && mayBeListed(page, other, i);
  for (let first = 0; first < flowing.length; ) {
    let end = first;
    while (end < flowing.length && isField(end) && (end === first || flowing[end].gap <= 0)) end++;
    if (end - first >= LEAST_ROWS) {
      for (let i = first; i < end; i++) rows.add(i);
      if (headsList(page, other, first - 1, first)) heads.add(first - 1);
    }
    first = Math.max(end, first + 1);
  }
  return { rows, heads };
}

/** Whether gaps part fields, of which one may be a single character: letter-spaced titles and padded names have more. */
function hasFields(text: string): boolean {
  const fields = text.split(' ');
  return fields.length > 1 && fields.filter(({ length }) => length === 1).length < 2;
}

/** Whether a row holds no form, no mark of running text and no bracket left open: names of reporters have a gap, too. */
function mayBeListed({ forms, sheet }: Draft, other: Other, i: number): boolean {
  const row = sheet.flowing[i];
  if (forms[i].forms.length > 0 || other.isFurniture(i) || other.isCaption(i)) return false;
  const { open, closes } = bracketsOf(row.bare);
  return open.length === 0 && closes.length === 0 && !hasMark(row.bare);
}

function headsList(page: Draft, other: Other, i: number, first: number): boolean {
  if (i < 0) return false;
  const { forms, sheet } = page;
  const row = sheet.flowing[i];
  const isPlain = forms[i].forms.every(({ kind }) => kind === 'standing-head') && !hasMark(row.bare);
  const isSetApart = other.isAside(i) || other.isFurniture(i) || other.isCaption(i);
  return isPlain && !isSetApart && row.width <= WIDEST_HEAD && sheet.flowing[first].gap <= 0;
}

const MARKS = new UnitSet('，。；！？、');

function hasMark(bare: string): boolean {
  for (let i = 0; i < bare.length; i++) if (MARKS.has(bare.charCodeAt(i))) return true;
  return false;
}
