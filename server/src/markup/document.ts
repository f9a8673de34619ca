import { type Resources, readDocument } from '../page/document';
import { fixAll } from '../rules/fix';
import type { Settings } from '../rules/settings';
import { markUpPage } from './write';

/** A text restored page by page: safe repairs first, then each page marked up. Form feeds stay between the pages. */
export function markUp(text: string, resources: Resources, settings: Settings): string {
  const repaired = fixAll(text, resources, settings, { classes: ['A'] }).text;
  const { pages } = readDocument(repaired, resources);
  let done = 0;
  const parts: string[] = [];
  for (const { start, page } of pages) {
    parts.push(repaired.slice(done, start), markUpPage(page));
    done = start + page.text.length;
  }
  return parts.join('') + repaired.slice(done);
}
