/*
 * Reading order. Extractors that read row by row over several columns leave a1 b1 c1 a2 b2 c2 …: the columns pass like
 * people in queues. So the rows are read with a first-in-first-out queue of open columns ("tracks"): the next row goes on
 * with the track that has waited longest, or opens a new one, or the longest waiting tracks have ended. A page in its own
 * order is the case of one track. The likeliest course is found by a beam search.
 */

interface State {
  readonly queue: readonly number[];
  readonly score: number;
  readonly links: Link | null;
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly before: Link | null;
}

/** Courses kept at each row; wider beams found nothing more on real pages. */
const BEAM = 16;
/** Log-odds that a row opens a track although others wait, and that a waiting track has ended. */
const OPENS = -5;
const ENDS = -2;
/** Added to each link: the pairs it was learnt from held seven wrong ones for each right one. */
const PRIOR = 2;
/** One link's evidence counts at most this much, so that no single break decides. */
const CLIP = 6;
/** At most so many tracks may end at one row, and so many be open: columns of a broadsheet. */
const MAX_ENDED = 4;
const MAX_TRACKS = 8;

/** For each row of `order` the row it goes on from; rows that open a track have none. `score` gives the log-odds of a→b. */
export function findTracks(order: readonly number[], score: (a: number, b: number) => number): Map<number, number> {
  let states: State[] = [{ queue: [], score: 0, links: null }];
  for (const row of order) {
    const next: State[] = [];
    for (const state of states) extend(state, row, score, next);
    states = best(next);
  }
  const previous = new Map<number, number>();
  for (let link = states[0].links; link; link = link.before) previous.set(link.to, link.from);
  return previous;
}

function extend(state: State, row: number, score: (a: number, b: number) => number, into: State[]): void {
  const { queue, links } = state;
  if (queue.length < MAX_TRACKS) {
    into.push({ queue: [...queue, row], score: state.score + (queue.length > 0 ? OPENS : 0), links });
  }
  for (let ended = 0; ended <= MAX_ENDED && ended < queue.length; ended++) {
    const from = queue[ended];
    const link = Math.max(-CLIP, Math.min(CLIP, score(from, row) + PRIOR));
    into.push({
      queue: [...queue.slice(ended + 1), row],
      score: state.score + ended * ENDS + link,
      links: { from, to: row, before: links },
    });
  }
  if (queue.length > 0) {
    into.push({ queue: [row], score: state.score + queue.length * ENDS + OPENS / 2, links });
  }
}

function best(states: State[]): State[] {
  states.sort((a, b) => b.score - a.score);
  const seen = new Set<string>();
  const kept: State[] = [];
  for (const state of states) {
    const key = state.queue.join();
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(state);
    if (kept.length === BEAM) break;
  }
  return kept;
}
