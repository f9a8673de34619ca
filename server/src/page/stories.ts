import { withAsides } from './asides';
import { endsSentence } from './continuity';
import { type Body, isSandwiched, linkContext, linkEvidence, makeBody } from './links';
import type { Evidence } from './model';
import { makeRun, type Ordered, type Runs, runsOf, sequelContext } from './pipeline';
import { mergeEvidence, refinement, runOf, splitEvidence, splitPlaces } from './refine';
import { regroup } from './regroup';
import { closesStory, opensStory, type Run, sequelEvidence } from './sequels';
import { subheadsIn } from './subheads';
import { isJunk, makeBlock, type TitleBlock, titleBlocks } from './titles';
import { explain, type Weights, weigh } from './weights';

/** A title block and the body it was given to, with the log-odds of the link. */
export interface Link {
  readonly block: number;
  readonly body: number;
  readonly score: number;
  /** Filled in for the final links only. */
  readonly why: readonly Evidence[];
}

export interface Assembly {
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
}

/** A story ends where the odds of a boundary exceed this. */
export const CUT = 0.1;
/** Runs are joined to stories from these log-odds on. */
export const JOIN = 0;
/** A title is linked from these log-odds on: below, no headline is better than a wrong one. */
const LINK = -0.6;
/** While stories are still being split and joined a title may go to the likeliest one, however doubtful. */
export const MAYBE = -2.5;
/** A picture can do without a title, a story hardly: where both want one, the picture has to be surer by this. */
const FIGURE_YIELDS = 2.3;

/** Puts the page's stories together: first by the text alone, then with what the titles say of them. */
export function assemble(page: Ordered, weights: Weights): Assembly {
  const { texts, asides } = firstStories(page, weights);
  const blocks = regroup(page, weights, titleBlocks(page, page.title, weights.together), texts);
  const linked = (bodies: readonly Body[]): Link[] => linkTitles(page, blocks, bodies, weights, MAYBE);
  const split = splitStories(page, weights, blocks, texts, linked(texts));
  const merged = MERGES.reduce((bodies, least) => mergeStories(page, weights, blocks, bodies, linked(bodies), least), split);
  const joined = adoptFragments(page, weights, blocks, merged, linked(merged));
  const grouped = regroup(page, weights, blocks, joined);
  return gatherTitles(page, weights, { bodies: joined, blocks: grouped, links: linkTitles(page, grouped, joined, weights, LINK) }, asides);
}

/** Rows between two blocks of one title (a kicker that the extractor set apart), at most. */
const NEAR = 3;
/** A second block joins its neighbour's title from these log-odds on. */
const SECOND = 0;

/** What becomes of the blocks that found no body: part of the title they stand beside, subhead, or none. */
function gatherTitles(
  page: Ordered,
  weights: Weights,
  first: Assembly,
  asides: readonly (readonly number[])[],
): Assembly {
  const { bodies, links } = first;
  const context = linkContext(page, first.blocks, bodies);
  const blocks = [...first.blocks];
  const subheads = bodies.map((): number[] => []);
  first.blocks.forEach((block, n) => {
    if (links.some((link) => link.block === n)) return;
    const around = bodies.findIndex((body) => isSandwiched(block, body));
    if (around >= 0 && block.lines.length === 1 && !block.lines[0].stack && links.some(({ body }) => body === around)) {
      subheads[around].push(block.rows[0]);
      blocks[n] = NO_BLOCK;
      return;
    }
    const beside = links.find(
      (link) =>
        rowsBetween(first.blocks[link.block], block) <= NEAR &&
        weigh(weights.link, (emit) => linkEvidence(context, n, link.body, emit)) > SECOND,
    );
    if (beside) {
      const lines = [...blocks[beside.block].lines, ...block.lines].sort((a, b) => a.rows[0] - b.rows[0]);
      blocks[beside.block] = makeBlock(lines, page.title);
      blocks[n] = NO_BLOCK;
    }
  });
  const headed = bodies.map((body, n) => withSubheads(page, body, subheads[n]));
  const loose = headed.map((body) => body.rows.filter((i) => !body.figure && isOwnByline(page, i)));
  const texts = headed.map((body, n) =>
    loose[n].length > 0 && loose[n].length < body.rows.length ? withoutRows(page, body, loose[n]) : body,
  );
  const apart = loose.filter((rows, n) => rows.length < headed[n].rows.length).flatMap((rows) => rows.map((i) => [i]));
  const reasoned = links.map((link) => ({
    ...link,
    why: explain(weights.link, (emit) => linkEvidence(context, link.block, link.body, emit)),
  }));
  return { bodies: withAsides(page, texts, blocks, links, [...asides, ...apart]), blocks, links: reasoned };
}

