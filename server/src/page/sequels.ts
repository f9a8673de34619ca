import { endsSentence } from './continuity';
import { type FormRow, hasForm } from './formRows';
import type { Row } from './rows';
import type { Emit } from './weights';
import type { Bag, Words } from './words';

/** Rows of one story in reading order, as far as they were found to follow one another. */
export interface Run {
  readonly rows: readonly number[];
  readonly bag: Bag;
  readonly measure: number;
}

export interface SequelContext {
  readonly rows: readonly Row[];
  readonly forms: readonly FormRow[];
  readonly words: Words;
  readonly title: readonly number[];
  readonly caption: readonly number[];
  readonly succession: (a: number, b: number) => number;
  readonly runs: readonly Run[];
  /** Boundaries that were drawn in the order of the page: by the row after each, the row before and the log-odds. */
  readonly parted: ReadonlyMap<number, { readonly after: number; readonly score: number }>;
}

const bin = (value: number, edges: readonly number[]): number => {
  let i = 0;
  while (i < edges.length && value > edges[i]) i++;
  return i;
};

/** Whether a row closes its story: names in brackets at its end, a byline of its own, a jump line. */
export const closesStory = (forms: FormRow): boolean =>
  forms.forms.some(
    (form) => form.kind === 'jump' || (form.kind === 'byline' && form.place !== 'lead' && form.score > 1.5),
  );

/** Whether a row opens a story: a lead, dateline or continuation line at its start. */
export const opensStory = (forms: FormRow): boolean =>
  forms.forms.some(
    (form) =>
      (form.kind === 'lead' || form.kind === 'dateline' || form.kind === 'continued') &&
      form.atLineStart &&
      form.score > 2,
  );

/** A title row right above row i (blank lines aside). */
const titleAbove = (title: readonly number[], i: number): boolean => i > 0 && title[i - 1] > 0.5;

/** Evidence that run t goes on where run s stops. */
export function sequelEvidence(context: SequelContext, s: Run, t: Run, emit: Emit): void {
  const { rows, forms, words, title, succession } = context;
  const a = s.rows[s.rows.length - 1];
  const b = t.rows[0];
  const link = Math.max(-8, Math.min(8, succession(a, b)));
  emit('succession', link / 4);
  emit(`succession ${bin(link, [-4, -2, -1, 0, 1, 2, 4])}`);
  const parted = context.parted.get(b);
  if (parted?.after === a) {
    emit('parted by a boundary', Math.max(-2, Math.min(4, parted.score)));
    emit(`parted ${bin(parted.score, [-1, 0, 1, 2])}`);
  } else if (parted) emit('parted from another run');
  const ended = endsSentence(rows[a].bare);
  emit(ended ? 'ended' : 'open');
  if (closesStory(forms[a])) emit('closed');
  if (opensStory(forms[b])) emit('opens a story');
  if (rows[b].indented) emit('indented');
  const above = titleAbove(title, b);
  if (above) emit(ended ? 'title above, ended' : 'title above, open');
  if (a + 1 < rows.length && title[a + 1] > 0.5) emit('title below');
  if (opensStory(forms[s.rows[0]])) emit('first opens a story');
  if (titleAbove(title, s.rows[0])) emit('title above the first');
  if (closesStory(forms[t.rows[t.rows.length - 1]])) emit('second closes a story');
  const change = Math.abs(s.measure - t.measure);
  emit(
    `measure differs ${bin(change, [0.25, 0.75, 1.25, 2.25, 4])}${Math.min(s.rows.length, t.rows.length) < 3 ? ', few rows' : ''}`,
  );
  const cosine = words.cosine(s.bag, t.bag);
  emit('likeness', cosine * 5);
  emit(`likeness ${bin(cosine, [0.01, 0.03, 0.06, 0.1])}`);
  const size = Math.min(s.rows.length, t.rows.length);
  emit(`smaller has ${bin(size, [1, 2, 4, 8])}`);
  emit(b > a ? 'below' : 'above');
  const between = Math.abs(context.runs.indexOf(t) - context.runs.indexOf(s)) - 1;
  emit(`${b > a ? 'below' : 'above'}, runs between ${bin(between, [0, 1, 3, 6])}`);
  const captionA = context.caption[a] > 0.5 || hasForm(forms[a], 'caption-credit');
  const captionB = context.caption[b] > 0.5;
  if (captionA !== captionB) emit('only one is a caption');
}
