import { hasForm } from './formRows';
import { type Body, linkContext, linkEvidence, makeBody } from './links';
import { makeRun, type Ordered, runsOf, sequelContext } from './pipeline';
import { KINDS } from './roles';
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
  const figures = runs.filter((run) => isFigure(page, run));
  const texts = runs.filter((run) => !isFigure(page, run));
  const stories = joinRuns(page, texts, weights);
  const caption = page.odds.map((odds) => odds[KINDS.indexOf('caption')]);
  const bodies = [...stories, ...figures]
    .map((run) => makeBody(page, run.rows, caption))
    .sort((a, b) => a.rows[0] - b.rows[0]);
  const blocks = titleBlocks(page, page.title, weights.together);
  return { bodies, blocks, links: linkTitles(page, blocks, bodies, weights) };
}

/** A figure's caption is short: eight rows and less on every page seen. */
const MAX_CAPTION_ROWS = 9;

export function isFigure(page: Ordered, run: Run): boolean {
  if (run.rows.length > MAX_CAPTION_ROWS) return false;
  const caption = KINDS.indexOf('caption');
  const mean = run.rows.reduce((sum, i) => sum + page.odds[i][caption], 0) / run.rows.length;
  const last = page.forms[run.rows[run.rows.length - 1]];
  return mean > 0.5 || (mean > 0.2 && hasForm(last, 'caption-credit'));
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
