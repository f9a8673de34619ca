import { perObject } from './perObject';

/** Collects named evidence: the name of a row in the weight table, and how strong it is (1 where it is just there). */
export type Emit = (name: string, value?: number) => void;

/** Weights by the name of the evidence; `bias` stands for none. */
export type WeightTable = Readonly<Record<string, number>>;

/** The learnt tables, one a stage; see weights.generated.ts, written by scripts/recognition/train.ts. */
export interface Weights {
  /** For each kind of row but body (the zero point). */
  readonly roles: Readonly<Record<'title' | 'caption' | 'byline' | 'furniture', WeightTable>>;
  /** A row belongs to the caption below it. */
  readonly caption: WeightTable;
  /** Row b continues row a. */
  readonly succession: WeightTable;
  /** A story ends between two rows that follow one another in reading order. */
  readonly boundary: WeightTable;
  /** A run of rows goes on in another run. */
  readonly sequel: WeightTable;
  /** A story is two. */
  readonly split: WeightTable;
  /** A title line belongs to the block of the title line before it. */
  readonly together: WeightTable;
  /** What a line of a title block is. */
  readonly parts: Readonly<Record<'kicker' | 'headline' | 'deck', WeightTable>>;
  /** A byline that stands apart belongs to a story. */
  readonly aside: WeightTable;
  /** A title block belongs to a story. */
  readonly link: WeightTable;
}

/** Which stretch of the scale that `edges` divide holds the value: 0 up to the first edge. */
export const bin = (value: number, edges: readonly number[]): number => {
  let i = 0;
  while (i < edges.length && value > edges[i]) i++;
  return i;
};

export const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/*
 * Names of evidence are made once, not at each emit: a string that is put together anew must be hashed anew to be looked up.
 */

/** The names of the stretches of a scale. */
export const numbered = (prefix: string, edges: readonly number[]): readonly string[] =>
  [...edges, 0].map((_, n) => `${prefix}${n}`);

/** The names of counts from 0 to `most`, which stands for itself and all above: ask `names[Math.min(count, most)]`. */
export const counted = (most: number, name: (count: number) => string): readonly string[] =>
  Array.from({ length: most + 1 }, (_, count) => name(count));

/** Names with a prefix; there are only so many. */
export class Prefixed {
  private readonly names = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(name: string): string {
    let full = this.names.get(name);
    if (full === undefined) {
      full = `${this.prefix}${name}`;
      this.names.set(name, full);
    }
    return full;
  }
}

/** The log-odds that a table gives to some evidence; `before` are those of evidence that was weighed already. */
export function weigh(table: WeightTable, evidence: (emit: Emit) => void, before = table.bias ?? 0): number {
  const weights = lookupOf(table);
  let sum = before;
  evidence((name, value = 1) => {
    const weight = weights.get(name);
    if (weight !== undefined) sum += weight * value;
  });
  return sum;
}

/** A table by which many names are looked up: engines find them several times as fast in a Map as in an object. */
const lookupOf = perObject((table: WeightTable): ReadonlyMap<string, number> => new Map(Object.entries(table)));

/** Several tables side by side, by which the same evidence is weighed: each name is looked up once for all. */
export class WeightTables {
  private readonly biases: readonly number[];
  /** For each name its weight in each table, 0 where it has none. */
  private readonly weights = new Map<string, number[]>();

  constructor(tables: readonly WeightTable[]) {
    this.biases = tables.map(({ bias = 0 }) => bias);
    for (const name of new Set(tables.flatMap((table) => Object.keys(table))))
      this.weights.set(
        name,
        tables.map((table) => table[name] ?? 0),
      );
  }

  /** The log-odds that each table gives. */
  weigh(evidence: (emit: Emit) => void): number[] {
    const sums = [...this.biases];
    evidence((name, value = 1) => {
      const weights = this.weights.get(name);
      if (weights !== undefined) for (let n = 0; n < sums.length; n++) sums[n] += weights[n] * value;
    });
    return sums;
  }
}

/** The same with its reasons, strongest first; what weighs less than `least` is left out. */
export function explain(
  table: WeightTable,
  evidence: (emit: Emit) => void,
  least = 0.3,
): { name: string; score: number }[] {
  const scores = new Map<string, number>();
  evidence((name, value = 1) => scores.set(name, (scores.get(name) ?? 0) + (table[name] ?? 0) * value));
  return [...scores]
    .filter(([, score]) => Math.abs(score) >= least)
    .map(([name, score]) => ({ name, score }))
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
}

/** The log-odds of a probability. */
export const logit = (p: number): number => Math.log(p / (1 - p));

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
