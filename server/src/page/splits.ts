import { boundaryOdds } from './boundaries';
import { endsSentence } from './continuity';
import type { Ordered } from './ordered';
import { makeRun, sequelContext } from './runs';
import { closesAbove, opensStory, type Run, sequelEvidence } from './sequels';
import { bin, clip, type Emit, numbered, type Weights, weigh } from './weights';

/** The log-odds of the stages before count at most this much. */
const MOST = 6;

const BOUNDARIES = [-4, -3, -2, -1, 0, 1];
const SEQUELS = [-5, -4, -3, -2, -1, 0, 1];
const SIZES = [1, 2, 4, 8];
const DIFFERENCES = [0.25, 0.75, 1.25, 2.25, 4];

const BOUNDARY = numbered('boundary ', BOUNDARIES);
const SEQUEL = numbered('sequel ', SEQUELS);
const SMALLER = numbered('smaller part has ', SIZES);
const DIFFERS = numbered('measures of the parts differ ', DIFFERENCES);

/** The places where rows that are read as one story might be two: sentence ends and leads, as indices into the rows. */
export const splitPlaces = ({ sheet, forms }: Ordered, rows: readonly number[]): number[] =>
  rows
    .map((_, k) => k)
    .filter(
      (k) =>
        k > 0 &&
        !closesAbove(forms[rows[k]]) &&
        (endsSentence(sheet.rows[rows[k - 1]].bare) || opensStory(forms[rows[k]])),
    );

/**
 * Evidence that rows read as one story are two, the second beginning at the k-th: how the boundary looks, and whether one
 * part would be taken for the sequel of the other if they met as strangers. `runs` are the stories of the page.
 */
export function splitEvidence(
  page: Ordered,
  weights: Pick<Weights, 'boundary' | 'sequel'>,
  runs: readonly Run[],
  rows: readonly number[],
  k: number,
  emit: Emit,
  odds = boundaryOdds(page.boundary, weights.boundary, rows, k, Number.NEGATIVE_INFINITY),
): void {
  const boundary = clip(odds, MOST);
  emit('boundary', boundary / 2);
  emit(BOUNDARY[bin(boundary, BOUNDARIES)]);
  const [first, second] = [makeRun(page, rows.slice(0, k)), makeRun(page, rows.slice(k))];
  const context = sequelContext(page, runs);
  const sequel = clip(
    weigh(weights.sequel, (e) => sequelEvidence(context, first, second, e)),
    MOST,
  );
  emit('sequel', sequel / 2);
  emit(SEQUEL[bin(sequel, SEQUELS)]);
  emit(SMALLER[bin(Math.min(k, rows.length - k), SIZES)]);
  emit(DIFFERS[bin(Math.abs(first.measure - second.measure), DIFFERENCES)]);
  const opens = opensStory(page.forms[rows[k]]);
  if (opens && opensStory(page.forms[rows[0]])) emit('both open with a lead');
  if (!endsSentence(page.sheet.rows[rows[k - 1]].bare)) emit('open');
}