/** Stands where a block was taken up by another, so that the numbers of the rest stay. */
const NO_BLOCK: TitleBlock = { lines: [], rows: [], bag: new Set(), odds: 0 };

/** A byline of its own with a marker or an organ's role: it parted the rows around it, now it goes where it belongs. */
const SURE_BYLINE = 2.5;

const isOwnByline = (page: Ordered, i: number): boolean =>
  page.forms[i].begun.some(
    (form) =>
      form.kind === 'byline' &&
      form.place === 'own' &&
      form.score >= SURE_BYLINE &&
      form.atLineStart &&
      form.atLineEnd &&
      page.forms[i].ended.includes(form),
  );

const withoutRows = (page: Ordered, body: Body, gone: readonly number[]): Body => ({
  ...makeBody(
    page,
    body.rows.filter((i) => !gone.includes(i)),
    false,
  ),
  subheads: body.subheads,
});

function withSubheads(page: Ordered, body: Body, titles: readonly number[]): Body {
  if (body.figure) return body;
  const rows = body.rows.flatMap((row) => (titles.includes(row + 1) ? [row, row + 1] : [row]));
  return {
    ...body,
    rows,
    subheads: [...new Set([...titles, ...subheadsIn(page, rows)])].sort((a, b) => rows.indexOf(a) - rows.indexOf(b)),
  };
}

const rowsBetween = (a: TitleBlock, b: TitleBlock): number =>
  Math.max(a.rows[0] - b.rows[b.rows.length - 1], b.rows[0] - a.rows[a.rows.length - 1]) - 1;

/** Stories and captions before titles are looked at, in order of their first rows, and the bylines that stand apart. */
export function firstStories(
  page: Ordered,
  weights: Weights,
): { texts: Body[]; asides: readonly (readonly number[])[] } {
  const { runs, parted } = runsOf(page, weights.boundary, CUT);
  const stories = joinRuns(
    page,
    runs.filter((run) => !isByline(page, run)),
    weights,
    parted,
  );
  const asides = [...page.asides.map((i) => [i]), ...runs.filter((run) => isByline(page, run)).map(({ rows }) => rows)];
  const texts = inOrder([
    ...stories.map((run) => makeBody(page, run.rows, false)),
    ...page.captions.map((rows) => makeBody(page, rows, true)),
  ]);
  return { texts, asides };
}

const inOrder = (bodies: readonly Body[]): Body[] => [...bodies].sort((a, b) => a.rows[0] - b.rows[0]);

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

/** Rows of a fragment, at most: a column's end that lost its story. Stories that short have a title or a lead. */
const FRAGMENT = 7;
/** A fragment goes to the story it fits best unless even that is less likely than this. */
const ADOPT = -4.5;
/** A lead or dateline with so few rows is the head of a story that lost the rest. */
const OPENING = 3;

/** A longer piece, up to a column's length, is a fragment, too, where it stops in the middle of a sentence. */
const TORN = 40;

function isTorn(page: Ordered, rows: readonly number[]): boolean {
  const tail = rows[rows.length - 1];
  return !endsSentence(page.sheet.rows[tail].bare) && !closesStory(page.forms[tail]);
}

