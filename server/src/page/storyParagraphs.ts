import type { Span } from '../text/span';
import type { Draft } from './draft';
import type { Fields } from './fields';
import type { Form } from './forms';
import type { Body } from './links';
import type { Paragraph } from './model';
import type { Ordered } from './ordered';
import { beginsParagraph, joinRows, verseRows } from './paragraphs';
import type { Row } from './rows';

/*
 * The paragraphs of a story, once its rows and its forms are known: what has its own field stands in none of them.
 */

/**
 * The rows of a story's text, and behind them those of the bylines that stand apart. A row that was set apart because it is
 * a name, but ends a byline which a row of the text begins, stands right behind that one.
 */
export function rowsOf({ forms }: Draft, { rows, asides }: Body): number[] {
  const all = [...rows];
  for (const { row } of asides) {
    const begins = all.findIndex((i) => forms[i].begun.some((form) => forms[row].ended.includes(form)));
    all.splice(begins < 0 ? all.length : begins + 1, 0, row);
  }
  return all;
}

/** What stands apart of the text (a byline in brackets at its end, a jump line) has its own fields. */
const standingApart = (rows: readonly Row[], { bylines, jump, continued }: Fields): Span[] =>
  [...bylines.filter(({ place }) => place !== 'lead'), jump, continued].flatMap((form) =>
    form ? ownSpans(rows, form) : [],
  );

/** What the form holds of the rows: one that goes on in another column's next row holds nothing of what stands between. */
function ownSpans(rows: readonly Row[], { span, lines }: Form): Span[] {
  const first = rows.find((row) => row.span.start <= span.start && span.start < row.span.end);
  const last = rows.find((row) => row.span.start < span.end && span.end <= row.span.end);
  if (!first || !last || first === last || lines.length !== 2) return [span];
  return [
    { start: span.start, end: first.span.end },
    { start: last.span.start, end: span.end },
  ];
}

/** Of a text whose forms do not count. */
export const NO_FIELDS: Fields = { bylines: [], dateline: null, lead: null, jump: null, continued: null, openings: [] };

/** The body's paragraphs in reading order, without what stands apart of them. */
export function paragraphsOf(page: Ordered, body: Body, fields: Fields): Paragraph[] {
  const rows = page.sheet.rows;
  const subheads = new Set(body.subheads);
  const groups: number[][] = [];
  const verse = verseRows(rows, body.rows);
  // What a dateline opens is no part of the paragraph above.
  const openings = new Set(fields.openings.map(({ span }) => span.start));
  const isApart = (i: number): boolean => verse.has(i) || page.listed.has(rows[i]?.line);
  const begins = (i: number, k: number): boolean => {
    const before = body.rows[k - 1];
    if (k === 0 || subheads.has(i) || subheads.has(before)) return true;
    if (isBroken(rows[before], rows[i], fields)) return false;
    if (isApart(i) || isApart(before) || openings.has(rows[i].compact.sourceOffset(0))) return true;
    return beginsParagraph(rows, body.rows, k);
  };
  body.rows.forEach((i, k) => {
    if (begins(i, k)) groups.push([i]);
    else groups[groups.length - 1].push(i);
  });
  const bylines = fields.bylines.flatMap(({ span, parts }) => parts.map(({ names }) => ({ span, names })));
  const own = rowsOf(page, body).map((i) => rows[i]);
  const joining = { left: standingApart(own, fields), bylines };
  return groups
    .map((group) => joinRows(rows, group, joining, subheads.has(group[0])))
    .filter(({ text }) => text !== '');
}

/** Whether a byline goes on from one row to the other: its second half looks like a list of names. */
const isBroken = (above: Row, below: Row, { bylines }: Fields): boolean =>
  bylines.some(
    ({ span, lines }) =>
      lines.includes(above.line) &&
      lines.includes(below.line) &&
      span.start < above.span.end &&
      below.span.start < span.end,
  );
