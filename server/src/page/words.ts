import { isHan } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import type { Row } from './rows';

/** Pairs of Han characters (first << 16 | second) of a stretch of text. */
export type Bag = ReadonlySet<number>;

const FUNCTION = new Set(
  [...'的了是在和与将对也都并就而把被这那他她我你们为以及等中从到有个一不上下'].map((c) => c.charCodeAt(0)),
);

/** How much a pair of characters tells of a page's stories: rare pairs link title, columns and captions. */
export class Words {
  private readonly weights = new Map<number, number>();

  constructor(
    rows: readonly Row[],
    private readonly lexicon: Lexicon,
  ) {
    const rowsWith = new Map<number, number>();
    for (const row of rows) for (const pair of bagOf([row.bare])) rowsWith.set(pair, (rowsWith.get(pair) ?? 0) + 1);
    for (const [pair, count] of rowsWith) {
      this.weights.set(pair, Math.log((rows.length + 1) / count) * this.rarity(pair));
    }
  }

  weight(pair: number): number {
    return this.weights.get(pair) ?? 0;
  }

  sum(bag: Bag): number {
    let sum = 0;
    for (const pair of bag) sum += this.weight(pair);
    return sum;
  }

  shared(a: Bag, b: Bag): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const pair of small) if (large.has(pair)) sum += this.weight(pair);
    return sum;
  }

  /** Likeness of two bags, 0..1: what they share, by the geometric mean of what they hold. */
  cosine(a: Bag, b: Bag): number {
    const product = this.sum(a) * this.sum(b);
    return product > 0 ? this.shared(a, b) / Math.sqrt(product) : 0;
  }

  /** Everyday words tell little, pairs with a function character next to nothing; pairs in no word are names or breaks. */
  private rarity(pair: number): number {
    const first = pair >>> 16;
    const second = pair & 0xffff;
    if (FUNCTION.has(first) || FUNCTION.has(second)) return 0.1;
    const p = this.lexicon.logProbability(String.fromCharCode(first, second));
    if (p === null) return 0.8;
    return Math.max(0.25, Math.min(1, (-p - 5) / 9));
  }
}

export function bagOf(texts: Iterable<string>): Bag {
  const bag = new Set<number>();
  for (const text of texts) {
    for (let i = 0; i + 1 < text.length; i++) {
      const a = text.charCodeAt(i);
      const b = text.charCodeAt(i + 1);
      if (isHan(a) && isHan(b)) bag.add(((a << 16) | b) >>> 0);
    }
  }
  return bag;
}
