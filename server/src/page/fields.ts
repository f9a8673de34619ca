import type { Draft } from './draft';
import type { BylineForm, DatelineForm, Form, JumpForm, LeadForm } from './forms';
import { findForms, formLines } from './forms';
import type { Row } from './rows';

/** The forms of one story: what stands in its rows and counts as its own. */
export interface Fields {
  readonly bylines: readonly BylineForm[];
  readonly dateline: DatelineForm | null;
  readonly lead: LeadForm | null;
  readonly jump: JumpForm | null;
  readonly continued: JumpForm | null;
  /** What opens the story, or another item of a round-up: all its datelines and leads, but those in brackets. */
  readonly openings: readonly (DatelineForm | LeadForm)[];
}

/** Log-odds from which a form counts, by its kind; beside running text a form must be surer than on a line of its own. */
const LEAST = { byline: 1, dateline: 1, lead: 1, jump: 1, continued: 1 } as const;
/** Rows from the story's head in which a dateline or lead opens it, and from its end in which names close it. */
const HEAD_ROWS = 4;
const TAIL_ROWS = 3;

/** The place among `rows` of the first one that the form stands in: one line may hold rows of several columns. */
function placeOf(all: readonly Row[], rows: readonly number[], { span, lines }: Form): number {
  const at = rows.findIndex((i) => {
    const row = all[i];
    return row.span.start < span.end && span.start < row.span.end && lines.includes(row.line);
  });
  return at < 0 ? rows.length : at;
}

/**
 * The forms of a story's rows: those of the page, where it has the rows one after the other and no form is partly
 * another story's. Otherwise the rows are read once more in reading order: a byline broken over columns is whole only there.
 */
function formsOf({ sheet, forms, profile }: Draft, rows: readonly number[]): readonly Form[] {
  const lines = new Set(rows.map((i) => sheet.rows[i].line));
  const known = new Set(rows.flatMap((i) => forms[i].forms));
  const follow = rows.every((i, k) => k === 0 || i === rows[k - 1] + 1);
  if (follow && [...known].every((form) => form.lines.every((line) => lines.has(line)))) return [...known];
  const own = rows.map((i) => ({ n: sheet.rows[i].line, span: sheet.rows[i].span, eol: '' }));
  return findForms(formLines(sheet.text, own), profile);
}

/** Chooses among the forms of one story. */
export function fieldsOf(page: Draft, rows: readonly number[]): Fields {
  const all = page.sheet.rows;
  const forms = formsOf(page, rows);
  const placed = forms.map((form) => ({ form, at: placeOf(all, rows, form) }));
  const pick = <T extends Form>(kind: T['kind'], allowed: (form: T, at: number) => boolean): T[] =>
    placed
      .filter(
        (p): p is { form: T; at: number } => p.form.kind === kind && p.form.score >= LEAST[kind as keyof typeof LEAST],
      )
      .filter(({ form, at }) => allowed(form, at))
      .map(({ form }) => form);
  const tail = rows.length - TAIL_ROWS;
  const atEdge = (_: Form, at: number): boolean => at < HEAD_ROWS || at >= tail;
  const datelines = pick<DatelineForm>('dateline', (form, at) => atEdge(form, at) || form.atLineStart);
  const bylines = pick<BylineForm>('byline', (form, at) =>
    form.place === 'lead' ? at < HEAD_ROWS + 1 || at >= tail : atEdge(form, at) || form.score >= 3.5,
  );
  const leads = pick<LeadForm>('lead', (_, at) => at < HEAD_ROWS);
  return {
    bylines,
    dateline: datelines[0] ?? null,
    lead: leads[0] ?? null,
    openings: [...datelines.filter(({ bracketed }) => !bracketed), ...leads],
    jump: pick<JumpForm>('jump', () => true).at(-1) ?? null,
    continued: pick<JumpForm>('continued', () => true)[0] ?? null,
  };
}
