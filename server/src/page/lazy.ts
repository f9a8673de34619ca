import type { Resources } from './document';
import type { Page } from './model';
import { chooseProfile } from './profiles/choose';
import { readPage } from './read';
import { looksLikeOcr } from './traits';

/**
 * The page that `readPage` gives, read when something is asked for that takes reading: stories, pieces, the folio. Its
 * text, and whether OCR made it and in which script it is written, are there at once.
 */
export function lazyPage(text: string, resources: Resources): Page {
  let whole: Page | undefined;
  const read = (): Page => {
    whole ??= readPage(text, resources);
    return whole;
  };
  return {
    text,
    traits: {
      ocr: looksLikeOcr(text),
      profile: chooseProfile(text).id,
      get padded() {
        return read().traits.padded;
      },
    },
    get folio() {
      return read().folio;
    },
    get pieces() {
      return read().pieces;
    },
    get stories() {
      return read().stories;
    },
    get figures() {
      return read().figures;
    },
    get orphans() {
      return read().orphans;
    },
    get furniture() {
      return read().furniture;
    },
  };
}
