import { type BodyLine, storyForms } from '../page/bodyLine';
import type { Form } from '../page/forms';
import type { FormWord } from '../page/marks';
import type { Byline, Story } from '../page/model';

/*
 * Where a story's paragraphs, read by themselves, would give it another byline, dateline, lead or jump than it has, a
 * comment at their end says which of the forms in them are the story's. What no form in them shows is told by formValues.ts.
 */

export type Kind = 'byline' | 'dateline' | 'lead' | 'jump' | 'continued';
export type StoryForm = Extract<Form, { kind: Kind }>;

export const WORDS: Readonly<Record<Kind, FormWord>> = {
  byline: 'signed',
  dateline: 'dateline',
  lead: 'lead',
  jump: 'jump',
  continued: 'continued',
};
export const KINDS = Object.keys(WORDS) as Kind[];

/** For each line of the story, in order, the words that have to stand behind it. `bylines` are those that no mark tells. */
export function formWords(
  story: Story,
  bylines: readonly Byline[],
  lines: readonly BodyLine[],
): readonly (readonly FormWord[])[] {
  const read = new Set(storyForms(lines).filter(isStoryForm));
  const others = lines.flatMap(({ forms }) => forms.filter(isStoryForm)).filter((form) => !read.has(form));
  const all = [...read, ...others];
  const own = new Set([...ownForms(bylines, all), ...all.filter((form) => tellsTheSame(form, story))]);
  const wrong = new Set(KINDS.filter((kind) => isReadWrong(all.filter(isOf(kind)), [...read].filter(isOf(kind)), own)));
  return lines.map(({ forms }) => {
    const inLine = forms.filter(isStoryForm);
    if (!inLine.some((form) => wrong.has(form.kind) && read.has(form) !== own.has(form))) return [];
    const counts = (form: StoryForm): boolean => (wrong.has(form.kind) ? own : read).has(form);
    const words = KINDS.filter((kind) => inLine.some((form) => form.kind === kind && counts(form)));
    return words.length > 0 ? words.map((kind) => WORDS[kind]) : ['plain'];
  });
}

export const isOf =
  <K extends Kind>(kind: K) =>
  (form: StoryForm): form is Extract<StoryForm, { kind: K }> =>
    form.kind === kind;

/** Whether a form that is no byline says what the story has in its place. */
export function tellsTheSame(form: StoryForm, { dateline, lead, jump, continuedFrom }: Story): boolean {
  switch (form.kind) {
    case 'byline':
      return false;
    case 'dateline':
      return form.text === dateline?.text;
    case 'lead':
      return form.text === lead?.text;
    case 'jump':
      return form.page === jump?.page;
    case 'continued':
      return form.page === continuedFrom?.page;
  }
}

/** Whether of all forms of one kind others count than the story's own: every byline does, of the rest the first one, but the last jump. */
function isReadWrong(all: readonly StoryForm[], read: readonly StoryForm[], own: ReadonlySet<StoryForm>): boolean {
  const isOwn = (form: StoryForm): boolean => own.has(form);
  if (all[0]?.kind === 'byline') return !read.every(isOwn) || all.filter(isOwn).length !== read.filter(isOwn).length;
  const counted = all[0]?.kind === 'jump' ? read.slice(-1) : read.slice(0, 1);
  return !counted.every(isOwn) || (all.some(isOwn) && !counted.some(isOwn));
}

export const isStoryForm = (form: Form): form is StoryForm => form.kind in WORDS;

/** The forms, taken in order, that have the bylines, each once. */
function ownForms(bylines: readonly Byline[], forms: readonly StoryForm[]): ReadonlySet<StoryForm> {
  const left = bylines.map(bylineKey);
  const own = new Set<StoryForm>();
  for (const form of forms) {
    if (form.kind !== 'byline') continue;
    const keys = form.parts.map(bylineKey);
    if (!keys.every((key) => left.includes(key))) continue;
    for (const key of keys) left.splice(left.indexOf(key), 1);
    own.add(form);
  }
  return own;
}

/** What two bylines that say the same have in common. */
export const bylineKey = ({ role, names }: Pick<Byline, 'role' | 'names'>): string =>
  [role ?? '', ...names.map(({ name }) => name)].join(' ').trim();
