import type { Lexicon } from '../text/lexicon';
import { Listing } from '../text/listing';
import { UnitSet } from '../text/unitSet';
import { drawnTogether, perChance } from './chance';
import type { Grams } from './continuity';
import type { Row } from './rows';
import { type Characters, NO_CHARACTERS, Vocabulary } from './vocabulary';

/** The pairs of Han characters of a stretch of text: their numbers among the page's n-grams, each once and in rising order. */
export interface Bag {
  readonly pairs: Int32Array;
  /** What all of them weigh. */
  readonly weight: number;
  readonly characters: Characters;
}

export const EMPTY_BAG: Bag = { pairs: new Int32Array(0), weight: 0, characters: NO_CHARACTERS };

/** Likeness of two bags, 0..1: the weight of what they share by the geometric mean of what they hold. */
export function cosineOf(shared: number, a: Bag, b: Bag): number {
  const product = a.weight * b.weight;
  return product > 0 ? shared / Math.sqrt(product) : 0;
}

/** As the prior of single characters (vocabulary.ts), in pairs; 400 to 25,600 tell about as much. */
const PRIOR = 1600;

const FUNCTION = new UnitSet('的了是在和与将对也都并就而把被这那他她我你们为以及等中从到有个一不上下');

/** So much smaller than the other bag, a bag's pairs are looked up one by one: a title's in a story. */
const FEW_AMONG = 10;

/** Whether one of some numbers in rising order is this. */
function holds(numbers: Int32Array, number: number): boolean {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && numbers[low] === number;
}

/** A bag with one in so many of the page's pairs is put in order by going through all of them. */
const MUCH_OF_PAGE = 50;

/** How much a pair of characters tells of a page's stories: rare pairs link title, columns and captions. */
export class Words {
  /** By the number of the pair. */
  private readonly weights: Float64Array;
  /** For each row the numbers of its pairs, each once. */
  private readonly ofRows: readonly Int32Array[];
  /** For each pair the rows that have it. */
  private readonly rowsOf: Listing;
  /** By the number of the pair: what it adds to the log-odds of one story that both sides have it. */
  private readonly gains: Float64Array;
  private readonly vocabulary: Vocabulary;
  /** By the number of the pair: the last side of a comparison that had it. */
  private readonly seen: Int32Array;
  private side = 0;

  constructor(
    rows: readonly Row[],
    private readonly grams: Grams,
    private readonly lexicon: Lexicon,
  ) {
    this.seen = new Int32Array(grams.size);
    this.ofRows = rows.map((_, row) => this.once([grams.pairsOf(row)]));
    this.rowsOf = new Listing(this.ofRows, grams.size);
    this.weights = new Float64Array(grams.size);
    this.gains = new Float64Array(grams.size);
    // By how many rows have the pair.
    const rareness = rows.map((_, n) => Math.log((rows.length + 1) / (n + 1)));
    const gain = rows.map((_, n) => Math.log1p(this.rowsOf.total / (PRIOR * (n + 1))));
    for (let pair = 0; pair < grams.size; pair++) {
      const units = grams.unitsOf(pair);
      const more = this.rowsOf.countOf(pair) - 1;
      this.weights[pair] = rareness[more] * this.rarity(units[0], units[1]);
      this.gains[pair] = gain[more];
    }
    this.vocabulary = new Vocabulary(rows);
  }

  /** How many Han characters the page has. */
  get characters(): number {
    return this.vocabulary.total;
  }

  /** The pairs that the page has of some texts; others tell nothing. */
  bag(texts: readonly string[]): Bag {
    return this.bagOf(
      texts.map((text) => this.pairsIn(text)),
      this.vocabulary.of(texts),
    );
  }

  /** The same of rows (indices). */
  bagOfRows(rows: readonly number[]): Bag {
    return this.bagOf(
      rows.map((row) => this.ofRows[row]),
      this.vocabulary.ofRows(rows),
    );
  }

