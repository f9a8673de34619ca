import { type NewspaperDocument, type Resources, readSteps } from '../page/document';
import { fixSteps } from '../rules/fix';
import type { Settings } from '../rules/settings';
import { finish, type Steps } from '../text/steps';
import { markUpPage } from './write';

/** Joining lines uncovers damage that line ends hid; three rounds are the most that pages needed. */
const MAX_ROUNDS = 8;

/**
 * A text restored page by page: each page marked up as it is read, then safe repairs, and again until nothing changes.
 * Repairs come second, for a page without its damage may be read otherwise than the outline showed it (spaces and copies
 * tell a title), and once it is marked up no repair can change what is read. Form feeds stay between the pages.
 */
export function markUp(text: string, resources: Resources, settings: Settings): string {
  return finish(markUpSteps(text, resources, settings));
}

/** The same in steps, so that an editor need not wait. `known`: what the text was read as, where that is known. */
export function* markUpSteps(
  text: string,
  resources: Resources,
  settings: Settings,
  known?: NewspaperDocument,
): Steps<string> {
  let document = known;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    document = yield* readSteps(text, resources, document);
    const marked = yield* markedUp(document);
    const fixed = yield* fixSteps(marked, resources, settings, { classes: ['A'] });
    if (fixed.text === text) return text;
    text = fixed.text;
  }
  return text;
}

function* markedUp({ text, pages }: NewspaperDocument): Steps<string> {
  let done = 0;
  const parts: string[] = [];
  for (const { start, page } of pages) {
    parts.push(text.slice(done, start), markUpPage(page));
    done = start + page.text.length;
    yield;
  }
  return parts.join('') + text.slice(done);
}
