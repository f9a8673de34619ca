import { endsSentence, kindOf } from './continuity';
import type { Draft } from './draft';
import type { Evidence } from './model';
import { perPair } from './perObject';
import { makeRun } from './runs';
import { closesStory, opensStory, type Run } from './sequels';
import type { TitleBlock } from './titles';
import { bin, counted, type Emit, numbered } from './weights';
import { type Bag, EMPTY_BAG, type Words } from './words';

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

export const makeBody = (page: Draft, rows: readonly number[], figure: boolean): Body =>
  bodyOf(page, makeRun(page, rows), figure);

/** The body that a run makes. */
export function bodyOf(page: Draft, run: Run, figure: boolean): Body {
  return {
    ...run,
    head: run.rows.length > HEAD_ROWS ? page.words.bagOfRows(run.rows.slice(0, HEAD_ROWS)) : run.bag,
    captions: figure ? run.bag : EMPTY_BAG,
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

export const linkContext = (page: Draft, blocks: readonly TitleBlock[], bodies: readonly Body[]): LinkContext =>
  contextOf(
    page,
    blocks,
    bodies,
    blocks.map((block) => bodies.map((body) => shareOf(body, block, page.words))),
  );

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
    blocks.map((block, t) => [...without(overlap[t], gone), ...come.map((body) => shareOf(body, block, page.words))]),
  );
}

/** A list without the elements at some indices. */
export const without = <T>(list: readonly T[], gone: readonly number[]): T[] =>
  list.filter((_, n) => !gone.includes(n));

/** Share of a block's words that a body has; worked out once for each pair, which is weighed in many settings. */
const shareOf = perPair((body: Body, { bag }: TitleBlock, words: Words): number =>
  bag.weight > 0 ? words.shared(bag, body.bag) / bag.weight : 0,
);

const contextOf = (
  page: Draft,
  blocks: readonly TitleBlock[],
  bodies: readonly Body[],
  overlap: LinkContext['overlap'],
): LinkContext => ({ page, blocks, bodies, overlap, most: overlap.map((row) => Math.max(0, ...row)) });

/** How many shares are larger than that of s. */
function rankOf(shares: readonly number[], s: number): number {
  let rank = 0;
  for (let k = 0; k < shares.length; k++) if (shares[k] > shares[s]) rank++;
  return rank;
}

/** By how much the share of s leads the others. */
function leadOf(shares: readonly number[], s: number): number {
  let most = 0;
  for (let k = 0; k < shares.length; k++) if (k !== s && shares[k] > most) most = shares[k];
  return Math.max(-0.5, Math.min(0.5, shares[s] - most)) * 4;
}

const CHOICE = counted(3, (n) => `body is choice ${n}`);
const TITLE_CHOICE = counted(3, (n) => `title is choice ${n}`);
const FIRST_CHOICE = counted(2, (n) => `body is the first choice of ${n} other titles`);
const SIZES = [2, 5, 12, 30];
/** Of a story, and of a figure. */
const ofKind = (name: (kind: string) => string): readonly [string, string] => [name('story'), name('figure')];
const LINES = counted(3, (n) => `title of ${n} lines`).map((name) => ofKind((kind) => `${kind}, ${name}`));
const DECKED = ofKind((kind) => `${kind}, title with a deck`);
const SIZE = numbered('body of ', SIZES);
const FIGURE_SIZE = SIZE.map((name) => `${name}, figure`);
const HEADS_ABOVE = counted(3, (n) => `above, ${n} heads between`);
const HEADS_BELOW = counted(4, (n) => `not above its head, ${n} heads between`);
const TITLES_ABOVE = counted(3, (n) => `above, ${n} titles between`);
const TITLES_BELOW = counted(3, (n) => `below, ${n} titles between`);
const named = (names: readonly string[], count: number): string => names[Math.min(count, names.length - 1)];

