import { isClosing, isSentenceEnd } from '../text/characters';
import { type Span, trimmed } from '../text/span';
import type { View } from '../text/view';
import { type Form, findForms } from './forms';
import type { Profile } from './profiles/profile';

/** A whole paragraph and the forms that stand in it. */
export interface BodyLine {
  readonly n: number;
  readonly view: View;
  /**
   * What of the line is the paragraph: a byline, jump or closing dateline at its end (or beginning) stands on the paper's
   * line, but is none of the story's text. Offsets in the view's text; empty where nothing is left, as in a byline's own line.
   */
  readonly paragraph: Span;
  readonly forms: readonly Form[];
  /** The kinds of forms that a mark says are the story's, wherever they stand, and no others; null where none says so. */
  readonly told: readonly Form['kind'][] | null;
}

/** Log-odds from which a form counts in a line that is known to be a paragraph or a byline. */
const LEAST = 1;

/** What a mark says of a line. */
export interface Told {
  /** All of it is text, whatever stands at its ends. */
  readonly whole?: boolean;
  readonly forms?: BodyLine['told'];
}

export function readBodyLine(
  n: number,
  view: View,
  profile: Profile,
  { whole, forms: told = null }: Told = {},
): BodyLine {
  const forms = findForms([{ n, view }], profile).filter((form) => form.score >= LEAST);
  const apart = told ? forms.filter(({ kind }) => told.includes(kind)) : forms;
  const rest = withoutEnds(view, apart);
  if (!whole) return { n, view, paragraph: rest, forms, told };
  // What would stand apart of the text is text here, and nothing else, unless a mark tells that it counts.
  const within = forms.filter((form) => place(form, view).end <= rest.end && place(form, view).start >= rest.start);
  return {
    n,
    view,
    paragraph: trimmed(view.text, { start: 0, end: view.text.length }),
    forms: told ? forms : within,
    told,
  };
}

export const hasText = ({ paragraph }: BodyLine): boolean => paragraph.start < paragraph.end;

/** In UTF-16 units from a story's beginning and to its end: where what opens and what closes a story stands, some four lines of a column. */
const HEAD = 80;
const TAIL = 60;

/** The forms that tell of the story: a bracket with names amid its text is part of what it tells. `lines` are a whole story's, in order. */
export function storyForms(lines: readonly BodyLine[]): Form[] {
  const length = lines.reduce((sum, { view }) => sum + view.text.length, 0);
  let before = 0;
  return lines.flatMap(({ view, forms, told }) => {
    const from = before;
    before += view.text.length;
    if (told) return forms.filter(({ kind }) => told.includes(kind));
    return forms.filter((form) => {
      const { start, end } = place(form, view);
      if (from + start < HEAD || length - from - end < TAIL) return true;
      if (form.kind === 'dateline') return form.atLineStart;
      const apart = form.kind === 'byline' && form.place !== 'lead' && form.score >= SURE_ANYWHERE;
      return apart || form.kind === 'jump' || form.kind === 'continued';
    });
  });
}

/** Log-odds from which a byline that stands apart counts anywhere in a story: one with a marker or an organ's role. */
const SURE_ANYWHERE = 3.5;

/** Where in the view's text a form stands. */
const place = ({ span }: Form, view: View): Span => ({
  start: view.viewOffset(span.start),
  end: view.viewOffset(span.end),
});

function withoutEnds(view: View, forms: readonly Form[]): Span {
  let rest = trimmed(view.text, { start: 0, end: view.text.length });
  for (const form of [...forms].reverse()) {
    const { start, end } = place(form, view);
    if (end >= rest.end && start < rest.end && standsApart(form, view.text, start, rest.start)) {
      rest = trimmed(view.text, { start: rest.start, end: Math.max(rest.start, start) });
    }
  }
  for (const form of forms) {
    const { start, end } = place(form, view);
    if (form.kind === 'continued' && start <= rest.start && end > rest.start)
      rest = trimmed(view.text, { start: end, end: rest.end });
  }
  return rest;
}

/** A form at the paragraph's end that is not said by the paragraph: what comes before it has ended, or nothing does. */
function standsApart(form: Form, text: string, start: number, from: number): boolean {
  if (form.kind === 'jump' || form.kind === 'continued') return true;
  return form.kind === 'byline' && form.place !== 'lead' && (start <= from || endsSentence(text, start, from));
}

function endsSentence(text: string, end: number, from: number): boolean {
  let i = trimmed(text, { start: from, end }).end - 1;
  while (i > from && isClosing(text.charCodeAt(i))) i--;
  return i >= from && isSentenceEnd(text.charCodeAt(i));
}
