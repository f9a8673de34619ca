import { type Body, linkContext } from './links';
import type { Ordered } from './ordered';
import { perPair } from './perObject';
import type { TitleLine } from './titleLines';
import { linkScore, linksGain } from './titleLinks';
import { headTogether, isParted, MAX_STEPS, makeBlock, type TitleBlock, togetherEvidence } from './titles';
import { type Weights, weigh } from './weights';

/*
 * Which lines make one title? Where titles stand by themselves, one below the other, the lines alone do not tell; what
 * tells is which grouping finds its stories. So blocks are parted and joined as long as lines and links together gain.
 */

/** What two lines say of their being one title counts at most this much (log-odds), and beyond it is not put in question. */
const SETTLED = 4;
/** Regroupings in a page, at most: never more than six gained. */
const MOST_MOVES = 12;
/** Pages have fewer blocks (44 at most were seen); a book's worth of titles is left as it is, or it would take hours. */
const MOST_BLOCKS = 60;
/** A regrouping has to gain so much, or two that gain the same would follow one another for ever. */
const LEAST_GAIN = 0.01;

/** Blocks, and what each says of each body: [block][body], the log-odds of the link. */
interface Grouping {
  readonly blocks: readonly TitleBlock[];
  readonly scores: readonly (readonly number[])[];
  readonly gain: number;
}

/** `count` blocks from `at` on, and what may stand in their place. */
interface Move {
  readonly at: number;
  readonly count: number;
  readonly blocks: readonly TitleBlock[];
}

type Together = (u: TitleLine, v: TitleLine) => number;

/** The title blocks, grouped anew where that fits the bodies better. */
export function regroup(
  page: Ordered,
  weights: Pick<Weights, 'together' | 'link'>,
  first: readonly TitleBlock[],
  bodies: readonly Body[],
): readonly TitleBlock[] {
  if (bodies.length === 0 || first.length === 0 || first.length > MOST_BLOCKS) return first;
  // Each move asks for all lines.
  const together: Together = perPair((u: TitleLine, v: TitleLine) => {
    if (headTogether(page, u, v)) return SETTLED;
    const odds = weigh(weights.together, (emit) => togetherEvidence(page, u, v, emit));
    return Math.max(-SETTLED, Math.min(SETTLED, odds));
  });
  const scoresOf = (blocks: readonly TitleBlock[], wanted: readonly TitleBlock[]): number[][] => {
    const context = linkContext(page, blocks, bodies);
    return wanted.map((block) => {
      const n = blocks.indexOf(block);
      return bodies.map((_, s) => linkScore(context, weights, n, s));
    });
  };
  const grouping = (blocks: readonly TitleBlock[], scores: Grouping['scores']): Grouping => ({
    blocks,
    scores,
    gain: linesGain(blocks, together) + linksGain(scores),
  });
  const after = (old: Grouping, { at, count, blocks }: Move): Grouping => {
    const changed = replaced(old.blocks, at, count, blocks);
    return grouping(changed, replaced(old.scores, at, count, scoresOf(changed, blocks)));
  };
  let best = grouping(first, scoresOf(first, first));
  for (let move = 0; move < MOST_MOVES; move++) {
    const next = movesOf(page, best.blocks, together)
      .map((tried) => after(best, tried))
      .reduce((a, b) => (b.gain > a.gain ? b : a), best);
    if (next.gain <= best.gain + LEAST_GAIN) break;
    best = next;
  }
  return best.blocks;
}

const replaced = <T>(list: readonly T[], at: number, count: number, by: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...by,
  ...list.slice(at + count),
];

/** What the blocks have for them in their own lines. */
function linesGain(blocks: readonly TitleBlock[], together: Together): number {
  let sum = 0;
  for (const { lines } of blocks) for (let k = 1; k < lines.length; k++) sum += together(lines[k - 1], lines[k]);
  return sum;
}

/** A block parted in two, two neighbours made one, or their lines shared out otherwise. */
function movesOf(page: Ordered, blocks: readonly TitleBlock[], together: Together): Move[] {
  const move = (at: number, count: number, ...parts: (readonly TitleLine[])[]): Move => ({
    at,
    count,
    blocks: parts.map((lines) => makeBlock(page, lines, page.title)),
  });
  return blocks.flatMap((block, at) => {
    const lines = block.lines;
    const found = cutsOf(lines)
      .filter((k) => together(lines[k - 1], lines[k]) < SETTLED)
      .map((k) => move(at, 1, lines.slice(0, k), lines.slice(k)));
    const next = blocks[at + 1]?.lines;
    if (next === undefined || !mayJoin(page, lines[lines.length - 1], next[0], together)) return found;
    return [
      ...found,
      move(at, 2, [...lines, ...next]),
      ...cutsOf(next).map((k) => move(at, 2, [...lines, ...next.slice(0, k)], next.slice(k))),
      ...cutsOf(lines).map((k) => move(at, 2, lines.slice(0, k), [...lines.slice(k), ...next])),
    ];
  });
}

const cutsOf = (lines: readonly TitleLine[]): number[] => lines.map((_, k) => k).slice(1);

function mayJoin(page: Ordered, u: TitleLine, v: TitleLine, together: Together): boolean {
  const steps = Math.min(...v.rows) - Math.max(...u.rows);
  return steps <= MAX_STEPS && !isParted(page, u, v) && together(u, v) > -SETTLED;
}
