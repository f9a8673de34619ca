import { endsSentence, kindOf } from './continuity';
import type { Draft } from './draft';
import type { Evidence } from './model';
import { makeRun } from './runs';
import { closesStory, opensStory, type Run } from './sequels';
import type { TitleBlock } from './titles';
import { bin, type Emit } from './weights';
import { type Bag, bagOf } from './words';

export interface Aside {
  readonly row: number;
  readonly why: readonly Evidence[];
}

/** A run that stands for a story, and what the linking of titles looks at in it. */
export interface Body extends Run {
  readonly head: Bag;
  readonly captions: Bag;
  readonly figure: boolean;
  /** Rows of bylines that stand apart, and why they are this story's. */
  readonly asides: readonly Aside[];
  /** Rows among `rows` that are subheads. */
  readonly subheads: readonly number[];
}

/** Rows from a story's beginning that its title most often echoes. */
const HEAD_ROWS = 8;

export function makeBody(page: Draft, rows: readonly number[], figure: boolean): Body {
  const text = (indices: readonly number[]): string[] => indices.map((i) => page.sheet.rows[i].bare);
  const run = makeRun(page, rows);
  return {
    ...run,
    head: bagOf(text(rows.slice(0, HEAD_ROWS))),
    captions: figure ? run.bag : new Set(),
    figure,
    asides: [],
    subheads: [],
  };
}

export const inOrder = (bodies: readonly Body[]): Body[] => [...bodies].sort((a, b) => a.rows[0] - b.rows[0]);

export interface LinkContext {
  readonly page: Draft;
  readonly blocks: readonly TitleBlock[];
  readonly bodies: readonly Body[];
  /** Share of each block's words that each body has: [block][body]. */
  readonly overlap: readonly (readonly number[])[];
  /** For each block the largest share that a body has. */
  readonly most: readonly number[];
}

/** `known` keeps the shares of the blocks for other groupings of the same lines over the same bodies. */
export function linkContext(
  page: Draft,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  known = new Map<TitleBlock, readonly number[]>(),
): LinkContext {
  const overlap = blocks.map((block) => {
    const shares = known.get(block) ?? sharesOf(page, block, bodies);
    known.set(block, shares);
    return shares;
  });
  return contextOf(page, blocks, bodies, overlap);
}

/** The same with bodies `come` behind the others in place of bodies `gone` (indices). */
export function changed(
  { page, blocks, bodies, overlap }: LinkContext,
  gone: readonly number[],
  come: readonly Body[],
): LinkContext {
  return contextOf(
    page,
    blocks,
    [...without(bodies, gone), ...come],
    blocks.map((block, t) => [...without(overlap[t], gone), ...sharesOf(page, block, come)]),
  );
}

/** A list without the elements at some indices. */
export const without = <T>(list: readonly T[], gone: readonly number[]): T[] =>
  list.filter((_, n) => !gone.includes(n));

function sharesOf(page: Draft, block: TitleBlock, bodies: readonly Body[]): number[] {
  const all = page.words.sum(block.bag);
  return bodies.map((body) => (all > 0 ? page.words.shared(block.bag, body.bag) / all : 0));
}

const contextOf = (
  page: Draft,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  overlap: LinkContext['overlap'],
): LinkContext => ({ page, blocks, bodies, overlap, most: overlap.map((row) => Math.max(0, ...row)) });

/** Evidence that title block t belongs to body s. */
export function linkEvidence(context: LinkContext, t: number, s: number, emit: Emit): void {
  const { page, blocks, bodies, overlap, most } = context;
  const block = blocks[t];
  const body = bodies[s];
  const share = overlap[t][s];
  emit('words shared', Math.sqrt(share) * 2);
  const all = page.words.sum(block.bag);
  if (all > 0) {
    emit('words shared with the head', Math.sqrt(page.words.shared(block.bag, body.head) / all) * 2);
    if (body.captions.size > 0)
      emit('words shared with captions', Math.sqrt(page.words.shared(block.bag, body.captions) / all));
  } else emit('no words');
  emit('weight of shared words', Math.log(1 + page.words.shared(block.bag, body.bag)) / 2);
  const rank = overlap[t].filter((other) => other > share).length;
  emit(`body is choice ${Math.min(rank, 3)}`);
  const second = Math.max(0, ...overlap[t].filter((_, k) => k !== s));
  emit('margin over the other bodies', Math.max(-0.5, Math.min(0.5, share - second)) * 4);
  const titleRank = overlap.filter((row, k) => k !== t && row[s] > share).length;
  emit(`title is choice ${Math.min(titleRank, 3)}`);
  const kind = body.figure ? 'figure' : 'story';
  emit(`${kind}, title of ${Math.min(block.lines.length, 3)} lines`);
  if (block.lines.some(({ text }) => kindOf(text.charCodeAt(0)) === 'dash')) emit(`${kind}, title with a deck`);
  const wanted = overlap.filter((row, k) => k !== t && row[s] > 0.2 && row[s] === most[k]).length;
  emit(`body is the first choice of ${Math.min(wanted, 2)} other titles`);
  placeEvidence(context, t, s, emit);
  emit(`body of ${bin(body.rows.length, [2, 5, 12, 30])}${body.figure ? ', figure' : ''}`);
  if (opensStory(page.forms[body.rows[0]])) emit('body opens with a lead');
  if (closesStory(page.forms[body.rows[body.rows.length - 1]])) emit('body is closed');
}

/** Whether the rows right before and after the title follow one another in the body. */
export function isSandwiched(block: TitleBlock, body: Body): boolean {
  const before = body.rows.indexOf(block.rows[0] - 1);
  return before >= 0 && body.rows[before + 1] === block.rows[block.rows.length - 1] + 1;
}

function placeEvidence({ blocks, bodies, page }: LinkContext, t: number, s: number, emit: Emit): void {
  const block = blocks[t];
  const body = bodies[s];
  const head = body.rows[0];
  const tail = body.rows[body.rows.length - 1];
  const first = block.rows[0];
  const last = block.rows[block.rows.length - 1];
  if (head === last + 1) emit(page.sheet.rows[head].gap > 0 ? 'right above, gap' : 'right above');
  if (first === tail + 1) emit('right below');
  const others = bodies.filter((other) => other !== body && between(other.rows[0], last, head)).length;
  if (last < head) emit(`above, ${Math.min(others, 3)} heads between`);
  else {
    emit(`not above its head, ${Math.min(others, 4)} heads between`);
    if (first < Math.max(...body.rows)) emit('inside the body');
  }
  const titles = blocks.filter((other) => other !== block && between(other.rows[0], last, head)).length;
  emit(`${last < head ? 'above' : 'below'}, ${Math.min(titles, 3)} titles between`);
  if (isSandwiched(block, body)) {
    const ended = endsSentence(page.sheet.rows[first - 1].bare);
    emit(ended ? 'between two paragraphs of the body' : 'breaks a sentence of the body');
    if (ended && block.lines.length === 1 && !block.lines[0].copied && !block.lines[0].stack)
      emit('a lone line between two paragraphs');
  }
  const rival = blocks.some((other) => other !== block && other.rows[other.rows.length - 1] === head - 1);
  if (rival) emit('another title right above');
  const ownBody = bodies.some((other) => other !== body && other.rows[0] === last + 1);
  if (ownBody) emit('another body right below the title');
  const reach = Math.abs(head - last) / page.sheet.rows.length;
  emit('distance', reach * 3);
  emit('title odds', block.odds);
}

const between = (x: number, a: number, b: number): boolean => (a < b ? x > a && x < b : x > b && x < a);
