import { boundaryOdds } from './boundaries';
import { type Body, changed, inOrder, type LinkContext, linkContext, makeBody, without } from './links';
import type { Ordered } from './ordered';
import { sequelContext } from './runs';
import { isClosed, sequelEvidence } from './sequels';
import { splitEvidence, splitPlaces } from './splits';
import { linkScore, linksGain } from './titleLinks';
import type { TitleBlock } from './titles';
import { type Weights, weigh } from './weights';

/*
 * Stories and titles decide together: a story is parted, or two are joined, where that gains, what the text says of it and
 * what the titles then find taken together. The best move of all first, until none gains.
 */

/** Part of what titles gain is in the text's evidence already: words that both parts share with a title. */
const TITLES_COUNT = 0.7;
/** Moves in a page, at most, and moves to choose from, the likeliest: pages had up to 6 and 130, a book must not take hours. */
const MOST_MOVES = 30;
const MOST_CHOICES = 150;
/** What the text alone thinks this unlikely (log-odds) no title makes true. */
const LEAST_SPLIT = -2;
const LEAST_JOIN = -2;
/**
 * Runs that wanted one another are joined already, so a story is not made longer for next to nothing: of 3,700 joins in
 * question on 169 annotated pages those at even odds were right in four of ten cases.
 */
const LEAST_JOIN_GAIN = 0.3;
/** Where a boundary is this unlikely, no split was likelier than -3: it need not be weighed, which takes time. */
const LEAST_BOUNDARY = -4;
/** Stories further from one another than this many are not joined: pages have fewer. */
const REACH = 60;

type Tables = Pick<Weights, 'boundary' | 'sequel' | 'split' | 'link'>;

/** Bodies `gone` (indices) give way to `come`; the log-odds that the text alone gives to that. */
interface Move {
  /** The rows between which stories are parted or joined. */
  readonly joint: string;
  readonly gone: readonly number[];
  readonly come: readonly Body[];
  readonly odds: number;
}

/** The stories with those parted that titles and text make two, and those joined that they make one. */
export function settle(
  page: Ordered,
  weights: Tables,
  blocks: readonly TitleBlock[],
  first: readonly Body[],
): readonly Body[] {
  const moves = new Moves(page, weights);
  let bodies = first;
  /** What was decided once is not put in question again, or the same would be parted and joined for ever. */
  const decided = new Set<string>();
  for (let move = 0; move < MOST_MOVES; move++) {
    const open = moves.from(bodies).filter(({ joint }) => !decided.has(joint));
    const choices = open.sort((a, b) => b.odds - a.odds).slice(0, MOST_CHOICES);
    const next = bestMove(page, weights, blocks, bodies, choices);
    if (next === null) break;
    decided.add(next.joint);
    bodies = inOrder([...without(bodies, next.gone), ...next.come]);
  }
  return bodies;
}

/** The move that gains most, if any does. */
function bestMove(
  page: Ordered,
  weights: Tables,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  moves: readonly Move[],
): Move | null {
  const now = linkContext(page, blocks, bodies);
  /** What each block says of the last `count` bodies. */
  const scoresOf = (context: LinkContext, count: number): number[][] => {
    const wanted = context.bodies.map((_, s) => s).slice(context.bodies.length - count);
    return blocks.map((_, t) => wanted.map((s) => linkScore(context, weights, t, s)));
  };
  const scores = scoresOf(now, bodies.length);
  const before = linksGain(scores);
  let best: Move | null = null;
  let most = 0;
  for (const move of moves) {
    const columns = scoresOf(changed(now, move.gone, move.come), move.come.length);
    const after = linksGain(scores.map((row, t) => [...without(row, move.gone), ...columns[t]]));
    const least = move.come.length === 1 ? LEAST_JOIN_GAIN : 0;
    const gain = move.odds + TITLES_COUNT * (after - before) - least;
    if (gain <= most) continue;
    most = gain;
    best = move;
  }
  return best;
}

const jointOf = (before: number, after: number): string => `${before} ${after}`;

/** The moves from some bodies; what was weighed once is kept, for one move changes two bodies at most. */
class Moves {
  private readonly splits = new Map<Body, readonly Omit<Move, 'gone'>[]>();
  private readonly joins = new Map<Body, Map<Body, Omit<Move, 'gone'> | null>>();

  constructor(
    private readonly page: Ordered,
    private readonly weights: Tables,
  ) {}

  from(bodies: readonly Body[]): Move[] {
    return bodies.flatMap((body, s) => {
      if (body.figure) return [];
      const moves: Move[] = this.splitsOf(body, bodies).map((split) => ({ ...split, gone: [s] }));
      for (let t = Math.max(0, s - REACH); t <= Math.min(bodies.length - 1, s + REACH); t++) {
        const join = t === s || bodies[t].figure ? null : this.joinOf(body, bodies[t], bodies);
        if (join) moves.push({ ...join, gone: [s, t] });
      }
      return moves;
    });
  }

  private splitsOf(body: Body, bodies: readonly Body[]): readonly Omit<Move, 'gone'>[] {
    const { page, weights } = this;
    return known(this.splits, body, () =>
      splitPlaces(page, body.rows).flatMap((k) => {
        const boundary = boundaryOdds(page.boundary, weights.boundary, body.rows, k, LEAST_BOUNDARY);
        if (boundary <= LEAST_BOUNDARY) return [];
        const odds = weigh(weights.split, (emit) => splitEvidence(page, weights, bodies, body.rows, k, emit, boundary));
        if (odds <= LEAST_SPLIT) return [];
        const parts = [body.rows.slice(0, k), body.rows.slice(k)];
        return [
          {
            joint: jointOf(body.rows[k - 1], body.rows[k]),
            odds,
            come: parts.map((rows) => makeBody(page, rows, false)),
          },
        ];
      }),
    );
  }

  private joinOf(s: Body, t: Body, bodies: readonly Body[]): Omit<Move, 'gone'> | null {
    const { page, weights } = this;
    return known(
      known(this.joins, s, () => new Map()),
      t,
      () => {
        if (isClosed(page, s.rows)) return null;
        const context = sequelContext(page, bodies);
        const odds = weigh(weights.sequel, (emit) => sequelEvidence(context, s, t, emit));
        return odds <= LEAST_JOIN
          ? null
          : {
              joint: jointOf(s.rows[s.rows.length - 1], t.rows[0]),
              odds,
              come: [makeBody(page, [...s.rows, ...t.rows], false)],
            };
      },
    );
  }
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
