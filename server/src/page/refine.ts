import { boundaryEvidence, measureOf } from './boundaries';
import { endsSentence } from './continuity';
import type { Body } from './links';
import { type Ordered, sequelContext } from './pipeline';
import { opensStory, type Run, sequelEvidence } from './sequels';
import type { Link } from './titleLinks';
import type { TitleBlock } from './titles';
import { bin, type Emit, type Weights, weigh } from './weights';
import type { Words } from './words';

/*
 * A second look at the stories, now that titles were weighed against them: where two titles claim one story and their
 * words lie on different sides of a sentence end, it is two; where a story without a title reads on from another, it is one.
 */

/** What a title block has in the rows of a story: for each of its word pairs the first and last row (index in the story). */
interface Claim {
  readonly block: number;
  /** Share of the title's words that the story has. */
  readonly share: number;
  readonly pairs: readonly { readonly weight: number; readonly first: number; readonly last: number }[];
  readonly all: number;
  /** Whether no other story has more of it. */
  readonly best: boolean;
}

export interface Refinement {
  readonly page: Ordered;
  readonly weights: Pick<Weights, 'boundary' | 'sequel'>;
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
  readonly claims: readonly (readonly Claim[])[];
}

/** A title claims a story that holds at least this share of its words … */
const CLAIM = 0.25;
/** … and at least this share of what the best story holds. */
const NEAR_BEST = 0.75;

export function refinement(
  page: Ordered,
  weights: Refinement['weights'],
  bodies: readonly Body[],
  blocks: readonly TitleBlock[],
  links: readonly Link[],
): Refinement {
  const shares = blocks.map((block) => bodies.map((body) => shareOf(page.words, block, body)));
  const most = shares.map((row) => Math.max(0, ...row));
  const claims = bodies.map((body, s) =>
    blocks.flatMap((block, t): Claim[] => {
      const share = shares[t][s];
      if (share < CLAIM || share < NEAR_BEST * most[t]) return [];
      return [claimOf(page, block, t, body, share, share === most[t])];
    }),
  );
  return { page, weights, bodies, blocks, links, claims };
}

const shareOf = (words: Words, block: TitleBlock, body: Body): number => {
  const all = words.sum(block.bag);
  return all > 0 ? words.shared(block.bag, body.bag) / all : 0;
};

function claimOf(page: Ordered, block: TitleBlock, t: number, body: Body, share: number, best: boolean): Claim {
  const found = new Map<number, { weight: number; first: number; last: number }>();
  body.rows.forEach((row, n) => {
    const text = page.sheet.rows[row].bare;
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = ((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)) >>> 0;
      if (!block.bag.has(pair)) continue;
      const known = found.get(pair);
      if (known) known.last = n;
      else found.set(pair, { weight: page.words.weight(pair), first: n, last: n });
    }
  });
  return { block: t, share, pairs: [...found.values()], all: page.words.sum(block.bag), best };
}

/** How much better two titles fit the two sides of row k than one title fits the whole (shares of title words, -1..1). */
function splitGain(claims: readonly Claim[], k: number): { gain: number; before: number; after: number } {
  let best = { gain: -1, before: 0, after: 0 };
  const whole = Math.max(0, ...claims.map(({ share }) => share));
  for (const a of claims) {
    const before = sideShare(a, ({ first }) => first < k);
    for (const b of claims) {
      if (a === b) continue;
      const after = sideShare(b, ({ last }) => last >= k);
      const lost = sideShare(a, ({ first }) => first >= k) + sideShare(b, ({ last }) => last < k);
      const gain = before + after - whole - lost;
      if (gain > best.gain) best = { gain, before, after };
    }
  }
  return best;
}

const sideShare = (claim: Claim, on: (pair: { first: number; last: number }) => boolean): number => {
  let sum = 0;
  for (const pair of claim.pairs) if (on(pair)) sum += pair.weight;
  return claim.all > 0 ? sum / claim.all : 0;
};