/** Gives each short piece without a title or a lead to the story that it most likely goes on from (or that goes on from it). */
export function adoptFragments(
  page: Ordered,
  weights: Weights,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  links: readonly Link[],
): Body[] {
  const look = refinement(page, weights, bodies, blocks, links);
  const runs = bodies.map((body) => runOf(page, body));
  const isFragment = (n: number): boolean => {
    const { rows, figure } = bodies[n];
    if (figure || links.some(({ body }) => body === n)) return false;
    if (rows.length > FRAGMENT) return rows.length <= TORN && isTorn(page, rows);
    return rows.length <= OPENING || !opensStory(page.forms[rows[0]]);
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
      const after = opens ? ADOPT : weigh(weights.merge, (emit) => mergeEvidence(look, runs, s, n, emit));
      if (after > best.score) best = { home: s, after: true, score: after };
      const before = weigh(weights.merge, (emit) => mergeEvidence(look, runs, n, s, emit));
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

/** Nothing but a byline: it belongs to the story above, or to the one whose title it follows. */
function isByline(page: Ordered, run: Run): boolean {
  return (
    run.rows.length <= 2 &&
    run.rows.every((i) =>
      page.forms[i].forms.some(
        (form) => form.kind === 'byline' && form.place !== 'lead' && form.atLineStart && form.atLineEnd,
      ),
    )
  );
}

/**
 * Joins runs to stories by the text alone: the surest pair of all first, then again with the longer run in place of the two,
 * for the more rows a run has the better its words and its column tell what else is of its story.
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
  const score = (s: number, t: number): number => {
    const [a, b] = [runs.get(s), runs.get(t)];
    return s === t || !a || !b ? Number.NEGATIVE_INFINITY : weigh(weights.sequel, (emit) => sequelEvidence(context, a, b, emit));
  };
  const scores = first.map((_, s) => first.map((_, t) => score(s, t)));
  for (;;) {
    let best = { s: -1, t: -1, score: least };
    scores.forEach((row, s) => {
      row.forEach((value, t) => {
        if (value > best.score) best = { s, t, score: value };
      });
    });
    const { s, t } = best;
    if (s < 0) break;
    runs.set(s, makeRun(page, [...(runs.get(s)?.rows ?? []), ...(runs.get(t)?.rows ?? [])]));
    runs.delete(t);
    context = sequelContext(page, sorted([...runs.values()]), parted);
    for (let n = 0; n < first.length; n++) {
      scores[s][n] = score(s, n);
      scores[n][s] = score(n, s);
      scores[t][n] = Number.NEGATIVE_INFINITY;
      scores[n][t] = Number.NEGATIVE_INFINITY;
    }
  }
  return sorted([...runs.values()]);
}

const sorted = (runs: readonly Run[]): Run[] => [...runs].sort((a, b) => a.rows[0] - b.rows[0]);

/** Links titles to bodies one to one, the surest first. */
export function linkTitles(
  page: Ordered,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  weights: Weights,
  least: number,
): Link[] {
  const context = linkContext(page, blocks, bodies);
  const all: Link[] = [];
  blocks.forEach((title, block) => {
    if (isJunk(page, title)) return;
    // A deck tells what a story is; a picture's title has none.
    const decked = title.lines.some(({ text }) => text.startsWith('——'));
    bodies.forEach((_, body) => {
      if (decked && bodies[body].figure) return;
      const score = weigh(weights.link, (emit) => linkEvidence(context, block, body, emit));
      if (score > least) all.push({ block, body, score, why: [] });
    });
  });
  const claim = ({ body, score }: Link): number => score - (bodies[body].figure ? FIGURE_YIELDS : 0);
  all.sort((a, b) => claim(b) - claim(a));
  const links: Link[] = [];
  for (const link of all) {
    if (links.some((other) => other.block === link.block || other.body === link.body)) continue;
    links.push(link);
  }
  return links;
}
