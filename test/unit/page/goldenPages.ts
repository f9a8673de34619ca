import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A page and the outline that tells what is on it. */
export interface GoldenPage {
  readonly page: string;
  readonly outline: string;
}

const FOLDERS = [
  { pages: 'samples', outlines: 'test/pages/samples', ending: '.page.txt' },
  { pages: 'test/pages', outlines: 'test/pages', ending: '.txt' },
];

export const goldenPages: readonly GoldenPage[] = FOLDERS.flatMap(({ pages, outlines, ending }) =>
  readdirSync(pages)
    .filter((name) => name.endsWith(ending) && !name.endsWith('.outline.txt'))
    .map((name) => ({
      page: path.join(pages, name),
      outline: path.join(outlines, `${name.slice(0, -ending.length)}.outline.txt`),
    })),
);
