import { boundaryOdds, measureOf } from './boundaries';
import { endsSentence, goesOn } from './continuity';
import type { Draft } from './draft';
import type { Ordered } from './ordered';
import { closesAbove, closesStory, datesAbove, opensStory, placesOf, type Run, type SequelContext } from './sequels';
import { logit, type WeightTable } from './weights';

/** Runs of rows between boundaries, and the log-odds of the boundaries that parted them (by the row after each). */
export interface Runs {
  readonly runs: readonly Run[];
  readonly parted: ReadonlyMap<number, { readonly after: number; readonly score: number }>;
}

export function runsOf(page: Ordered, table: WeightTable, threshold: number): Runs {
  const runs: Run[] = [];
  const parted = new Map<number, { after: number; score: number }>();
  const least = logit(threshold);
  for (const chain of page.chains) {
    let run: number[] = [chain[0]];
    for (let k = 1; k < chain.length; k++) {
      const [before, row] = [chain[k - 1], chain[k]];
      if (readsOn(page, before, row) || closesAbove(page.forms[row]) || isWithinBlock(page, before, row)) {
        run.push(row);
        continue;
      }
      const weighed = boundaryOdds(page.boundary, table, chain, k, least);
      const score = datesAbove(page.forms[before]) ? Math.max(weighed, DATED_ABOVE) : weighed;
      if (score > least) {
        parted.set(row, { after: before, score });
        runs.push(makeRun(page, run));
        run = [];
      }
      run.push(row);
    }
    runs.push(makeRun(page, run));
  }
  return { runs: runs.sort((a, b) => a.rows[0] - b.rows[0]), parted };
}

/** Log-odds of succession: of 9,900 rows that read on so, none was cut off, and it takes a while to weigh each. */
const READS_ON = -1;

/**
 * Whether no story ends there: the next row goes on in the middle of a sentence, without any form, or begins with a mark that
 * belongs to what stands before it (OCR reads such marks where there are none).
 */
const readsOn = ({ ocr, sheet, forms, succession }: Ordered, a: number, b: number): boolean =>
  (!ocr && goesOn(sheet.rows[b].bare)) ||
  (b === a + 1 &&
    forms[a].tags.length === 0 &&
    forms[b].tags.length === 0 &&
    !endsSentence(sheet.rows[a].bare) &&
    succession(a, b) > READS_ON);

/** How sure it is that a story ends behind a dateline that closes it. */
const DATED_ABOVE = 4;

/**
 * Whether two rows stand in one block of a page on which blank lines part the blocks, and no form says that a story ends or
 * begins there: of 780 such pairs of text layers three were of two stories. OCR's blank lines stand anywhere.
 */
const isWithinBlock = ({ ocr, roles, sheet, forms }: Draft, a: number, b: number): boolean =>
  !ocr &&
  b === a + 1 &&
  sheet.rows[b].gap === 0 &&
  roles.spaced &&
  !sheet.padded &&
  !closesStory(forms[a]) &&
  !opensStory(forms[b]);

export const makeRun = (page: Draft, rows: readonly number[]): Run => ({
  rows,
  bag: page.words.bagOfRows(rows),
  measure: measureOf(page.sheet.rows, rows),
});

export const sequelContext = (
  page: Ordered,
  runs: readonly Run[],
  parted: Runs['parted'] = new Map(),
): SequelContext => ({
  parted,
  rows: page.sheet.rows,
  forms: page.forms,
  words: page.words,
  title: page.title,
  odds: page.odds,
  succession: page.succession,
  previous: page.previous,
  places: placesOf(runs),
  titles: page.titleBags,
  ocr: page.ocr,
});
