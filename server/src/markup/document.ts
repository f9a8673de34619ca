import { type Resources, readDocument } from '../page/document';
import { fixAll } from '../rules/fix';
import type { Settings } from '../rules/settings';
import { markUpPage } from './write';

/** Joining lines uncovers damage that line ends hid; three rounds are the most that pages needed. */
const MAX_ROUNDS = 8;

/**
 * A text restored page by page: each page marked up as it is read, then safe repairs, and again until nothing changes.
 * Repairs come second, for a page without its damage may be read otherwise than the outline showed it (spaces and copies
 * tell a title), and once it is marked up no repair can change what is read. Form feeds stay between the pages.
 */
export function markUp(text: string, resources: Resources, settings: Settings): string {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = fixAll(markedUp(text, resources), resources, settings, { classes: ['A'] }).text;
    if (next === text) return text;
    text = next;
  }
  return text;
}

function markedUp(text: string, resources: Resources): string {
  let done = 0;
  const parts: string[] = [];
  for (const { start, page } of readDocument(text, resources).pages) {
    parts.push(text.slice(done, start), markUpPage(page));
    done = start + page.text.length;
  }
  return parts.join('') + text.slice(done);
}
