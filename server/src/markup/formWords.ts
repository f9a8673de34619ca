import { type BodyLine, storyForms } from '../page/bodyLine';
import type { Form } from '../page/forms';
import type { FormWord } from '../page/marks';
import type { Byline, Story } from '../page/model';

/*
 * Where a story's paragraphs, read by themselves, would give it another byline, dateline, lead or jump than it has, a
 * comment at their end says which of the forms in them are the story's.
 */

type Kind = 'byline' | 'dateline' | 'lead' | 'jump' | 'continued';
type StoryForm = Extract<Form, { kind: Kind }>;

const WORDS: Readonly<Record<Kind, FormWord>> = {
  byline: 'signed',
  dateline: 'dateline',
  lead: 'lead',
  jump: 'jump',
  continued: 'continued',
};
const KINDS = Object.keys(WORDS) as Kind[];

/** For each line of the story, in order, the words that have to stand behind it. `bylines` are those that no mark tells. */
export function formWords(
  { dateline, lead, jump, continuedFrom }: Story,
  bylines: readonly Byline[],
  lines: readonly BodyLine[],
): readonly (readonly FormWord[])[] {
  const read = storyForms(lines).filter(isStoryForm);
  const others = lines.flatMap(({ forms }) => forms.filter(isStoryForm)).filter((form) => !read.includes(form));
  const own = ownForms(bylines, [...read, ...others]);
  const isOne = (form: StoryForm): boolean => {
    switch (form.kind) {
      case 'byline':
        return own.has(form);
      case 'dateline':
        return form.text === dateline?.text;
      case 'lead':
        return form.text === lead?.text;
      case 'jump':
        return form.page === jump?.page;
      case 'continued':
        return form.page === continuedFrom?.page;
    }
  };
  const wrong = KINDS.filter((kind) => {
    const [all, found] = [[...read, ...others], read].map((forms) => forms.filter((form) => form.kind === kind));
    const counted = kind === 'byline' ? found : found.slice(kind === 'jump' ? -1 : 0).slice(0, 1);
    const isMissing =
      kind === 'byline'
        ? all.filter(isOne).length !== counted.filter(isOne).length
        : !counted.some(isOne) && all.some(isOne);
    return isMissing || !counted.every(isOne);
  });
  return lines.map(({ forms }) => {
    const inLine = forms.filter(isStoryForm);
    const reads = (form: StoryForm): boolean => read.includes(form);
    if (!inLine.some((form) => wrong.includes(form.kind) && reads(form) !== isOne(form))) return [];
    const words = KINDS.filter((kind) =>
      inLine.some((form) => form.kind === kind && (wrong.includes(kind) ? isOne(form) : reads(form))),
    ).map((kind) => WORDS[kind]);
    return words.length > 0 ? words : ['plain'];
  });
}

const isStoryForm = (form: Form): form is StoryForm => form.kind in WORDS;

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
