import { indexAt } from '../text/lines';
import type { Form } from './forms';
import type { Row } from './rows';

/** What the forms say of one row, as names of evidence, and the forms that stand in it. */
export interface FormRow {
  readonly tags: readonly string[];
  readonly forms: readonly Form[];
  /** Those that begin here, and those that end here: a form may be broken over rows. */
  readonly begun: readonly Form[];
  readonly ended: readonly Form[];
}

export const NO_FORMS: FormRow = { tags: [], forms: [], begun: [], ended: [] };

/** A form with at least these log-odds counts as sure. */
const SURE = 2.5;

/** Sorts the forms of a page to its rows. A form over several rows counts for each. */
export function formRows(rows: readonly Row[], forms: readonly Form[]): FormRow[] {
  const found = rows.map((): { tags: string[]; forms: Form[]; begun: Form[]; ended: Form[] } => ({
    tags: [],
    forms: [],
    begun: [],
    ended: [],
  }));
  for (const form of forms) {
    for (
      let i = Math.max(0, indexAt(rows, form.span.start));
      i < rows.length && rows[i].span.start < form.span.end;
      i++
    ) {
      if (rows[i].span.end <= form.span.start || !form.lines.includes(rows[i].line)) continue;
      found[i].forms.push(form);
      if (form.span.start >= rows[i].span.start) found[i].begun.push(form);
      if (form.span.end <= rows[i].span.end) found[i].ended.push(form);
      found[i].tags.push(...tagsOf(form, rows[i]));
    }
  }
  return found;
}

/** The tables know datelines as what opens a story; what closes one is another thing, of which pages have too few to learn from. */
export const CLOSING_DATELINE = 'closing-dateline';

function tagsOf(form: Form, row: Row): string[] {
  const kind =
    form.kind === 'byline'
      ? `byline ${form.place}`
      : form.kind === 'dateline' && form.closing
        ? CLOSING_DATELINE
        : form.kind;
  const begins = form.span.start >= row.span.start && row.compact.viewOffset(form.span.start) === 0;
  const ends = form.span.end <= row.span.end && row.compact.viewOffset(form.span.end) >= row.bare.length;
  const where = begins && ends ? 'fills row' : begins ? 'begins row' : ends ? 'ends row' : 'inside';
  return [`${kind} ${where}`, `${form.score >= SURE ? 'sure' : 'weak'} ${kind}`];
}

export const hasForm = (row: FormRow, kind: Form['kind']): boolean => row.forms.some((form) => form.kind === kind);

/**
 * Whether a form that stands in `row` goes on in `next` and in no line between: 通讯员 卫⏎海平; or whether `row` ends with a
 * dateline whose reporters begin `next`: 新华社昆明1月18日电⏎（刘世昕、李自良）. Rows of columns read side by side may stand
 * between; within eight rows 188 of 199 such pairs of annotated pages were the head of one story.
 */
export const sharesForm = (row: FormRow, line: number, next: FormRow, nextLine: number): boolean =>
  row.forms.some(
    (form) => next.forms.includes(form) && form.lines[form.lines.indexOf(line) + 1] === nextLine && line !== nextLine,
  ) ||
  (row.ended.some(isOpenDateline) && next.begun.some(isReporters));

const isOpenDateline = (form: Form): boolean => form.kind === 'dateline' && form.atLineEnd && !form.bracketed;
const isReporters = (form: Form): boolean => form.kind === 'byline' && form.place === 'lead' && form.atLineStart;
