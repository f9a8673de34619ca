/*
 * The columns of one story whose rows an extractor read in turns: the first row of each column, from left to right, then
 * the second one of each … A search takes the rows in the order of the page and puts each into a column. Cheap is what such
 * a reader does: on to the next column, and from the last one back to the first. A column may be passed over (a row of it
 * went to another story, or a box of two rows was read at once), may end, and may begin late. Of all courses the one wins
 * whose rows read on best, down the columns and from the foot of each to the head of the next.
 *
 * In a story there are fewer columns than on its page, and they end where it ends: so they are found anew, with what the
 * whole page said of them (order.ts) as one voice among others.
 */

/*
 * Log-odds, set by hand and by a search on 506 stories of annotated pages and their other extractions: of 100 characters 11
 * are out of order with them, 16 were when the columns that the page's order had found were only put in order.
 */

/** A column is passed over in a turn, or has ended, … */
const PASSED = -3;
const ENDED = -1;
/** … goes on though it is another one's turn, unless the row is in a text box with the one before: those were read at once. */
const AGAIN = -3.5;
const IN_BOX = 0.5;
/** A column begins in the first turn, or later: to the right of the one just read, or to the left of all, as a turn begins. */
const OPENS = -0.5;
const OPENS_LATE = -4;
const OPENS_LEFT = -7;
const OPENS_LEFT_LATE = -5.5;
/** For each row of other stories, so many at most, between a row and one to the right of it: they stand rather where a turn ends. */
const BETWEEN = -0.4;
const MOST_BETWEEN = 4;
/** The page's reading order has the row go on from there. */
const SAID = 3;
/** Added to what a break says, for a link is wanted in any case; one break counts at most this much, so that none decides. */
const PRIOR = 1.75;
const MOST = 4;
/** How much the break from the foot of a column to the head of the next one counts, of which more are wrong on the way. */
const NEXT_COLUMN = 0.8;

/** Courses kept at each row: with 24 of them a tenth more is out of order, with 64 as much. */
const BEAM = 48;
/** A course so far behind the best one never came first on annotated pages. */
const HOPELESS = 12;
/** Columns of a story, at most. */
const MOST_COLUMNS = 8;

/** What is known of the rows. */
export interface TurnClues {
  /** The log-odds that row b goes on from row a, by the break between them; null where that tells nothing. */
  readonly reads: (a: number, b: number) => number | null;
  /** Whether the reading order of the page has b go on from a. */
  readonly isSaid: (a: number, b: number) => boolean;
  /** Whether a row stands in one text box with the row before. */
  readonly inBox: (row: number) => boolean;
  /** How far the first and the last row of all speak for themselves. */
  readonly first: (row: number) => number;
  readonly last: (row: number) => number;
}

/** The columns from left to right, each with its rows from top to bottom; `rows` are in the order of the page. */
export function columnsInTurns(rows: readonly number[], clues: TurnClues): number[][] {
  if (rows.length === 0) return [];
  const first: Move = { row: rows[0], at: 0, opens: true, before: null };
  let courses: readonly Course[] = [{ feet: [rows[0]], ended: 0, single: true, score: 0, last: first }];
  for (const row of rows.slice(1)) {
    const links = new Map<number, number>();
    const link = (foot: number): number => {
      const known = links.get(foot) ?? linkOdds(clues, foot, row);
      links.set(foot, known);
      return known;
    };
    const isInBox = clues.inBox(row);
    const steps = courses.flatMap((course) => [...goingOn(course, row, link, isInBox), ...opening(course, row)]);
    courses = theBest(steps, row);
  }
  const whole = courses.map((course) => {
    const columns = columnsOf(course.last);
    return { columns, score: course.score + breaksBetween(columns, clues) };
  });
  return whole.reduce((most, other) => (other.score > most.score ? other : most)).columns;
}

/** A way to put the rows up to one of them into columns. Columns are numbered from left to right; sets of them have a bit for each. */
interface Course {
  /** The last row of each column. */
  readonly feet: readonly number[];
  /** The columns that have ended. */
  readonly ended: number;
  /** Whether each column has a single row: then it is the first turn. */
  readonly single: boolean;
  readonly score: number;
  readonly last: Move;
}

interface Move {
  readonly row: number;
  /** The number of its column among those there are then. */
  readonly at: number;
  /** Whether it begins that column; the columns from there on stand one further to the right then. */
  readonly opens: boolean;
  readonly before: Move | null;
}

