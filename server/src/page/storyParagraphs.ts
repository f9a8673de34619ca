import type { Span } from '../text/span';
import type { Draft } from './draft';
import type { Fields } from './fields';
import { formSpans, saidIn } from './formSpans';
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
function standingApart(text: string, rows: readonly Row[], { bylines, jump, continued }: Fields): Span[] {
  const spans = rows.map(({ span }) => span);
  const held = (form: Form | null, said: string | null): Span[] =>
    form === null ? [] : form.lines.length === 2 ? formSpans(text, spans, form.span, said) : [form.span];
  return [
    ...bylines.filter(({ place }) => place !== 'lead').flatMap((form) => held(form, saidIn(form.parts))),
    ...held(jump, null),
    ...held(continued, null),
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
  const joining = { left: standingApart(page.sheet.text, own, fields), bylines };
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
