import type { BoundaryContext } from './boundaries';
import { boxed } from './boxes';
import { findCaptions } from './captions';
import { endsSentence } from './continuity';
import type { Draft } from './draft';
import { kindsOf } from './kinds';
import type { Evidence } from './model';
import { findTracks } from './order';
import { findColumns, keepsLayout } from './placedOrder';
import { isGlued, stackRows } from './rows';
import { type SuccessionContext, sidesOf, successionEvidence } from './succession';
import { titleLines } from './titleLines';
import { type Emit, type Weights, weigh } from './weights';
import type { Bag } from './words';

/** A page whose rows have their kinds and their reading order. Row indices throughout. */
export interface Ordered extends Draft {
  readonly odds: readonly (readonly number[])[];
  readonly title: readonly number[];
  /** Why a row is a title's, or text, where the rows around it decided that. */
  readonly titleWhy: ReadonlyMap<number, Evidence>;
  /** For each row of a title that heads a block of text, the row below that title. */
  readonly headEnds: ReadonlyMap<number, number>;
  /** Title rows that are the heads of columns (短评). */
  readonly heads: ReadonlySet<number>;
  /** Odds of page furniture, after a look at the forms. */
  readonly furniture: readonly number[];
  readonly captions: readonly (readonly number[])[];
  /** Rows that are only a name, set apart from the text. */
  readonly asides: readonly number[];
  /** The rows of the text, each chain in reading order. */
  readonly chains: readonly (readonly number[])[];
  readonly succession: (a: number, b: number) => number;
  readonly explainSuccession: (a: number, b: number, emit: Emit) => void;
  /** For each row of the flow the row it goes on from. */
  readonly previous: ReadonlyMap<number, number>;
  readonly boundary: BoundaryContext;
  /** Words of each title line. */
  readonly titleBags: readonly Bag[];
}

export function successionContext(page: Draft): SuccessionContext {
  const { rows } = page.sheet;
  return {
    rows,
    joins: page.roles.joins,
    grams: page.grams,
    sides: rows.map((row) => sidesOf(row, page.roles.lexicon)),
    forms: page.forms,
    forward: page.roles.forward,
    backward: page.roles.backward,
    glued: isGlued(rows),
  };
}

export function order(
  page: Draft,
  odds: readonly (readonly number[])[],
  weights: Pick<Weights, 'caption' | 'succession'>,
): Ordered {
  const { rows } = page.sheet;
  const captions = findCaptions(page, odds, weights.caption);
  const captioned = new Set(captions.flat());
  const { title, titleWhy, headEnds, heads, furniture, asides } = kindsOf(page, odds, captioned);
  const context = successionContext(page);
  const explainSuccession = (a: number, b: number, emit: Emit): void => successionEvidence(context, a, b, emit);
  const succession = remembered(rows.length, (a, b) =>
    weigh(weights.succession, (emit) => successionEvidence(context, a, b, emit)),
  );
  const out = new Set([...captioned, ...asides, ...stackRows(page.sheet)]);
  const flow = rows.map((_, i) => i).filter((i) => title[i] <= 0.5 && furniture[i] <= 0.5 && !out.has(i));
  const inBox = boxed(page.sheet, flow);
  const previous = keepsLayout(page.sheet)
    ? findColumns(flow, rows)
    : findTracks(flow, {
        score: succession,
        affinityWith: (row) => page.words.affinityWith(row),
        inBox: (row) => inBox.has(row),
        ends: (row) => endsSentence(rows[row].bare),
      });
  const place = new Map(flow.map((row, n) => [row, n]));
  const { forms, words } = page;
  return {
    ...page,
    titleBags: titleBagsOf(page, title),
    odds,
    title,
    titleWhy,
    headEnds,
    heads,
    furniture,
    captions,
    asides,
    chains: chainsOf(flow, previous),
    succession,
    explainSuccession,
    previous,
    boundary: { rows, forms, words, title, furniture, asides: new Set(asides), place, succession },
  };
}

/** The same function of two rows, worked out once for each pair. */
function remembered(rows: number, score: (a: number, b: number) => number): (a: number, b: number) => number {
  const known = new Map<number, number>();
  return (a, b) => {
    const key = a * rows + b;
    let value = known.get(key);
    if (value === undefined) {
      value = score(a, b);
      known.set(key, value);
    }
    return value;
  };
}

/** The rows of `flow` chained up, by the row before each. */
function chainsOf(flow: readonly number[], previous: ReadonlyMap<number, number>): number[][] {
  const next = new Map([...previous].map(([b, a]) => [a, b]));
  return flow.flatMap((i) => {
    if (previous.has(i)) return [];
    const chain = [i];
    for (let j = next.get(i); j !== undefined; j = next.get(j)) chain.push(j);
    return [chain];
  });
}

const titleBagsOf = (page: Draft, title: readonly number[]): Bag[] =>
  titleLines(page, title)
    .map(({ text }) => page.words.bag([text.replace(/ /g, '')]))
    .filter((bag) => bag.weight > 0);