/** How a course may go on: most of them are never taken, so the course that comes of it is made later. */
interface Step extends Pick<Move, 'at' | 'opens'> {
  readonly course: Course;
  /** Columns that have ended by then. */
  readonly ended: number;
  readonly score: number;
}

const linkOdds = ({ reads, isSaid }: TurnClues, a: number, b: number): number =>
  clipped(reads(a, b)) + (isSaid(a, b) ? SAID : 0);

const clipped = (odds: number | null): number => (odds === null ? 0 : Math.max(-MOST, Math.min(MOST, odds + PRIOR)));

/** The steps in which the row goes on from a column. */
function goingOn(course: Course, row: number, link: (foot: number) => number, isInBox: boolean): Step[] {
  const { feet, ended, last } = course;
  const steps: Step[] = [];
  for (let at = 0; at < feet.length; at++) {
    if (ended & (1 << at)) continue;
    const score = course.score + link(feet[at]) + (at > last.at ? onward(last.row, row) : 0);
    const passed = between(last.at, at, feet.length) & ~ended;
    if (passed === 0) {
      steps.push({ course, at, opens: false, ended, score });
      continue;
    }
    const waiting = at === last.at ? (isInBox ? IN_BOX : AGAIN) : PASSED * sizeOf(passed);
    steps.push({ course, at, opens: false, ended, score: score + waiting });
    steps.push({ course, at, opens: false, ended: ended | passed, score: score + ENDED * sizeOf(passed) });
  }
  return steps;
}

/** The steps in which the row begins a column. */
function opening(course: Course, row: number): Step[] {
  const { feet, ended, single, score, last } = course;
  if (feet.length === MOST_COLUMNS) return [];
  const right = (single ? OPENS : OPENS_LATE) + onward(last.row, row);
  const left = single ? OPENS_LEFT : OPENS_LEFT_LATE;
  const at = last.at + 1;
  return [
    { course, at, opens: true, ended: withPlaceAt(ended, at), score: score + right },
    { course, at: 0, opens: true, ended: withPlaceAt(ended, 0), score: score + left },
  ];
}

const onward = (from: number, to: number): number => BETWEEN * Math.min(MOST_BETWEEN, to - from - 1);

/** The columns that a reader passes on the way from one to another (all others, where they are the same). */
function between(from: number, to: number, columns: number): number {
  const upTo = (n: number): number => (1 << n) - 1;
  const behind = upTo(columns) & ~upTo(from + 1);
  return from < to ? behind & upTo(to) : behind | upTo(to);
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) size++;
  return size;
}

/** The set with the columns from `at` on one further to the right. */
function withPlaceAt(set: number, at: number): number {
  const left = set & ((1 << at) - 1);
  return left | ((set ^ left) << 1);
}

/** The likeliest courses; of those that may go on in the same ways only the best one. */
function theBest(steps: readonly Step[], row: number): readonly Course[] {
  const best = new Map<string, Course>();
  const most = steps.reduce((odds, { score }) => Math.max(odds, score), Number.NEGATIVE_INFINITY);
  const hopeful = steps.filter(({ score }) => score > most - HOPELESS);
  for (const step of hopeful.sort((a, b) => b.score - a.score)) {
    const course = taken(step, row);
    const ways = `${course.ended} ${course.feet.join(' ')}`;
    if (!best.has(ways)) best.set(ways, course);
    if (best.size === BEAM) break;
  }
  return [...best.values()];
}

function taken({ course, at, opens, ended, score }: Step, row: number): Course {
  const { feet } = course;
  return {
    feet: [...feet.slice(0, at), row, ...feet.slice(opens ? at : at + 1)],
    ended,
    single: opens && course.single,
    score,
    last: { row, at, opens, before: course.last },
  };
}

function columnsOf(last: Move): number[][] {
  const moves: Move[] = [];
  for (let move: Move | null = last; move; move = move.before) moves.push(move);
  const columns: number[][] = [];
  for (const { row, at, opens } of moves.reverse()) {
    if (opens) columns.splice(at, 0, [row]);
    else columns[at].push(row);
  }
  return columns;
}

/** What the breaks between columns say, and how the first one begins and the last one ends. */
function breaksBetween(columns: readonly (readonly number[])[], clues: TurnClues): number {
  const feet = columns.map((column) => column[column.length - 1]);
  const breaks = columns.slice(1).map(([head], n) => NEXT_COLUMN * linkOdds(clues, feet[n], head));
  return breaks.reduce((sum, odds) => sum + odds, clues.first(columns[0][0]) + clues.last(feet[feet.length - 1]));
}
