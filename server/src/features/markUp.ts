import type { Position } from 'vscode-languageserver-types';
import { markUpSteps } from '../markup/document';
import { markUpStorySteps } from '../markup/stories';
import type { Resources } from '../page/document';
import type { MarkedUp } from '../protocol';
import { fixSteps } from '../rules/fix';
import type { Settings } from '../rules/settings';
import { minimalEdits } from '../text/diff';
import { indexAt } from '../text/lines';
import { say } from '../text/message';
import type { Steps } from '../text/steps';
import { textEdits } from './edits';
import { pageAt, type Reading, shorten, type Tell } from './reading';
import { storyName } from './symbols';

/** Units of a headline in the list of stories. */
const NAME_LIMIT = 60;

/** A story of the document: its page and its place among the page's stories, both from 0. */
interface StoryPlace {
  readonly page: number;
  readonly story: number;
}

export interface MarkUpWanted {
  readonly stories?: readonly number[];
  readonly position?: Position;
}

/** The edits that mark up a document or some of its stories, and the list to choose from; null where nothing is to do. */
export function* markUpEditSteps(
  reading: Reading,
  wanted: MarkUpWanted,
  { resources, settings, tell }: { resources: Resources; settings: Settings; tell: Tell },
): Steps<MarkedUp | null> {
  const { source, document } = reading;
  const places = storyPlaces(reading);
  const chosen = chosenPlaces(reading, places, wanted);
  const text = source.getText();
  const repair = function* (part: string): Steps<string> {
    return (yield* fixSteps(part, resources, settings, { classes: ['A'] })).text;
  };
  const marked = yield* chosen
    ? markUpChosen(reading, chosen, repair)
    : markUpSteps(text, resources, settings, document);
  const edits = minimalEdits(text, marked);
  if (edits.length === 0) return null;
  const stories = places.map((place) => {
    const name = shorten(storyName(document.pages[place.page].page.stories[place.story]), NAME_LIMIT);
    return { name: name || tell(say('Story without text')), included: chosen?.includes(place) ?? true };
  });
  return { version: source.version, edits: textEdits(source, edits), stories };
}

const storyPlaces = ({ document }: Reading): StoryPlace[] =>
  document.pages.flatMap(({ page }, number) => page.stories.map((_, story) => ({ page: number, story })));

/** Which stories are wanted; null for the whole document. */
function chosenPlaces(
  reading: Reading,
  places: readonly StoryPlace[],
  { stories, position }: MarkUpWanted,
): StoryPlace[] | null {
  if (stories) return stories.flatMap((index) => places[index] ?? []);
  if (!position) return null;
  const offset = reading.source.offsetAt(position);
  const view = pageAt(reading, offset);
  const piece = view?.page.pieces[indexAt(view.page.pieces, view.pageOffset(offset))];
  return places.filter(({ page, story }) => reading.document.pages[page].page === view?.page && story === piece?.story);
}

function* markUpChosen(
  { source, document }: Reading,
  chosen: readonly StoryPlace[],
  repair: (text: string) => Steps<string>,
): Steps<string> {
  const text = source.getText();
  let done = 0;
  const parts: string[] = [];
  for (const [number, { start, page }] of document.pages.entries()) {
    const stories = chosen.filter((place) => place.page === number).map(({ story }) => story);
    parts.push(
      text.slice(done, start),
      stories.length > 0 ? yield* markUpStorySteps(page, stories, repair) : page.text,
    );
    done = start + page.text.length;
  }
  return parts.join('') + text.slice(done);
}
