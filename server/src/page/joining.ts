import type { Ordered } from './ordered';
import { makeRun, type Runs, sequelContext } from './runs';
import { isClosed, type Run, sequelEvidence } from './sequels';
import { type Weights, weigh } from './weights';

/**
 * Runs are joined to stories from these log-odds on. Pages that took no part in training did as well from 0 on; what was left
 * apart is joined later where titles want it, what was joined is seldom parted.
 */
const JOIN = 0.6;

/** Runs further from one another than this many are never joined: pages have fewer, and a book must not take hours. */
const REACH = 120;

/**
 * Joins runs to stories by the text alone: the surest pair of all first, then again with the longer run in place of the two,
 * for the more rows a run has the better its words and its column tell what else is of its story. Runs and result in the
 * order of their first rows.
 */
export function joinRuns(
  page: Ordered,
  first: readonly Run[],
  weights: Pick<Weights, 'sequel'>,
  parted: Runs['parted'],
  least = JOIN,
): Run[] {
  const runs = new Map(first.map((run, n) => [n, run]));
  let context = sequelContext(page, first, parted);
  const pairs = new Pairs(first.length, (s, t) => {
    const [a, b] = [runs.get(s), runs.get(t)];
    return a && b && !isClosed(page, a.rows)
      ? weigh(weights.sequel, (emit) => sequelEvidence(context, a, b, emit))
      : null;
  });
  for (let pair = pairs.best(least); pair !== null; pair = pairs.best(least)) {
    const [s, t] = pair;
    runs.set(s, makeRun(page, [...(runs.get(s)?.rows ?? []), ...(runs.get(t)?.rows ?? [])]));
    runs.delete(t);
    context = sequelContext(page, inOrder(runs.values()), parted);
    pairs.renew(s, t);
  }
  return inOrder(runs.values());
}

const inOrder = (runs: Iterable<Run>): Run[] => [...runs].sort((a, b) => a.rows[0] - b.rows[0]);

/** Scores of ordered pairs of things numbered from 0, and the best partner of each. */
class Pairs {
  private readonly scores: Map<number, number>[];
  private readonly partner: (number | null)[];

  /** `score` gives null where one of the two is gone, or can have no sequel. */
  constructor(
    private readonly count: number,
    private readonly score: (s: number, t: number) => number | null,
  ) {
    this.scores = Array.from({ length: count }, (_, s) => {
      const row = new Map<number, number>();
      for (const t of this.around(s)) this.set(row, s, t);
      return row;
    });
    this.partner = this.scores.map((_, s) => this.partnerOf(s));
  }

  /** The pair with the highest score above `least`, if any. */
  best(least: number): [number, number] | null {
    let found: [number, number] | null = null;
    let most = least;
    this.partner.forEach((t, s) => {
      const score = t === null ? undefined : this.scores[s].get(t);
      if (t === null || score === undefined || score <= most) return;
      most = score;
      found = [s, t];
    });
    return found;
  }

  /** s has changed, t is gone. */
  renew(s: number, t: number): void {
    this.scores[t].clear();
    this.partner[t] = null;
    for (const n of this.around(t)) this.scores[n].delete(t);
    for (const n of this.around(s)) {
      this.set(this.scores[s], s, n);
      this.set(this.scores[n], n, s);
    }
    for (const n of new Set([s, ...this.around(s), ...this.around(t)])) this.partner[n] = this.partnerOf(n);
  }

  private set(row: Map<number, number>, s: number, t: number): void {
    const score = this.score(s, t);
    if (score === null) row.delete(t);
    else row.set(t, score);
  }

  private partnerOf(s: number): number | null {
    let partner: number | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const [t, score] of this.scores[s]) {
      if (score <= most) continue;
      most = score;
      partner = t;
    }
    return partner;
  }

  private *around(s: number): Iterable<number> {
    for (let t = Math.max(0, s - REACH); t <= Math.min(this.count - 1, s + REACH); t++) if (t !== s) yield t;
  }
}
