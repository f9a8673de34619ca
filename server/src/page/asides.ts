import type { FormRow } from './formRows';
import type { Body } from './links';
import type { Ordered } from './pipeline';
import { opensStory } from './sequels';
import type { Link } from './stories';
import type { TitleBlock } from './titles';

/*
 * Bylines that stand on lines of their own and were set apart from the text: whose are they?
 */

/** Gives each byline that stands alone to the story that most speaks for: see `homeOf`. */
export function withAsides(
  page: Ordered,
  bodies: readonly Body[],
  blocks: readonly TitleBlock[],
  links: readonly Link[],
  asides: readonly (readonly number[])[],
): Body[] {
  const added = bodies.map((): number[] => []);
  for (const rows of asides) {
    const home = homeOf(page, bodies, blocks, links, rows) ?? nearestBody(bodies, rows[0]);
    if (home !== undefined) added[home].push(...rows);
  }
  return bodies.map((body, n) => (added[n].length > 0 ? { ...body, asides: added[n] } : body));
}

/*
 * Where a byline of its own belongs, by its neighbours (log-odds by hand, from the bylines of the annotated pages: under
 * a title nine of ten are that story's; between two stories it opens the lower one in three of five, unless that one has
 * a dateline; above a title it closes what stands above).
 */
const UNDER_TITLE = 4;
const BEFORE_HEAD = 2.3;
const HEAD_HAS_LEAD = -3;
const AFTER_TAIL = 2;
const TAIL_IS_CLOSED = -2;
const TITLE_BELOW = 1;
/** A row further away counts less by this. */
const PER_ROW = -0.3;
const REACH = 6;

function homeOf(
  page: Ordered,
  bodies: readonly Body[],
  blocks: readonly TitleBlock[],
  links: readonly Link[],
  rows: readonly number[],
): number | undefined {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const titleBelow = page.title[last + 1] === undefined || page.title[last + 1] > 0.5;
  let best: { body: number; score: number } | undefined;
  bodies.forEach((body, n) => {
    if (body.figure) return;
    const title = links.find((link) => link.body === n);
    const block = title ? blocks[title.block].rows : [];
    const head = body.rows[0];
    const tail = body.rows[body.rows.length - 1];
    const scores = [
      block.length > 0 && block[block.length - 1] === first - 1 ? UNDER_TITLE : -1,
      head > last && head - last <= REACH
        ? BEFORE_HEAD + PER_ROW * (head - last - 1) + (opensStory(page.forms[head]) ? HEAD_HAS_LEAD : 0)
        : -1,
      tail < first && first - tail <= REACH
        ? AFTER_TAIL +
          PER_ROW * (first - tail - 1) +
          (signsStory(page.forms[tail]) ? TAIL_IS_CLOSED : 0) +
          (titleBelow ? TITLE_BELOW : 0)
        : -1,
    ];
    const score = Math.max(...scores);
    if (score > 0 && (best === undefined || score > best.score)) best = { body: n, score };
  });
  return best?.body;
}

/** Names in brackets that end in the row: the story above has its byline. */
const signsStory = (forms: FormRow): boolean =>
  forms.ended.some((form) => form.kind === 'byline' && form.place === 'tail' && form.score > 1.5);

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
