import { endsSentence } from './continuity';
import { type FormRow, sharesForm } from './formRows';
import { perObject } from './perObject';
import type { Row } from './rows';
import { bin, type Emit, numbered, Prefixed, type WeightTable, weigh } from './weights';
import { HalfEms } from './widths';
import type { Words } from './words';

export interface BoundaryContext {
  readonly rows: readonly Row[];
  readonly forms: readonly FormRow[];
  readonly words: Words;
  /** For each row the odds (0..1) that it is a title row. */
  readonly title: readonly number[];
  readonly furniture: readonly number[];
  /** Rows that hold a byline of their own and stand apart. */
  readonly asides: ReadonlySet<number>;
  /** Row indices of the flow (no titles, no furniture) and each row's place among them. */
  readonly place: ReadonlyMap<number, number>;
  readonly succession: (a: number, b: number) => number;
}

/** Rows on each side of a break whose measure and words are compared. */
const SIDE = 8;

/** … and of the wider stretches whose words are compared as well. */
const WIDE_SIDE = 24;

/** Rows of one column differ by compressed marks and half-width digits: by half an em, and by this share of the measure. */
const UNEVEN = 0.05;

/** Whether nearly all rows (but those that end paragraphs) have the measure: then a change of it means something. */
function settled(rows: readonly Row[], indices: readonly number[], from: number, to: number, measure: number): boolean {
  if (to - from < 4) return false;
  let like = 0;
  for (let n = from; n < to; n++) {
    const row = rows[indices[n]];
    if (row.spread || Math.abs(row.width - measure) <= 0.5 + UNEVEN * measure || endsSentence(row.bare)) like++;
  }
  return like >= 0.7 * (to - from);
}

/** The most frequent width of the rows indices[from..to), by half ems; the wider one of equals. Rows that end a paragraph hardly count. */
export function measureOf(rows: readonly Row[], indices: readonly number[], from = 0, to = indices.length): number {
  const widths = new HalfEms(to - from);
  for (let n = from; n < to; n++) {
    const { spread, width } = rows[indices[n]];
    if (!spread && width >= 4) widths.add(width);
  }
  return widths.best;
}

const SUCCESSIONS = [-4, -2, -1, 0, 1, 2, 4];
const SETTLED_CHANGES = [0.75, 1.25, 2.25, 4];
const CHANGES = [0.25, 0.75, 1.25, 2.25, 4];
const WIDE_LIKENESSES = [0.02, 0.05, 0.08, 0.12];
const SHORTS_LAST = [0.75, 2.25, 5, 9];
const SHORTS_OPEN = [0.75, 2.25, 5];

const SUCCESSION = numbered('succession ', SUCCESSIONS);
const SETTLED_ENDED = numbered('ended, settled measure changes ', SETTLED_CHANGES);
const SETTLED_OPEN = numbered('open, settled measure changes ', SETTLED_CHANGES);
const CHANGE_FEW = numbered('few rows, measure changes ', CHANGES);
const CHANGE_ENDED = numbered('ended, measure changes ', CHANGES);
const CHANGE_OPEN = numbered('open, measure changes ', CHANGES);
const LIKENESS = 'likeness';
const LIKENESS_OF_WIDER = 'likeness of wider stretches';
const NO_COMMON_WORDS = 'no common words';
/** What a likeness of 1 counts as. */
const MOST_LIKENESS = 5;
const WIDE_LIKENESS = numbered('likeness of wider stretches ', WIDE_LIKENESSES);
const SHORT_LAST = numbered('last row short by ', SHORTS_LAST);
const SHORT_OPEN = numbered('open row short by ', SHORTS_OPEN);
const TITLES_OPEN = [0, 1, 2, 3].map((n) => `titles between ${n}`);
const TITLES_ENDED = TITLES_OPEN.map((name) => `${name}, ended`);
const BEFORE = new Prefixed('before: ');
const AFTER = new Prefixed('after: ');

/** Evidence that a story ends between chain[k - 1] and chain[k], two rows that follow one another in reading order. */
export function boundaryEvidence(context: BoundaryContext, chain: readonly number[], k: number, emit: Emit): void {
  breakEvidence(context, chain, k, emit);
  likenessEvidence(context, chain, k, emit);
}

/**
 * The log-odds of that. To compare the words takes longest: where they cannot bring the odds above `least`, as between nine
 * in ten rows, these are without them.
 */
