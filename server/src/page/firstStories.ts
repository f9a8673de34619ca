import { CONTINUED } from './asides';
import { joinRuns } from './joining';
import { type Body, bodyOf, inOrder, makeBody } from './links';
import type { Ordered } from './ordered';
import { regroup } from './regroup';
import { runsOf } from './runs';
import type { Run } from './sequels';
import { type TitleBlock, titleBlocks } from './titles';
import type { Weights } from './weights';

/** Runs end where the odds of a boundary exceed this: too often, for what is cut wrongly is joined again with more to go by. */
const CUT = 0.17;

export interface FirstStories {
  /** Stories and captions, in order of their first rows. */
  readonly texts: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  /** Rows of the bylines and continuation lines that stand apart. */
  readonly asides: readonly (readonly number[])[];
}

/** Stories by the text alone, and title lines in blocks as they fit these stories. */
export function firstStories(page: Ordered, weights: Weights): FirstStories {
  const { runs, parted } = runsOf(page, weights.boundary, CUT);
  const [apart, others] = [runs.filter((run) => isAside(page, run)), runs.filter((run) => !isAside(page, run))];
  const texts = inOrder([
    ...joinRuns(page, others, weights, parted).map((run) => bodyOf(page, run, false)),
    ...page.captions.map((rows) => makeBody(page, rows, true)),
  ]);
  const blocks = regroup(page, weights, titleBlocks(page, page.title, weights.together), texts);
  return { texts, blocks, asides: [...page.asides.map((i) => [i]), ...apart.map(({ rows }) => rows)] };
}

/** Nothing but a byline, or the line that tells from which page a story goes on: which story's it is, is asked at the end. */
function isAside(page: Ordered, run: Run): boolean {
  return (
    run.rows.length <= 2 &&
    run.rows.every(
      (i) =>
        page.forms[i].tags.includes(CONTINUED) ||
        page.forms[i].forms.some(
          (form) => form.kind === 'byline' && form.place !== 'lead' && form.atLineStart && form.atLineEnd,
        ),
    )
  );
}
