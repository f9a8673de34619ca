import { endsSentence } from './continuity';
import type { FormRow } from './formRows';
import { type Body, inOrder, makeBody } from './links';
import type { Ordered } from './ordered';
import { sequelContext } from './runs';
import { closesStory, opensStory, sequelEvidence } from './sequels';
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
  const context = sequelContext(page, bodies);
  const odds = (s: Body, t: Body): number => weigh(weights.sequel, (emit) => sequelEvidence(context, s, t, emit));
  const isFragment = (n: number): boolean => {
    const { rows, figure } = bodies[n];
    if (figure || links.some(({ body }) => body === n)) return false;
    if (rows.length > FRAGMENT) return rows.length <= TORN && isTorn(page, rows);
    const head = page.forms[rows[0]];
    return rows.length <= OPENING || !opensStory(head) || isContinued(head);
  };
  const adopted = new Map<number, { before: number[]; after: number[] }>();
  const gone = new Set<number>();
  bodies.forEach((fragment, n) => {
    if (!isFragment(n)) return;
    let best = { home: -1, after: true, score: ADOPT };
    bodies.forEach((home, s) => {
      if (s === n || home.figure || isFragment(s)) return;
      const opens = opensStory(page.forms[fragment.rows[0]]);
      if (opens && opensStory(page.forms[home.rows[0]])) return;
      const after = opens ? ADOPT : odds(home, fragment);
      if (after > best.score) best = { home: s, after: true, score: after };
      const before = odds(fragment, home);
      if (before > best.score) best = { home: s, after: false, score: before };
    });
    if (best.home < 0) return;
    gone.add(n);
    const home = adopted.get(best.home) ?? { before: [], after: [] };
    (best.after ? home.after : home.before).push(...fragment.rows);
    adopted.set(best.home, home);
  });
  return inOrder(
    bodies.flatMap((body, n) => {
      if (gone.has(n)) return [];
      const parts = adopted.get(n);
      return [parts ? makeBody(page, [...parts.before, ...body.rows, ...parts.after], false) : body];
    }),
  );
}
