import { type Body, linkContext, linkEvidence, makeBody } from './links';
import { makeRun, type Ordered, runsOf, sequelContext } from './pipeline';
import { type Run, sequelEvidence } from './sequels';
import { type TitleBlock, titleBlocks } from './titles';
import { type Weights, weigh } from './weights';

/** A title block and the body it was given to, with the log-odds of the link. */
export interface Link {
  readonly block: number;
  readonly body: number;
  readonly score: number;
}

export interface Assembly {
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
}

/** A story ends where the odds of a boundary exceed this. */
const CUT = 0.4;
/** Runs are joined to stories from these log-odds on. */
const JOIN = 0;
/** A title is linked from these log-odds on: below, no headline is better than a wrong one. */
const LINK = -1;

export function assemble(page: Ordered, weights: Weights): Assembly {
  const runs = runsOf(page, weights.boundary, CUT);
  const stories = joinRuns(
    page,
    runs.filter((run) => !isByline(page, run)),
    weights,
  );
  const asides = [...page.asides.map((i) => [i]), ...runs.filter((run) => isByline(page, run)).map(({ rows }) => rows)];
  const blocks = titleBlocks(page, page.title, weights.together);
  const bodies = [
    ...stories.map((run) => makeBody(page, run.rows, false)),
    ...page.captions.map((rows) => makeBody(page, rows, true)),
  ].sort((a, b) => a.rows[0] - b.rows[0]);
  const links = linkTitles(page, blocks, bodies, weights);
  return { bodies: withAsides(bodies, blocks, links, asides), blocks, links };
}

/** Nothing but a byline: it belongs to the story above, or to the one whose title it follows. */
function isByline(page: Ordered, run: Run): boolean {
  return run.rows.length <= 2 && run.rows.every((i) => page.forms[i].forms.some((form) => form.kind === 'byline' && form.place !== 'lead' && form.atLineStart && form.atLineEnd));
}

/** Gives each byline that stands alone to the story of the title right above it, else to the story that ends nearest above. */
function withAsides(bodies: readonly Body[], blocks: readonly TitleBlock[], links: readonly Link[], asides: readonly (readonly number[])[]): Body[] {
  const added = bodies.map((): number[] => []);
  for (const rows of asides) {
    const first = rows[0];
    const title = blocks.findIndex((block) => block.rows.includes(first - 1));
    const linked = title >= 0 ? links.find(({ block }) => block === title)?.body : undefined;
    const body = linked ?? nearestBody(bodies, first);
    if (body !== undefined) added[body].push(...rows);
  }
  return bodies.map((body, n) => (added[n].length > 0 ? { ...body, asides: added[n] } : body));
}

/** The body whose last row stands nearest above; where there is none, the one that begins nearest below. */
function nearestBody(bodies: readonly Body[], row: number): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  bodies.forEach((body, n) => {
    const tail = body.rows[body.rows.length - 1];
    const distance = tail < row ? row - tail : 2 * Math.abs(body.rows[0] - row) + 1;
    if (!body.figure && distance < least) {
      least = distance;
      best = n;
    }
  });
  return best;
}

/** Joins runs to stories, the surest pairs first: each run has one sequel and is the sequel of one. */
export function joinRuns(page: Ordered, runs: readonly Run[], weights: Weights): Run[] {
  const context = sequelContext(page, runs);
  const pairs: { s: number; t: number; score: number }[] = [];
  runs.forEach((a, s) => {
    runs.forEach((b, t) => {
      if (s === t) return;
      const score = weigh(weights.sequel, (emit) => sequelEvidence(context, a, b, emit));
      if (score > JOIN) pairs.push({ s, t, score });
    });
  });
  pairs.sort((a, b) => b.score - a.score);
  const next = new Map<number, number>();
  const previous = new Map<number, number>();
  const headOf = (run: number): number => {
    let head = run;
    for (let p = previous.get(head); p !== undefined; p = previous.get(head)) head = p;
    return head;
  };
  for (const { s, t } of pairs) {
    if (next.has(s) || previous.has(t) || headOf(s) === t) continue;
    next.set(s, t);
    previous.set(t, s);
  }
  return runs.flatMap((_, head) => {
    if (previous.has(head)) return [];
    const rows: number[] = [];
    for (let r: number | undefined = head; r !== undefined; r = next.get(r)) rows.push(...runs[r].rows);
    return [makeRun(page, rows)];
  });
}

/** Links titles to bodies one to one, the surest first. */
export function linkTitles(
  page: Ordered,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  weights: Weights,
): Link[] {
  const context = linkContext(page, blocks, bodies);
  const all: Link[] = [];
  blocks.forEach((_, block) => {
    bodies.forEach((_, body) => {
      const score = weigh(weights.link, (emit) => linkEvidence(context, block, body, emit));
      if (score > LINK) all.push({ block, body, score });
    });
  });
  all.sort((a, b) => b.score - a.score);
  const links: Link[] = [];
  for (const link of all) {
    if (links.some((other) => other.block === link.block || other.body === link.body)) continue;
    links.push(link);
  }
  return links;
}
