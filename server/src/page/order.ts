/*
 * Reading order. Extractors that read row by row over several columns leave a1 b1 c1 a2 b2 c2 …: the columns pass like
 * people in queues. So the rows are read with a first-in-first-out queue of open columns ("tracks"): the next row goes on
 * with the track that has waited longest, or opens a new one, or the longest waiting tracks have ended. A page in its own
 * order is the case of one track. A row in one text box with the row before goes on with the same track; that one is ahead
 * of the others then, and may wait while they pass. Whether a row goes on with a track is told by the break between them
 * and by the words that it has in common with the track's last rows. The likeliest course is found by a beam search. It must
 * be far likelier than the page's own order, though: most pages come in that.
 */

interface State {
  /** The last row of each open track, the longest waiting first. */
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
/** A course so far behind the best one (log-odds) never came first on annotated pages, nor did one 16 behind. */
const HOPELESS = 18;
/** Log-odds that a row opens a track although others wait, and that a waiting track has ended … */
const OPENS = -5.5;
const ENDS = -2;
/** … and the same right behind another that did: the columns of a story begin and end side by side. */
const OPENS_TOO = -3;
const ENDS_TOO = -1.5;
/** Log-odds that a row goes on from the row before in its text box, and that the track of such a box waits a turn. */
const IN_BOX = 6;
const AHEAD = -1;
/** Other tracks that wait meanwhile may as well have ended: without this, pages in their own order came apart into two. */
const WAIT = -0.7;
/** Added to each link: the pairs it was learnt from held seven wrong ones for each right one. */
const PRIOR = 1.25;
/**
 * How much it counts that a row has words of the track's last rows, of each so much: columns of several stories read in
 * turns keep to their subjects where breaks tell nothing.
 */
const SUBJECT = 0.4;
const MEMORY = 14;
/** One link's evidence counts at most this much, so that no single break decides. */
const CLIP = 6;
/**
 * By how much (log-odds) a course with several tracks must be ahead of the page's own order. Of the annotated pages and
 * their other extractions on which it was ahead by less than 2.5, 6 were read better in their own order and 1 worse; of those
 * on which it was ahead by 9 and more, all were read better in turns.
 */
const IN_TURNS = 2.5;
/**
 * … and by how much where its rows hardly read on either (so little a row in the mean): captions and their like are what is
 * left of such a page, and no column. No annotated page comes as low; one that was read in turns and did was ahead by 15.
 */
const SCATTERED = -1;
const IN_TURNS_SCATTERED = 9;
/**
 * Where more than this share of the rows end a sentence, each is a paragraph (typed text, an interview) and no column's: of
 * pages broken at the width of columns none had more than .38 such rows.
 */
const OF_NO_COLUMN = 0.5;
/** At most so many tracks may end at one row, and so many be open: columns of a broadsheet. */
const MAX_ENDED = 4;
const MAX_TRACKS = 8;

type Affinity = (other: number) => number;

/** What is known of the rows of a page before their order is. */
export interface Clues {
  /** The log-odds that row b goes on from row a, by the break between them. */
  readonly score: (a: number, b: number) => number;
  /** The log-odds that other rows are of one story with a row, by their words; asked for one row at a time. */
  readonly affinityWith?: (row: number) => Affinity;
  /** Whether a row stands in one text box with the row before. */
  readonly inBox?: (row: number) => boolean;
  /** Whether a row ends a sentence. */
  readonly ends?: (row: number) => boolean;
}

/** For each row the row it goes on from; NONE where it opens a track. */
type Previous = Int32Array;
const NONE = -1;

interface Course {
  readonly previous: Previous;
  readonly score: number;
}

/** For each row of `order` the row it goes on from; rows that open a track have none. */
export function findTracks(order: readonly number[], clues: Clues): Map<number, number> {
  const rows = order.reduce((most, row) => Math.max(most, row), NONE) + 1;
  const own = ownOrder(order, rows, clues);
  const previous = haveNoColumns(order, clues)
    ? own.previous
    : likelier(own, bestCourse(order, rows, clues), order.length);
  return new Map(order.filter((row) => previous[row] !== NONE).map((row) => [row, previous[row]]));
}

const haveNoColumns = (order: readonly number[], { ends = () => false }: Clues): boolean =>
  order.filter(ends).length > OF_NO_COLUMN * order.length;

/** The page's own order unless columns read in turns are likelier by enough; for so many rows. */
function likelier(own: Course, inTurns: Course, rows: number): Previous {
  const least = inTurns.score < SCATTERED * rows ? IN_TURNS_SCATTERED : IN_TURNS;
  return (inTurns.score < own.score + least ? own : inTurns).previous;
}

/** The course with one track at a time: each row goes on from the row before, or the track ends and another one opens. */
function ownOrder(order: readonly number[], rows: number, { score, affinityWith = () => () => 0 }: Clues): Course {
  const previous = new Int32Array(rows).fill(NONE);
  const anew = anewOdds(1);
  let sum = 0;
  order.forEach((row, n) => {
    if (n === 0) return;
    const from = order[n - 1];
    const odds = linkOdds(score(from, row) + subjectOdds(affinityWith(row), previous, from));
    if (odds > anew) previous[row] = from;
    sum += Math.max(odds, anew);
  });
  return { previous, score: sum };
}

/** What a link counts by its evidence. */
const linkOdds = (evidence: number): number => Math.max(-CLIP, Math.min(CLIP, evidence + PRIOR));

function bestCourse(order: readonly number[], rows: number, clues: Clues): Course {
  const { score, affinityWith = () => () => 0, inBox = () => false } = clues;
  let states: readonly State[] = [{ queue: [], score: 0, links: null }];
  /** For each row the row it goes on from in the course that was the best one when it was read. */
  const likely = new Int32Array(rows).fill(NONE);
  /** For each row the last row that was linked to it, and the odds of that. */
  const linked = new Int32Array(rows).fill(NONE);
  const odds = new Float64Array(rows);
  for (const row of order) {
    const affinity = affinityWith(row);
    const link = (from: number): number => {
      if (linked[from] !== row) {
        linked[from] = row;
        odds[from] = linkOdds(score(from, row) + subjectOdds(affinity, likely, from));
      }
      return odds[from];
    };
    const next = new Beam(row);
    for (const state of states) {
      extend(state, link, next);
      readBox(state, row, link, inBox, next);
    }
    states = next.states;
    const last = states[0].links;
    if (last?.to === row) likely[row] = last.from;
  }
  const previous = new Int32Array(rows).fill(NONE);
  for (let link = states[0].links; link; link = link.before) previous[link.to] = link.from;
  return { previous, score: states[0].score };
}

/** How far the words of a row speak for the track that ends in `from`. */
function subjectOdds(affinity: Affinity, likely: Previous, from: number): number {
  let odds = 0;
  for (let n = 0, at = from; n < MEMORY && at !== NONE; n++, at = likely[at]) odds += affinity(at);
  return SUBJECT * odds;
}

function extend(state: State, link: (from: number) => number, into: Beam): void {
  const { queue, score } = state;
  if (queue.length < MAX_TRACKS) into.offer(state, 0, null, score + openingOdds(state));
  for (let ended = 0; ended <= MAX_ENDED && ended < queue.length; ended++) {
    const without = score + endingOdds(ended);
    if (!into.takes(without + CLIP)) continue;
    into.offer(state, ended + 1, queue[ended], without + link(queue[ended]));
  }
  if (queue.length > 0) into.offer(state, queue.length, null, score + anewOdds(queue.length));
}

const endingOdds = (ended: number): number => (ended > 0 ? ENDS + (ended - 1) * ENDS_TOO : 0);

/** All open tracks, so many, have ended, and another one begins. */
const anewOdds = (ended: number): number => endingOdds(ended) + OPENS / 2;

function openingOdds({ queue, links }: State): number {
  if (queue.length === 0) return 0;
  const justOpened = links?.to !== queue[queue.length - 1];
  return justOpened ? OPENS_TOO : OPENS;
}

/**
 * The courses that text boxes make likely: on with the row before, or past a track that is ahead by such a row. Either track
 * is put first in the queue, which is where a row goes on.
 */
function readBox(
  { queue, score, links }: State,
  row: number,
  link: (from: number) => number,
  inBox: (row: number) => boolean,
  into: Beam,
): void {
  const last = queue[queue.length - 1];
  if (last === row - 1 && inBox(row))
    into.offer(
      { queue: [last, ...queue.slice(0, -1)], score, links },
      1,
      last,
      score + IN_BOX + (queue.length > 1 ? WAIT : 0) + link(last),
    );
  const [ahead, next] = queue;
  if (next !== undefined && inBox(ahead) && into.takes(score + AHEAD + CLIP))
    into.offer({ queue: [...queue.slice(1), ahead], score, links }, 1, next, score + AHEAD + link(next));
}

/** The best courses up to a row, best first, of those with the same open tracks only the best one; of equals the first. */
class Beam {
  readonly states: State[] = [];