  private bagOf(stretches: readonly Int32Array[], characters: Characters): Bag {
    const pairs = this.inOrder(this.once(stretches));
    let weight = 0;
    for (let n = 0; n < pairs.length; n++) weight += this.weights[pairs[n]];
    return { pairs, weight, characters };
  }

  private pairsIn(text: string): Int32Array {
    const found = new Int32Array(text.length);
    let length = 0;
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = this.grams.pair(text.charCodeAt(i), text.charCodeAt(i + 1));
      if (pair >= 0) found[length++] = pair;
    }
    return found.subarray(0, length);
  }

  /** All pairs of the stretches, each once. */
  private once(stretches: readonly Int32Array[]): Int32Array {
    const { seen } = this;
    const side = ++this.side;
    let most = 0;
    for (const pairs of stretches) most += pairs.length;
    const found = new Int32Array(most);
    let length = 0;
    for (const pairs of stretches) {
      for (let n = 0; n < pairs.length; n++) {
        if (seen[pairs[n]] === side) continue;
        seen[pairs[n]] = side;
        found[length++] = pairs[n];
      }
    }
    return found.slice(0, length);
  }

  /** The same pairs in rising order: where they are many, found by going through those of the page, which is faster than sorting. */
  private inOrder(pairs: Int32Array): Int32Array {
    if (pairs.length * MUCH_OF_PAGE < this.seen.length) return pairs.sort();
    const side = ++this.side;
    for (let n = 0; n < pairs.length; n++) this.seen[pairs[n]] = side;
    for (let pair = 0, n = 0; n < pairs.length; pair++) if (this.seen[pair] === side) pairs[n++] = pair;
    return pairs;
  }

  /** The weight of the pairs that both hold. */
  shared({ pairs: a }: Bag, { pairs: b }: Bag): number {
    const few = a.length < b.length ? a : b;
    const many = few === a ? b : a;
    let sum = 0;
    if (few.length * FEW_AMONG > many.length) {
      for (let i = 0, j = 0; i < few.length && j < many.length; ) {
        const difference = few[i] - many[j];
        if (difference === 0) sum += this.weights[few[i]];
        if (difference <= 0) i++;
        if (difference >= 0) j++;
      }
    } else for (let i = 0; i < few.length; i++) if (holds(many, few[i])) sum += this.weights[few[i]];
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

  /** How far other rows are of one story with `row` rather than of another one, by their pairs: log-odds, not held against chance. */
  affinityWith(row: number): (other: number) => number {
    const { ofRows, gains } = this;
    const pairs = ofRows[row];
    const shared = new Float64Array(ofRows.length);
    for (let n = 0; n < pairs.length; n++) this.rowsOf.addTo(shared, pairs[n], gains[pairs[n]]);
    return (other) => drawnTogether(PRIOR, pairs.length, ofRows[other].length) + shared[other];
  }

  /** Likeness of two bags, 0..1: what they share, by the geometric mean of what they hold. */
  cosine(a: Bag, b: Bag): number {
    return cosineOf(this.shared(a, b), a, b);
  }

  /** The same of rows[from..k) and rows[k..to), where `rows` are row indices. */
  likeness(rows: readonly number[], from: number, k: number, to: number): number {
    const { ofRows, seen, weights } = this;
    const first = ++this.side;
    let before = 0;
    for (let i = from; i < k; i++) {
      const pairs = ofRows[rows[i]];
      for (let n = 0; n < pairs.length; n++) {
        const pair = pairs[n];
        if (seen[pair] === first) continue;
        seen[pair] = first;
        before += weights[pair];
      }
    }
    const second = ++this.side;
    let after = 0;
    let shared = 0;
    for (let i = k; i < to; i++) {
      const pairs = ofRows[rows[i]];
      for (let n = 0; n < pairs.length; n++) {
        const pair = pairs[n];
        if (seen[pair] === second) continue;
        if (seen[pair] === first) shared += weights[pair];
        seen[pair] = second;
        after += weights[pair];
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
