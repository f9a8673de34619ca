import { type Resources, readDocument } from '../page/document';
import { fixAll } from '../rules/fix';
import type { Settings } from '../rules/settings';
import { markUpPage } from './write';

/** Joining lines uncovers damage that line ends hid; three rounds are the most that pages needed. */
const MAX_ROUNDS = 8;

/**
 * A text restored page by page: safe repairs, then each page marked up, and again until nothing changes. Form feeds stay
 * between the pages.
 */
export function markUp(text: string, resources: Resources, settings: Settings): string {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = markedUp(fixAll(text, resources, settings, { classes: ['A'] }).text, resources);
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