/** How many there are for which a condition holds. */
function count<T>(list: readonly T[], holds: (element: T, n: number) => boolean): number {
  let found = 0;
  for (let n = 0; n < list.length; n++) if (holds(list[n], n)) found++;
  return found;
}

/** Evidence that title block t belongs to body s. */
export function linkEvidence(context: LinkContext, t: number, s: number, emit: Emit): void {
  const { page, blocks, bodies, overlap, most } = context;
  const block = blocks[t];
  const body = bodies[s];
  const share = overlap[t][s];
  emit('words shared', Math.sqrt(share) * 2);
  const all = block.bag.weight;
  if (all > 0) {
    emit('words shared with the head', Math.sqrt(page.words.shared(block.bag, body.head) / all) * 2);
    if (body.captions.weight > 0)
      emit('words shared with captions', Math.sqrt(page.words.shared(block.bag, body.captions) / all));
  } else emit('no words');
  emit('weight of shared words', Math.log(1 + share * all) / 2);
  emit(named(CHOICE, rankOf(overlap[t], s)));
  emit('margin over the other bodies', leadOf(overlap[t], s));
  const titleRank = count(overlap, (row, k) => k !== t && row[s] > share);
  emit(named(TITLE_CHOICE, titleRank));
  const kind = body.figure ? 1 : 0;
  emit(LINES[Math.min(block.lines.length, LINES.length - 1)][kind]);
  if (block.lines.some(({ text }) => kindOf(text.charCodeAt(0)) === 'dash')) emit(DECKED[kind]);
  const wanted = count(overlap, (row, k) => k !== t && row[s] > 0.2 && row[s] === most[k]);
  emit(named(FIRST_CHOICE, wanted));
  placeEvidence(context, t, s, emit);
  emit((body.figure ? FIGURE_SIZE : SIZE)[bin(body.rows.length, SIZES)]);
  if (opensStory(page.forms[body.rows[0]])) emit('body opens with a lead');
  if (closesStory(page.forms[body.rows[body.rows.length - 1]])) emit('body is closed');
}

/** Whether the rows right before and after the title follow one another in the body. */
export function isSandwiched(block: TitleBlock, body: Body): boolean {
  const before = body.rows.indexOf(block.first - 1);
  return before >= 0 && body.rows[before + 1] === block.last + 1;
}

function placeEvidence({ blocks, bodies, page }: LinkContext, t: number, s: number, emit: Emit): void {
  const block = blocks[t];
  const body = bodies[s];
  const head = body.rows[0];
  const tail = body.rows[body.rows.length - 1];
  const { first, last } = block;
  if (head === last + 1) emit(page.sheet.rows[head].gap > 0 ? 'right above, gap' : 'right above');
  if (first === tail + 1) emit('right below');
  const others = count(bodies, (other) => other !== body && between(other.rows[0], last, head));
  if (last < head) emit(named(HEADS_ABOVE, others));
  else {
    emit(named(HEADS_BELOW, others));
    if (first < Math.max(...body.rows)) emit('inside the body');
  }
  const titles = count(blocks, (other) => other !== block && between(other.first, last, head));
  emit(named(last < head ? TITLES_ABOVE : TITLES_BELOW, titles));
  if (isSandwiched(block, body)) {
    const ended = endsSentence(page.sheet.rows[first - 1].bare);
    emit(ended ? 'between two paragraphs of the body' : 'breaks a sentence of the body');
    if (ended && block.lines.length === 1 && !block.lines[0].copied && !block.lines[0].stack)
      emit('a lone line between two paragraphs');
  }
  const rival = blocks.some((other) => other !== block && other.last === head - 1);
  if (rival) emit('another title right above');
  const ownBody = bodies.some((other) => other !== body && other.rows[0] === last + 1);
  if (ownBody) emit('another body right below the title');
  const reach = Math.abs(head - last) / page.sheet.rows.length;
  emit('distance', reach * 3);
  emit('title odds', block.odds);
}

const between = (x: number, a: number, b: number): boolean => (a < b ? x > a && x < b : x > b && x < a);
