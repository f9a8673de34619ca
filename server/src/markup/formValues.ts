import { type BodyLine, storyForms } from '../page/bodyLine';
import { markedBylines } from '../page/markedLines';
import { bylineValue, saidByline, saidDateline } from '../page/markedValues';
import { type FormWord, MAX_COMMENT, type Saying } from '../page/marks';
import type { Byline, Element, Story } from '../page/model';
import type { Profile } from '../page/profiles/profile';
import { formWords, isOf, isStoryForm, KINDS, type Kind, type StoryForm, tellsTheSame, WORDS } from './formWords';

/*
 * What a story's lines tell of it, with the comments that they need: nothing where they are read as they should be; words
 * where that lets the right forms count (formWords.ts); and where no form says what the story has, the comment says it.
 */

/** A line of a story as it will be read, without comments. */
export interface ToldLine {
  readonly body: BodyLine;
  /** Said to be a byline: read as nothing else, or as what its comments say. */
  readonly role: 'subhead' | 'body' | 'byline' | null;
  /** What of the story stands in it, in the story's order. */
  readonly elements: readonly Element[];
  /** Whether a byline or jump stands behind its paragraph, to be cut off there. */
  readonly closed: boolean;
}

/** For each line the contents of its comments. */
export function formComments(story: Story, lines: readonly ToldLine[], profile: Profile): string[][] {
  const bylines = lines.map(({ elements }) => story.bylines.filter((byline) => elements.includes(byline)));
  // Of a line said to be a byline no form counts for the story's text.
  const bodies = lines.map(({ body, role }) => (role === 'byline' ? { ...body, forms: [] } : body));
  const inText = bylines.filter((_, i) => lines[i].role !== 'byline').flat();
  const words = formWords(story, inText, bodies);
  const read = new Set(storyForms(bodies).filter(isStoryForm));
  const counted = bodies.map(({ forms }, i) =>
    forms
      .filter(isStoryForm)
      .filter((form) => (words[i].length > 0 ? words[i].includes(WORDS[form.kind]) : read.has(form))),
  );
  const values = valuesOf(story, lines, counted.flat(), profile);
  return lines.map((line, i) =>
    line.role === 'byline'
      ? namesComments(line.body, bylines[i], values[i], profile)
      : textComments(line, counted[i], bylines[i], words[i], values[i]),
  );
}

/** For a line said to be a byline: nothing where its names are read, else all that it says. */
function namesComments(
  { n, view }: BodyLine,
  bylines: readonly Byline[],
  values: readonly Saying[],
  profile: Profile,
): string[] {
  const line = { n, view, mark: undefined, span: view.sourceSpan(0, view.text.length) };
  const read = markedBylines(line, profile);
  if (values.length === 0 && isSame(read, bylines)) return [];
  return [...sayingsOf(bylines), ...values].map(commentOf);
}

/** For a paragraph: `words`, unless it needs sayings; those come with the words for whatever else counts in it. */
function textComments(
  { body, closed }: ToldLine,
  counted: readonly StoryForm[],
  bylines: readonly Byline[],
  words: readonly FormWord[],
  values: readonly Saying[],
): string[] {
  // With a comment all forms of a kind count that counts at all.
  const isTold = words.length > 0 || values.length > 0;
  const forms = isTold ? body.forms.filter(isStoryForm).filter(({ kind }) => hasKind(counted, kind)) : counted;
  const isRead = isSame(
    forms.filter(isOf('byline')).flatMap(({ parts }) => parts),
    bylines,
  );
  const names = isRead ? [] : sayingsOf(bylines);
  if (isRead && values.length === 0) return [...words];
  const isSaid = (kind: Kind): boolean =>
    (kind === 'byline' && !isRead) || values.some(({ word }) => word === WORDS[kind]);
  // The word cuts off what stands behind the paragraph, though its saying counts.
  const kinds = KINDS.filter((kind) => hasKind(counted, kind) && (!isSaid(kind) || closed));
  const comments = [...kinds.map((kind) => WORDS[kind]), ...[...names, ...values].map(commentOf)];
  return comments.length > 0 ? comments : ['plain'];
}

const commentOf = ({ word, text }: Saying): string => `${word}: ${text}`;

const hasKind = (forms: readonly StoryForm[], kind: Kind): boolean => forms.some((form) => form.kind === kind);

type Names = Pick<Byline, 'role' | 'names'>;

const isSame = (read: readonly Names[], bylines: readonly Names[]): boolean =>
  read.map(bylineValue).join('\n') === bylines.map(bylineValue).join('\n');

/** Bylines as sayings; none where one cannot be said so that it is read back. */
function sayingsOf(bylines: readonly Byline[]): Saying[] {
  const says = bylines.map((byline): Saying => ({ word: 'signed', text: bylineValue(byline) }));
  return says.every((saying, i) => isReadBack(saying, bylines[i])) ? says : [];
}

function isReadBack(saying: Saying, byline: Byline): boolean {
  const said = saidByline(saying, byline);
  return fits(saying) && said !== null && bylineValue(said) === bylineValue(byline);
}

const fits = ({ text }: Saying): boolean => text !== '' && !text.includes('--') && text.length < MAX_COMMENT - MARGIN;
/** The marks of a comment and its word. */
const MARGIN = 24;

/** By line, the dateline, lead and jumps that no form of the lines says. */
function valuesOf(
  story: Story,
  lines: readonly ToldLine[],
  counted: readonly StoryForm[],
  profile: Profile,
): Saying[][] {
  const { dateline, lead, jump, continuedFrom } = story;
  const isTold = (kind: Kind): boolean => {
    const form = counted.filter(isOf(kind)).at(kind === 'jump' ? -1 : 0);
    return form !== undefined && tellsTheSame(form, story);
  };
  const wanted: { element: Element; saying: Saying }[] = [];
  const want = (kind: Exclude<Kind, 'byline'>, element: Element | null, text: string | undefined): void => {
    if (element && text !== undefined && !isTold(kind)) wanted.push({ element, saying: { word: kind, text } });
  };
  want('dateline', dateline, dateline?.text);
  want('lead', lead, lead?.text);
  want('jump', jump, jump?.page);
  want('continued', continuedFrom, continuedFrom?.page);
  return lines.map(({ elements }) =>
    wanted
      .filter(({ element, saying }) => elements.includes(element) && fits(saying) && isDateline(saying, story, profile))
      .map(({ saying }) => saying),
  );
}

/** Whether a saying, if it is of a dateline, gives back all that the story's tells. */
function isDateline(saying: Saying, { dateline }: Story, profile: Profile): boolean {
  if (saying.word !== 'dateline' || !dateline) return true;
  const said = saidDateline(saying, dateline, profile);
  const keys = ['text', 'agency', 'place', 'month', 'day', 'kind'] as const;
  return said !== null && keys.every((key) => said[key] === dateline[key]);
}
