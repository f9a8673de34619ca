import { isHan } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import { Numbering } from '../text/numbering';
import { drawnTogether, perChance } from './chance';
import type { Row } from './rows';
import { type Characters, NO_CHARACTERS, Vocabulary } from './vocabulary';

/** The pairs of Han characters of a stretch of text: their numbers on the page, each once and in rising order. */
export interface Bag {
  readonly pairs: Int32Array;
  /** What all of them weigh. */
  readonly weight: number;
  readonly characters: Characters;
}

export const EMPTY_BAG: Bag = { pairs: new Int32Array(0), weight: 0, characters: NO_CHARACTERS };

/** As the prior of single characters (vocabulary.ts), in pairs; 400 to 25,600 tell about as much. */
const PRIOR = 1600;

const FUNCTION = new Set(
  [...'的了是在和与将对也都并就而把被这那他她我你们为以及等中从到有个一不上下'].map((c) => c.charCodeAt(0)),
);

/** How much a pair of characters tells of a page's stories: rare pairs link title, columns and captions. */
export class Words {
  private readonly pairs = new Numbering();
  /** By the number of the pair. */
  private readonly weights: Float64Array;
  /** For each row the numbers of its pairs, each once. */
  private readonly ofRows: readonly Int32Array[];
  /** By the number of the pair: what it adds to the log-odds of one story that both sides have it. */
  private readonly gains: Float64Array;
  private readonly vocabulary: Vocabulary;
  /** By the number of the pair: the last side of a comparison that had it. */
  private readonly seen: Int32Array;
  private side = 0;
  constructor(
    rows: readonly Row[],
    private readonly lexicon: Lexicon,
  ) {
    const rowsWith: number[] = [];
    const lastRow: number[] = [];
    this.ofRows = rows.map(({ bare }, row) => {
      const found: number[] = [];
      for (let i = 0; i + 1 < bare.length; i++) {
        const [a, b] = [bare.charCodeAt(i), bare.charCodeAt(i + 1)];
        if (!isHan(a) || !isHan(b)) continue;
        const pair = this.pairs.add(a, b);
        if (pair === lastRow.length) {
          lastRow.push(-1);
          rowsWith.push(0);
        }
        if (lastRow[pair] === row) continue;
        lastRow[pair] = row;
        rowsWith[pair]++;
        found.push(pair);
      }
      return new Int32Array(found);
    });
    this.weights = Float64Array.from(
      rowsWith,
      (count, pair) => Math.log((rows.length + 1) / count) * this.rarity(...this.pairs.keyOf(pair)),
    );
    const total = rowsWith.reduce((sum, count) => sum + count, 0);
    this.gains = Float64Array.from(rowsWith, (count) => Math.log1p(total / (PRIOR * count)));
    this.vocabulary = new Vocabulary(rows);
    this.seen = new Int32Array(this.pairs.size);
  }

  /** How many Han characters the page has. */
  get characters(): number {
    return this.vocabulary.total;
  }

  /** The pairs that the page has of some texts; others tell nothing. */
  bag(texts: readonly string[]): Bag {
    const found: number[] = [];
    const side = ++this.side;
    for (const text of texts) {
      for (let i = 0; i + 1 < text.length; i++) {
        const pair = this.pairs.find(text.charCodeAt(i), text.charCodeAt(i + 1));
        if (pair < 0 || this.seen[pair] === side) continue;
        this.seen[pair] = side;
        found.push(pair);
      }
    }
    return this.bagOf(found, this.vocabulary.of(texts));
  }

  /** The same of rows (indices). */
  bagOfRows(rows: readonly number[]): Bag {
    const found: number[] = [];
    const side = ++this.side;
    for (const row of rows) {
      const pairs = this.ofRows[row];
      for (let n = 0; n < pairs.length; n++) {
        if (this.seen[pairs[n]] === side) continue;
        this.seen[pairs[n]] = side;
        found.push(pairs[n]);
      }
    }
    return this.bagOf(found, this.vocabulary.ofRows(rows));
  }

  private bagOf(found: readonly number[], characters: Characters): Bag {
    const pairs = Int32Array.from(found).sort();
    let weight = 0;
    for (let n = 0; n < pairs.length; n++) weight += this.weights[pairs[n]];
    return { pairs, weight, characters };
  }

  /** The weight of the pairs that both hold. */
  shared({ pairs: a }: Bag, { pairs: b }: Bag): number {
    let sum = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const difference = a[i] - b[j];
      if (difference === 0) sum += this.weights[a[i]];
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    return sum;
  }

  /** By their single characters alone, whether two bags are one story's rather than two stories': log-odds beyond chance. */
  characterAffinity({ characters: a }: Bag, { characters: b }: Bag): number {
    return perChance(this.vocabulary.affinity(a, b), a.total, b.total);
  }

  /** The same by their pairs. */
  pairAffinity({ pairs: a }: Bag, { pairs: b }: Bag): number {
    let sum = drawnTogether(PRIOR, a.length, b.length);
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const difference = a[i] - b[j];
      if (difference === 0) sum += this.gains[a[i]];
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    return perChance(sum, a.length, b.length);
  }

  /** Likeness of two bags, 0..1: what they share, by the geometric mean of what they hold. */
  cosine(a: Bag, b: Bag): number {
    const product = a.weight * b.weight;
    return product > 0 ? this.shared(a, b) / Math.sqrt(product) : 0;
  }

  /** The same of rows[from..k) and rows[k..to), where `rows` are row indices. */
  likeness(rows: readonly number[], from: number, k: number, to: number): number {
    const first = ++this.side;
    let before = 0;
    for (let i = from; i < k; i++) {
      const pairs = this.ofRows[rows[i]];
      for (let n = 0; n < pairs.length; n++) {
        const pair = pairs[n];
        if (this.seen[pair] === first) continue;
        this.seen[pair] = first;
        before += this.weights[pair];
      }
    }
    const second = ++this.side;
    let after = 0;
    let shared = 0;
    for (let i = k; i < to; i++) {
      const pairs = this.ofRows[rows[i]];
      for (let n = 0; n < pairs.length; n++) {
        const pair = pairs[n];
        if (this.seen[pair] === second) continue;
        if (this.seen[pair] === first) shared += this.weights[pair];
        this.seen[pair] = second;
        after += this.weights[pair];
      }
    }
    return before * after > 0 ? shared / Math.sqrt(before * after) : 0;
  }

  /** Everyday words tell little, pairs with a function character next to nothing; pairs in no word are names or breaks. */
  private rarity(first: number, second: number): number {
    if (FUNCTION.has(first) || FUNCTION.has(second)) return 0.1;
    const root = this.lexicon.rootOf(first);
    const p = root > 0 ? this.lexicon.wordScore(this.lexicon.child(root, second)) : Number.NEGATIVE_INFINITY;
    if (p === Number.NEGATIVE_INFINITY) return 0.8;
    return Math.max(0.25, Math.min(1, (-p - 5) / 9));
  }
}
