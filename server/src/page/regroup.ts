import { type Body, linkContext, linkEvidence } from './links';
import type { Ordered } from './pipeline';
import { isJunk, isParted, MAX_STEPS, makeBlock, type TitleBlock, type TitleLine, togetherEvidence } from './titles';
import { type Weights, weigh } from './weights';

/*
 * Which lines make one title? Where titles stand by themselves, one below the other, the lines alone do not tell; what
 * tells is which grouping finds its stories. So blocks are parted and joined as long as lines and links together gain.
 */

/** Only where the lines leave it this open (log-odds) is another grouping tried. */
const OPEN = 4;
/** What the lines say counts so much beside the links. */
const LINES = 1;
/** Each link has to beat this: that of a title without a story. */
const NO_STORY = 0;
const MAX_MOVES = 12;

interface Grouping {
  readonly blocks: readonly TitleBlock[];
  /** [block][body]: log-odds of the link. */
  readonly scores: readonly (readonly number[])[];
  readonly gain: number;
}

export function regroup(
  page: Ordered,
  weights: Weights,
  first: readonly TitleBlock[],
  bodies: readonly Body[],
): readonly TitleBlock[] {
  if (bodies.length === 0 || first.length === 0) return first;
  const together = (u: TitleLine, v: TitleLine): number =>
    Math.max(-OPEN, Math.min(OPEN, weigh(weights.together, (emit) => togetherEvidence(page, u, v, emit))));
  const scoresOf = (blocks: readonly TitleBlock[], wanted: readonly number[]): number[][] => {
    const context = linkContext(page, blocks, bodies);
    return wanted.map((n) =>
      isJunk(page, blocks[n]) ? bodies.map(() => -99) : bodies.map((_, s) => weigh(weights.link, (emit) => linkEvidence(context, n, s, emit))),
    );
  };
  const lineGain = (blocks: readonly TitleBlock[]): number => {
    let sum = 0;
    for (const { lines } of blocks) for (let k = 1; k < lines.length; k++) sum += together(lines[k - 1], lines[k]);
    return sum;
  };
  const grouping = (blocks: readonly TitleBlock[], scores: readonly (readonly number[])[]): Grouping => ({
    blocks,
    scores,
    gain: LINES * lineGain(blocks) + matched(scores),
  });
  let best = grouping(first, scoresOf(first, first.map((_, n) => n)));
  for (let move = 0; move < MAX_MOVES; move++) {
    let next = best;
    for (const { at, count, blocks } of moves(page, best.blocks, together)) {
      const changed = [...best.blocks.slice(0, at), ...blocks, ...best.blocks.slice(at + count)];
      const fresh = scoresOf(changed, blocks.map((_, k) => at + k));
      const tried = grouping(changed, [...best.scores.slice(0, at), ...fresh, ...best.scores.slice(at + count)]);
      if (tried.gain > next.gain + 0.01) next = tried;
    }
    if (next === best) break;
    best = next;
  }
  return best.blocks;
}

interface Move {
  readonly at: number;
  readonly count: number;
  readonly blocks: readonly TitleBlock[];
}

function moves(page: Ordered, blocks: readonly TitleBlock[], together: (u: TitleLine, v: TitleLine) => number): Move[] {
  const found: Move[] = [];
  blocks.forEach((block, at) => {
    for (let k = 1; k < block.lines.length; k++) {
      if (together(block.lines[k - 1], block.lines[k]) >= OPEN) continue;
      found.push({ at, count: 1, blocks: [block.lines.slice(0, k), block.lines.slice(k)].map((lines) => makeBlock(lines, page.title)) });
    }
    const next = blocks[at + 1];
    if (!next) return;
    const [u, v] = [block.lines[block.lines.length - 1], next.lines[0]];
    const steps = Math.min(...v.rows) - Math.max(...u.rows);
    if (steps > MAX_STEPS || isParted(page, u, v) || together(u, v) <= -OPEN) return;
    found.push({ at, count: 2, blocks: [makeBlock([...block.lines, ...next.lines], page.title)] });
    for (let k = 1; k < next.lines.length; k++)
      found.push({ at, count: 2, blocks: [[...block.lines, ...next.lines.slice(0, k)], next.lines.slice(k)].map((lines) => makeBlock(lines, page.title)) });
    for (let k = 1; k < block.lines.length; k++)
      found.push({ at, count: 2, blocks: [block.lines.slice(0, k), [...block.lines.slice(k), ...next.lines]].map((lines) => makeBlock(lines, page.title)) });
  });
  return found;
}

/** What the surest links, one to one, gain over none. */
function matched(scores: readonly (readonly number[])[]): number {
  const all = scores.flatMap((row, block) => row.map((score, body) => ({ block, body, score }))).filter(({ score }) => score > NO_STORY);
  all.sort((a, b) => b.score - a.score);
  const blocks = new Set<number>();
  const taken = new Set<number>();
  let sum = 0;
  for (const { block, body, score } of all) {
    if (blocks.has(block) || taken.has(body)) continue;
    blocks.add(block);
    taken.add(body);
    sum += score - NO_STORY;
  }
  return sum;
}