export function boundaryOdds(
  context: BoundaryContext,
  table: WeightTable,
  chain: readonly number[],
  k: number,
  least: number,
): number {
  const odds = weigh(table, (emit) => breakEvidence(context, chain, k, emit));
  if (odds + mostOfLikeness(table) <= least) return odds;
  return weigh(table, (emit) => likenessEvidence(context, chain, k, emit), odds);
}

/** What the words can add at most. */
const mostOfLikeness = perObject((table: WeightTable): number => {
  const most = (times: number, names: readonly string[]): number =>
    Math.max(0, ...names.map((name) => times * (table[name] ?? 0)));
  return (
    most(MOST_LIKENESS, [LIKENESS]) +
    most(1, [NO_COMMON_WORDS]) +
    most(MOST_LIKENESS, [LIKENESS_OF_WIDER]) +
    most(1, WIDE_LIKENESS)
  );
});

/** What the break itself tells, by its rows and the widths around. */
function breakEvidence(context: BoundaryContext, chain: readonly number[], k: number, emit: Emit): void {
  const { rows, forms, title, furniture, asides, place, succession } = context;
  const a = chain[k - 1];
  const b = chain[k];
  const link = Math.max(-8, Math.min(8, succession(a, b)));
  if (sharesForm(forms[a], rows[a].line, forms[b], rows[b].line)) emit('one form spans the break');
  emit('succession', link / 4);
  emit(SUCCESSION[bin(link, SUCCESSIONS)]);
  const ended = endsSentence(rows[a].bare);
  const steps = (place.get(b) ?? 0) - (place.get(a) ?? 0);
  emit(steps === 1 ? 'next row' : steps <= 3 ? 'up to three rows on' : 'far on');
  let titles = 0;
  let gap = 0;
  for (let i = a + 1; i <= b; i++) {
    gap = Math.max(gap, rows[i].gap);
    if (i < b && title[i] > 0.5) titles++;
    if (i < b && furniture[i] > 0.5) emit('furniture between');
    if (i < b && asides.has(i)) emit(steps === 1 ? 'a byline between' : 'a byline among the rows between');
  }
  if (steps === 1) emit((ended ? TITLES_ENDED : TITLES_OPEN)[Math.min(titles, 3)]);
  else if (titles > 0) emit('a title among the rows between');
  if (gap > 0) emit(ended ? 'gap after an end' : 'gap in a sentence');
  for (const tag of forms[a].tags) emit(BEFORE.of(tag));
  for (const tag of forms[b].tags) emit(AFTER.of(tag));
  if (rows[b].indented) emit('indented');
  const from = Math.max(0, k - SIDE);
  const to = Math.min(chain.length, k + SIDE);
  const before = measureOf(rows, chain, from, k);
  const after = measureOf(rows, chain, k, to);
  const change = Math.abs(before - after);
  if (settled(rows, chain, from, k, before) && settled(rows, chain, k, to, after))
    emit((ended ? SETTLED_ENDED : SETTLED_OPEN)[bin(change, SETTLED_CHANGES)]);
  const size = Math.min(k - from, to - k);
  emit((size < 3 ? CHANGE_FEW : ended ? CHANGE_ENDED : CHANGE_OPEN)[bin(change, CHANGES)]);
  const short = before - rows[a].width;
  if (ended) emit(SHORT_LAST[bin(short, SHORTS_LAST)]);
  else emit(SHORT_OPEN[bin(short, SHORTS_OPEN)]);
  if (k <= 2) emit('near the head of the run');
  if (k >= chain.length - 2) emit('near the tail of the run');
}

/** How like one another the words on both sides are. */
function likenessEvidence({ words }: BoundaryContext, chain: readonly number[], k: number, emit: Emit): void {
  const likeness = (side: number): number =>
    words.likeness(chain, Math.max(0, k - side), k, Math.min(chain.length, k + side));
  const near = likeness(SIDE);
  emit(LIKENESS, near * MOST_LIKENESS);
  if (near < 0.01) emit(NO_COMMON_WORDS);
  const wide = likeness(WIDE_SIDE);
  emit(LIKENESS_OF_WIDER, wide * MOST_LIKENESS);
  emit(WIDE_LIKENESS[bin(wide, WIDE_LIKENESSES)]);
}
