import { endsSentence } from './continuity';
import type { FormRow } from './formRows';
import type { Row } from './rows';
import type { Emit } from './weights';
import { bagOf, type Words } from './words';

export interface BoundaryContext {
  readonly rows: readonly Row[];
  readonly forms: readonly FormRow[];
  readonly words: Words;
  /** For each row the odds (0..1) that it is a title row. */
  readonly title: readonly number[];
  readonly furniture: readonly number[];
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

/** Whether nearly all rows (but those that end paragraphs) have one width: then a change of it means something. */
function settled(rows: readonly Row[], indices: readonly number[]): boolean {
  if (indices.length < 4) return false;
  const measure = measureOf(rows, indices);
  const like = indices.filter(
    (i) => rows[i].spread || Math.abs(rows[i].width - measure) <= 0.5 + UNEVEN * measure || endsSentence(rows[i].bare),
  ).length;
  return like >= 0.7 * indices.length;
}

const bin = (value: number, edges: readonly number[]): number => {
  let i = 0;
  while (i < edges.length && value > edges[i]) i++;
  return i;
};

/** The most frequent width of the rows, by half ems; the wider one of equals. Rows that end a paragraph hardly count. */
export function measureOf(rows: readonly Row[], indices: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  let most = 0;
  for (const i of indices) {
    if (rows[i].spread || rows[i].width < 4) continue;
    const width = Math.round(rows[i].width * 2) / 2;
    const count = (counts.get(width) ?? 0) + 1;
    counts.set(width, count);
    if (count > most || (count === most && width > best)) {
      most = count;
      best = width;
    }
  }
  return best;
}

/** Evidence that a story ends between chain[k - 1] and chain[k], two rows that follow one another in reading order. */
export function boundaryEvidence(context: BoundaryContext, chain: readonly number[], k: number, emit: Emit): void {
  const { rows, forms, words, title, furniture, place, succession } = context;
  const a = chain[k - 1];
  const b = chain[k];
  const link = Math.max(-8, Math.min(8, succession(a, b)));
  emit('succession', link / 4);
  emit(`succession ${bin(link, [-4, -2, -1, 0, 1, 2, 4])}`);
  const ended = endsSentence(rows[a].bare);
  const steps = (place.get(b) ?? 0) - (place.get(a) ?? 0);
  emit(steps === 1 ? 'next row' : steps <= 3 ? 'up to three rows on' : 'far on');
  let titles = 0;
  let gap = 0;
  for (let i = a + 1; i <= b; i++) {
    gap = Math.max(gap, rows[i].gap);
    if (i < b && title[i] > 0.5) titles++;
    if (i < b && furniture[i] > 0.5) emit('furniture between');
  }
  if (steps === 1) emit(`titles between ${Math.min(titles, 3)}${ended ? ', ended' : ''}`);
  else if (titles > 0) emit('a title among the rows between');
  if (gap > 0) emit(ended ? 'gap after an end' : 'gap in a sentence');
  for (const tag of forms[a].tags) emit(`before: ${tag}`);
  for (const tag of forms[b].tags) emit(`after: ${tag}`);
  if (rows[b].indented) emit('indented');
  const before = chain.slice(Math.max(0, k - SIDE), k);
  const after = chain.slice(k, k + SIDE);
  const change = Math.abs(measureOf(rows, before) - measureOf(rows, after));
  if (settled(rows, before) && settled(rows, after))
    emit(`${ended ? 'ended' : 'open'}, settled measure changes ${bin(change, [0.75, 1.25, 2.25, 4])}`);
  const size = Math.min(before.length, after.length);
  emit(
    `${size < 3 ? 'few rows' : ended ? 'ended' : 'open'}, measure changes ${bin(change, [0.25, 0.75, 1.25, 2.25, 4])}`,
  );
  const cosine = words.cosine(bagOf(before.map((i) => rows[i].bare)), bagOf(after.map((i) => rows[i].bare)));
  emit('likeness', cosine * 5);
  if (cosine < 0.01) emit('no common words');
  const wide = words.cosine(
    bagOf(chain.slice(Math.max(0, k - WIDE_SIDE), k).map((i) => rows[i].bare)),
    bagOf(chain.slice(k, k + WIDE_SIDE).map((i) => rows[i].bare)),
  );
  emit('likeness of wider stretches', wide * 5);
  emit(`likeness of wider stretches ${bin(wide, [0.02, 0.05, 0.08, 0.12])}`);
  const short = measureOf(rows, before) - rows[a].width;
  if (ended) emit(`last row short by ${bin(short, [0.75, 2.25, 5, 9])}`);
  else emit(`open row short by ${bin(short, [0.75, 2.25, 5])}`);
  if (k <= 2) emit('near the head of the run');
  if (k >= chain.length - 2) emit('near the tail of the run');
}
