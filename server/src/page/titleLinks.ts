import { type Body, type LinkContext, linkContext, linkEvidence } from './links';
import type { Evidence } from './model';
import type { Ordered } from './ordered';
import { opensStory } from './sequels';
import { beginsWithDash, isJunk, type TitleBlock } from './titles';
import { type Weights, weigh } from './weights';

/** A title block and the body it was given to, with the log-odds of the link. */
export interface Link {
  readonly block: number;
  readonly body: number;
  readonly score: number;
  /** Filled in for the final links only. */
  readonly why: readonly Evidence[];
}

/** Stories, title blocks, and which belongs to which. */
export interface Assembly {
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
}

/** A title is linked from these log-odds on: below, no headline is better than a wrong one … */
const LINK = 0.5;
/** … but what surely is a title and a story, or a picture's text, of some length want one another: for them these are enough … */
const WANTED = -1.2;
const SURE_TITLE = 0.9;
const LONG_STORY = 5;
const LONG_CAPTION = 3;
/** … and for what is a title by its neighbours, or nearly so, and such a story these: of 17 links less sure than LINK 15 were right (of OCR's none). */
const HALF_WANTED = 0.2;
const LIKELY_TITLE = 0.55;
/** So few rows without a lead are rather a scrap of another story: of 12 links less sure than this 2 were right, of 6 surer ones 5. */
const SCRAP_ROWS = 2;
const SCRAP = 2;
/** What may have a title is no fragment that has to find a home, however doubtful the title is. */
const MAYBE = -2.5;
/** A picture can do without a title, a story hardly: where both want one, the picture has to be surer by this. */
const FIGURE_YIELDS = 2.3;

/** How sure a link has to be, in log-odds. */
type Least = (page: Ordered, title: TitleBlock, body: Body) => number;

const forDraft: Least = () => MAYBE;
const forGood: Least = (page, title, { figure, rows }) => {
  if (!figure && rows.length <= SCRAP_ROWS) return opensStory(page.forms[rows[0]]) ? LINK : SCRAP;
  if (rows.length < (figure ? LONG_CAPTION : LONG_STORY)) return LINK;
  if (title.odds > SURE_TITLE && !(figure && page.ocr)) return WANTED;
  return title.odds > LIKELY_TITLE && !figure && !page.ocr ? HALF_WANTED : LINK;
};

/** Links titles to bodies one to one, the surest first; for good, or for a draft that tells stories from fragments. */
export function linkTitles(
  page: Ordered,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  weights: Weights,
  purpose: 'draft' | 'good',
): Link[] {
  const least = purpose === 'draft' ? forDraft : forGood;
  const context = linkContext(page, blocks, bodies);
  const all: Link[] = [];
  blocks.forEach((title, block) => {
    // A deck tells what a story is; a picture's title has none.
    const decked = title.lines.some(beginsWithDash);
    bodies.forEach((candidate, body) => {
      if (decked && candidate.figure) return;
      const score = linkScore(context, weights, block, body);
      if (score > least(page, title, candidate)) all.push({ block, body, score, why: [] });
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

/** The log-odds that a block belongs to a body; none for what is junk. */
export const linkScore = (context: LinkContext, weights: Pick<Weights, 'link'>, block: number, body: number): number =>
  isJunk(context.page, context.blocks[block])
    ? Number.NEGATIVE_INFINITY
    : weigh(weights.link, (emit) => linkEvidence(context, block, body, emit));

/** What the links gain that are likelier than not, one to one, the surest first. `scores` by block and body. */
export function linksGain(scores: readonly (readonly number[])[]): number {
  const links = scores
    .flatMap((row, block) => row.map((score, body) => ({ block, body, score })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const blocks = new Set<number>();
  const bodies = new Set<number>();
  let sum = 0;
  for (const { block, body, score } of links) {
    if (blocks.has(block) || bodies.has(body)) continue;
    blocks.add(block);
    bodies.add(body);
    sum += score;
  }
  return sum;
}
