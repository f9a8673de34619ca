import type { TextLine } from '../../text/lines';
import { View } from '../../text/view';
import type { Profile } from '../profiles/profile';
import { Finder } from './finder';
import type { Form } from './form';
import { type FormLine, Scan } from './scan';

export { formSentence } from './evidence';
export type {
  BylineForm,
  CaptionCreditForm,
  DatelineForm,
  FolioForm,
  Form,
  JumpForm,
  LeadForm,
  PlainForm,
  RoleNames,
} from './form';
export type { FormLine } from './scan';

/** The lines of a text as form lines, spaces and all (spaces part names, so forms want them). */
export const formLines = (text: string, lines: readonly TextLine[]): FormLine[] =>
  lines.map(({ n, span }) => ({ n, view: View.of(text, span.start, span.end) }));

/**
 * All forms in the lines, in the order of their spans. Lines may come in any order and in pieces; a form may run over line
 * ends (blank lines are read over) or, where columns interleave, on to one of the next lines. Linear in the text.
 */
export function findForms(lines: readonly FormLine[], profile: Profile): readonly Form[] {
  const written = lines.filter(({ view }) => view.text.trim() !== '');
  const finder = new Finder(Scan.of(written), profile);
  for (let line = 0; line < written.length; line++) finder.readLine(line);
  return settle(finder.finish());
}

/**
 * In source order, without the forms that others make impossible: of two of one kind that overlap the less sure one, and a
 * line of names or a page number that is part of a credit or a jump line.
 */
function settle(forms: readonly Form[]): Form[] {
  const kept: Form[] = [];
  const last = new Map<Form['kind'], number>();
  for (const form of [...forms].sort(
    (a, b) => a.span.start - b.span.start || b.score - a.score || b.span.end - a.span.end,
  )) {
    const rival = last.get(form.kind);
    if (rival === undefined || !overlap(kept[rival], form)) last.set(form.kind, kept.push(form) - 1);
    else if (kept[rival].score < form.score) kept[rival] = form;
  }
  const within = new Map<Form['kind'], readonly Form[]>();
  for (const { weaker, stronger } of CONFLICTS)
    within.set(
      weaker,
      kept.filter(({ kind }) => stronger.includes(kind)),
    );
  return kept
    .filter((form) => !isOverruled(within.get(form.kind) ?? [], form))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Names of a credit stand on lines of their own (本报记者⏎李舸⏎摄), and so does the end of a jump line (（下转⏎第2版）). */
const CONFLICTS: readonly { readonly weaker: Form['kind']; readonly stronger: readonly Form['kind'][] }[] = [
  { weaker: 'byline', stronger: ['caption-credit', 'credit', 'jump', 'continued'] },
  { weaker: 'caption-credit', stronger: ['byline'] },
  { weaker: 'folio', stronger: ['jump', 'continued'] },
  { weaker: 'standing-head', stronger: ['byline'] },
  { weaker: 'caption-cue', stronger: ['byline'] },
];

const overlap = (a: Form, b: Form): boolean => a.span.start < b.span.end && b.span.start < a.span.end;

/** Whether one of `forms` (in order, seldom overlapping one another) overlaps `form` and is surer. */
function isOverruled(forms: readonly Form[], form: Form): boolean {
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (forms[middle].span.end <= form.span.start) low = middle + 1;
    else high = middle;
  }
  return low < forms.length && overlap(forms[low], form) && forms[low].score > form.score;
}