/** Evidence that body s is two stories, the second beginning at its k-th row. */
export function splitEvidence(look: Refinement, s: number, k: number, emit: Emit): void {
  const { page, weights, bodies, claims, links } = look;
  const body = bodies[s];
  const rows = page.sheet.rows;
  const [a, b] = [body.rows[k - 1], body.rows[k]];
  const base = Math.max(
    -6,
    Math.min(
      6,
      weigh(weights.boundary, (e) => boundaryEvidence(page.boundary, body.rows, k, e)),
    ),
  );
  emit('boundary', base / 2);
  emit(`boundary ${bin(base, [-4, -3, -2, -1, 0, 1])}`);
  const own = claims[s];
  const count = own.filter(({ best }) => best).length;
  emit(`${Math.min(count, 3)} titles claim it`);
  if (own.length > 1) {
    const { gain, before, after } = splitGain(own, k);
    emit('title gain', Math.max(-0.5, Math.min(1, gain)) * 3);
    emit(`title gain ${bin(gain, [-0.2, 0, 0.2, 0.4, 0.7])}`);
    emit('weaker title', Math.min(before, after) * 2);
  }
  const link = links.find(({ body: linked }) => linked === s);
  emit(link ? (link.score > 2 ? 'has a sure title' : 'has a title') : 'has no title');
  const [size, rest] = [k, body.rows.length - k];
  emit(`smaller part has ${bin(Math.min(size, rest), [1, 2, 4, 8])}`);
  const [m, n] = [measureOf(rows, body.rows.slice(0, k)), measureOf(rows, body.rows.slice(k))];
  emit(`measures of the parts differ ${bin(Math.abs(m - n), [0.25, 0.75, 1.25, 2.25, 4])}`);
  if (opensStory(page.forms[body.rows[0]]) && opensStory(page.forms[b])) emit('both open with a lead');
  if (!endsSentence(rows[a].bare)) emit('open');
}

/** The places where a body might be two: sentence ends, as indices into its rows. */
export function splitPlaces(look: Refinement, s: number): number[] {
  const rows = look.page.sheet.rows;
  const body = look.bodies[s];
  if (body.figure) return [];
  return body.rows
    .map((_, k) => k)
    .filter((k) => k > 0 && (endsSentence(rows[body.rows[k - 1]].bare) || opensStory(look.page.forms[body.rows[k]])));
}

/** Evidence that body t goes on where body s stops, titles considered. */
export function mergeEvidence(look: Refinement, runs: readonly Run[], s: number, t: number, emit: Emit): void {
  const { page, weights, bodies, blocks, links } = look;
  const base = weigh(weights.sequel, (e) => sequelEvidence(sequelContext(page, runs), runs[s], runs[t], e));
  const clipped = Math.max(-6, Math.min(6, base));
  emit('sequel', clipped / 2);
  emit(`sequel ${bin(clipped, [-4, -3, -2, -1, 0, 1])}`);
  const [first, second] = [links.find(({ body }) => body === s), links.find(({ body }) => body === t)];
  const strength = (link: Link | undefined): string =>
    !link ? 'no' : link.score > 2 ? 'a sure' : link.score > 0 ? 'a likely' : 'a weak';
  emit(`first has ${strength(first)} title, second ${strength(second)}`);
  if (first) emit('its title shares words with the second', shareOf(page.words, blocks[first.block], bodies[t]) * 2);
  if (second)
    emit("the second's title shares words with the first", shareOf(page.words, blocks[second.block], bodies[s]) * 2);
  const size = Math.min(bodies[s].rows.length, bodies[t].rows.length);
  emit(`smaller has ${bin(size, [1, 2, 4, 8])}`);
  if (look.claims[t].some(({ best, block }) => best && block !== first?.block)) emit('another title claims the second');
}

export const runOf = (page: Ordered, { rows, bag }: Body): Run => ({
  rows,
  bag,
  measure: measureOf(page.sheet.rows, rows),
});
