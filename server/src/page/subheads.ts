import { isClosing, isInnerMark, isSentenceEnd } from '../text/characters';
import { measureOf } from './boundaries';
import { endsSentence, joinGain } from './continuity';
import type { Draft } from './draft';
import { indentOf } from './paragraphs';
import type { Row } from './rows';

/*
 * A subhead in the flow of a story: a row that is short although it ends no sentence, between a paragraph's end and a
 * paragraph's beginning. Text that reads on fills its column; so nothing else looks like that but verse and lists, whose
 * rows come in company.
 */

/**
 * A subhead leaves at least this many ems of its column free: a paragraph's first row, whose indent the extractor dropped,
 * leaves two, and marks and digits another two. And it has at least so many characters.
 */
const FREE = 4.5;
const LEAST = 4;
/** Rows on each side that tell the measure of the column, and how many there must be on both sides. */
const AROUND = 8;
const COMPANY = 2;
/** ln-probability gained by reading on, from which the row below continues the row. */
const READS_ON = 1;

/** The rows among a body's (indices in reading order) that are subheads. */
export function subheadsIn(page: Draft, rows: readonly number[]): number[] {
  return rows.filter(
    (_, k) => isSubhead(page, rows, k) && !isSubhead(page, rows, k - 1) && !isSubhead(page, rows, k + 1),
  );
}

function isSubhead(page: Draft, rows: readonly number[], k: number): boolean {
  if (k < COMPANY || k >= rows.length - COMPANY) return false;
  const all = page.sheet.rows;
  const row = all[rows[k]];
  const next = all[rows[k + 1]];
  if (isClosing(row.bare.charCodeAt(row.bare.length - 1)) && row.bare.startsWith('（')) return false;
  if (!endsSentence(all[rows[k - 1]].bare) || page.forms[rows[k]].tags.length > 0) return false;
  if (!isShort(all, rows, k) || isShort(all, rows, k + 1)) return false;
  return joinGain(row.bare, next.bare, page.roles.lexicon) < READS_ON && page.grams.across(row.bare, next.bare) === 0;
}

/** Whether the row leaves its column free although it ends no sentence and no part of one. */
function isShort(all: readonly Row[], rows: readonly number[], k: number): boolean {
  const row = all[rows[k]];
  const last = row.bare.charCodeAt(row.bare.length - 1);
  if (row.bare.length < LEAST || row.spread || isSentenceEnd(last) || isInnerMark(last) || endsSentence(row.bare))
    return false;
  const measure = measureOf(all, rows, Math.max(0, k - AROUND), Math.min(rows.length, k + AROUND));
  return measure - row.width - indentOf(row) >= FREE;
}
