import { endsSentence } from './continuity';
import type { FormRow } from './formRows';
import { type Body, inOrder, makeBody } from './links';
import type { Ordered } from './ordered';
import { sequelContext } from './runs';
import { closesStory, isClosed, opensStory, sequelEvidence } from './sequels';
import type { Link } from './titleLinks';
import { type Weights, weigh } from './weights';

/** Rows of a fragment, at most: a column's end that lost its story. Stories that short have a title or a lead. */
const FRAGMENT = 7;
/** A fragment goes to the story it fits best unless even that is less likely than this. */
const ADOPT = -4.5;
/**
 * A lead or dateline with so few rows is the head of a story that lost the rest. What goes on from another page has more than
 * a fragment's rows, or it would not have been broken off; of annotated pages one has such a piece.
 */
const OPENING = 3;

/** A longer piece, up to a column's length, is a fragment, too, where it stops in the middle of a sentence. */
const TORN = 40;

function isTorn(page: Ordered, rows: readonly number[]): boolean {
  const tail = rows[rows.length - 1];
  return !endsSentence(page.sheet.rows[tail].bare) && !closesStory(page.forms[tail]);
}

const isContinued = (forms: FormRow): boolean => forms.begun.some(({ kind }) => kind === 'continued');

/** Gives each short piece without a title or a lead to the story that it most likely goes on from (or that goes on from it). */
export function adoptFragments(
  page: Ordered,
  weights: Pick<Weights, 'sequel'>,
  bodies: readonly Body[],
  links: readonly Link[],
): Body[] {
  const titled = new Set(links.map(({ body }) => body));
  const isFragment = bodies.map((body, n) => !titled.has(n) && lacksStory(page, body));
  const context = sequelContext(page, bodies);
  const odds = (s: Body, t: Body): number => weigh(weights.sequel, (emit) => sequelEvidence(context, s, t, emit));
  const adopted = new Map<number, Adoption>();
  bodies.forEach((fragment, n) => {
    if (!isFragment[n]) return;
    const home = homeAround(page, bodies, isFragment, fragment) ?? bestHome(page, bodies, isFragment, fragment, odds);
    if (home !== null) adopted.set(n, home);
  });
  return rebuilt(page, bodies, adopted);
}

/** Whether a piece that no title was given to is none of its own: short without a lead, or torn. */
function lacksStory(page: Ordered, { rows, figure }: Body): boolean {
  if (figure) return false;
  if (rows.length > FRAGMENT) return rows.length <= TORN && isTorn(page, rows);
  const head = page.forms[rows[0]];
  return rows.length <= OPENING || !opensStory(head) || isContinued(head);
}

const opens = (page: Ordered, { rows }: Body): boolean => opensStory(page.forms[rows[0]]);

/** The story whose rows stand around a fragment. */
function homeAround(
  page: Ordered,
  bodies: readonly Body[],
  isFragment: readonly boolean[],
  fragment: Body,
): Adoption | null {
  const home = bodyAround(bodies, fragment);
  if (home < 0 || isFragment[home] || (opens(page, fragment) && opens(page, bodies[home]))) return null;
  return { home, place: 'between', rows: fragment.rows };
}

/** The story that a fragment fits best; `odds` are those of the second one going on from the first. */
function bestHome(
  page: Ordered,
  bodies: readonly Body[],
  isFragment: readonly boolean[],
  fragment: Body,
  odds: (s: Body, t: Body) => number,
): Adoption | null {
  let best: Adoption | null = null;
  let most = ADOPT;
  for (const [home, body] of bodies.entries()) {
    if (body.figure || isFragment[home] || (opens(page, fragment) && opens(page, body))) continue;
    const after = opens(page, fragment) || isClosed(page, body.rows) ? ADOPT : odds(body, fragment);
    const before = odds(fragment, body);
    if (Math.max(before, after) <= most) continue;
    most = Math.max(before, after);
    best = { home, place: before > after ? 'before' : 'after', rows: fragment.rows };
  }
  return best;
}

/** The stories with the fragments that they adopted. */
function rebuilt(page: Ordered, bodies: readonly Body[], adopted: ReadonlyMap<number, Adoption>): Body[] {
  const rowsAt = (home: number, place: Adoption['place']): (readonly number[])[] =>
    [...adopted.values()].filter((own) => own.home === home && own.place === place).map(({ rows }) => rows);
  return inOrder(
    bodies.flatMap((body, n) => {
      if (adopted.has(n)) return [];
      const [before, between, after] = PLACES.map((place) => rowsAt(n, place));
      if (before.length + between.length + after.length === 0) return [body];
      const rows = [...before.flat(), ...between.reduce(withBetween, body.rows), ...after.flat()];
      return [makeBody(page, rows, false)];
    }),
  );
}

const PLACES = ['before', 'between', 'after'] as const;

/** A fragment's rows, and where in which body they go: before its rows, behind them, or between those that stand around. */
interface Adoption {
  readonly home: number;
  readonly place: (typeof PLACES)[number];
  readonly rows: readonly number[];
}

/**
 * The body in which the row right behind a fragment follows the row right before it; -1 where in none. Of 28 such fragments
 * 25 were that body's.
 */
function bodyAround(bodies: readonly Body[], { rows }: Body): number {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (rows.some((row, k) => row !== first + k)) return -1;
  return bodies.findIndex(({ figure, rows: around }) => !figure && around[around.indexOf(last + 1) - 1] === first - 1);
}

/** Rows with those of a fragment behind the row that it stands behind. */
function withBetween(rows: readonly number[], fragment: readonly number[]): readonly number[] {
  const at = rows.indexOf(fragment[0] - 1) + 1;
  return [...rows.slice(0, at), ...fragment, ...rows.slice(at)];
}
