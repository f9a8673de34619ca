import { homes, withAsides } from './asides';
import { firstStories } from './firstStories';
import { adoptFragments } from './fragments';
import { gatherTitles } from './gathering';
import { type Body, inOrder, makeBody } from './links';
import type { Ordered } from './pipeline';
import { mergeEvidence, refinement, runOf, splitEvidence, splitPlaces } from './refine';
import { regroup } from './regroup';
import { type Link, linkTitles } from './titleLinks';
import type { TitleBlock } from './titles';
import { type Weights, weigh } from './weights';

export interface Assembly {
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
}

/** Puts the page's stories together: first by the text alone, then with what the titles say of them; bylines that stand apart last. */
export function assemble(page: Ordered, weights: Weights): Assembly {
  const { bodies, blocks, links, asides } = assembleTexts(page, weights);
  return { bodies: withAsides(homes(page, bodies, blocks, links), asides, weights.aside), blocks, links };
}

/** The stories, and the bylines that are not given to any of them yet. */
export interface Texts extends Assembly {
  readonly asides: readonly (readonly number[])[];
}

export function assembleTexts(page: Ordered, weights: Weights): Texts {
  const { texts, blocks, asides } = firstStories(page, weights);
  const linked = (bodies: readonly Body[]): Link[] => linkTitles(page, blocks, bodies, weights, 'draft');
  const split = splitStories(page, weights, blocks, texts, linked(texts));
  const merged = MERGES.reduce(
    (bodies, least) => mergeStories(page, weights, blocks, bodies, linked(bodies), least),
    split,
  );
  const joined = adoptFragments(page, weights, blocks, merged, linked(merged));
  const grouped = regroup(page, weights, blocks, joined);
  return gatherTitles(
    page,
    weights,
    { bodies: joined, blocks: grouped, links: linkTitles(page, grouped, joined, weights, 'good') },
    asides,
  );
}

/** A story is split where the log-odds of two stories exceed this, the surest place first; at most so many times each. */
const SPLIT = 0;
const MAX_SPLITS = 4;

export function splitStories(
  page: Ordered,
  weights: Weights,
  blocks: readonly TitleBlock[],
  first: readonly Body[],
  links: readonly Link[],
): Body[] {
  const look = refinement(page, weights, first, blocks, links);
  return inOrder(
    first.flatMap((body, s) => {
      const places = splitPlaces(look, s)
        .map((k) => ({ k, score: weigh(weights.split, (emit) => splitEvidence(look, s, k, emit)) }))
        .filter(({ score }) => score > SPLIT)
        .sort((a, b) => b.score - a.score)
        .slice(0, MAX_SPLITS)
        .map(({ k }) => k)
        .sort((a, b) => a - b);
      if (places.length === 0) return [body];
      const edges = [0, ...places, body.rows.length];
      return edges.slice(1).map((end, n) => makeBody(page, body.rows.slice(edges[n], end), false));
    }),
  );
}

/** Stories are joined from these log-odds on, the surest first: titles are linked anew before the next. */
const MERGES = [2, 1, 0];

/** Joins stories that read on from one another and whose titles do not speak against it, the surest pairs first. */
export function mergeStories(
  page: Ordered,
  weights: Weights,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  links: readonly Link[],
  least: number,
): Body[] {
  const look = refinement(page, weights, bodies, blocks, links);
  const runs = bodies.map((body) => runOf(page, body));
  const pairs = pairsOf(bodies.length)
    .filter(({ s, t }) => !bodies[s].figure && !bodies[t].figure)
    .map(({ s, t }) => ({ s, t, score: weigh(weights.merge, (emit) => mergeEvidence(look, runs, s, t, emit)) }))
    .filter(({ score }) => score > least);
  const chains = chainUp(bodies.length, pairs);
  return inOrder(
    chains.map((chain) =>
      chain.length === 1
        ? bodies[chain[0]]
        : makeBody(
            page,
            chain.flatMap((n) => bodies[n].rows),
            false,
          ),
    ),
  );
}

const pairsOf = (count: number): { s: number; t: number }[] =>
  Array.from({ length: count * count }, (_, n) => ({ s: Math.floor(n / count), t: n % count })).filter(
    ({ s, t }) => s !== t,
  );

/** Chains 0..count-1 up by the best pairs: each has one sequel and is the sequel of one, and no chain bites its tail. */
function chainUp(count: number, pairs: readonly { s: number; t: number; score: number }[]): number[][] {
  const next = new Map<number, number>();
  const previous = new Map<number, number>();
  const headOf = (n: number): number => {
    let head = n;
    for (let p = previous.get(head); p !== undefined; p = previous.get(head)) head = p;
    return head;
  };
  for (const { s, t } of [...pairs].sort((a, b) => b.score - a.score)) {
    if (next.has(s) || previous.has(t) || headOf(s) === t) continue;
    next.set(s, t);
    previous.set(t, s);
  }
  const chains: number[][] = [];
  for (let n = 0; n < count; n++) {
    if (previous.has(n)) continue;
    const chain = [n];
    for (let m = next.get(n); m !== undefined; m = next.get(m)) chain.push(m);
    chains.push(chain);
  }
  return chains;
}