  constructor(private readonly row: number) {}

  /** Whether a course with this score may be among the best. */
  takes(score: number): boolean {
    const { states } = this;
    if (states.length > 0 && score <= states[0].score - HOPELESS) return false;
    return states.length < BEAM || score > states[BEAM - 1].score;
  }

  /** The course that goes on from `state`: its first `gone` tracks have ended or go on in the row; `from` is what the row goes on from. */
  offer(state: State, gone: number, from: number | null, score: number): void {
    if (!this.takes(score)) return;
    const { states, row } = this;
    let place = states.length;
    for (let n = 0; n < states.length; n++) {
      if (place === states.length && states[n].score < score) place = n;
      if (!isSameQueue(states[n].queue, state.queue, gone)) continue;
      if (place > n) return;
      states.splice(n, 1);
      break;
    }
    const queue = state.queue.slice(gone);
    queue.push(row);
    const links = from === null ? state.links : { from, to: row, before: state.links };
    states.splice(place, 0, { queue, score, links });
    if (states.length > BEAM) states.pop();
  }
}

/** Whether `queue`, whose last track goes on in the row at hand, is `other` without its first `gone` tracks and with that one. */
function isSameQueue(queue: readonly number[], other: readonly number[], gone: number): boolean {
  if (queue.length !== other.length - gone + 1) return false;
  for (let i = 0; i + 1 < queue.length; i++) if (queue[i] !== other[gone + i]) return false;
  return true;
}
