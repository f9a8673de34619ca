import type { Lexicon } from '../text/lexicon';
import { Listing } from '../text/listing';
import { Lists } from '../text/lists';
import { NumberSet } from '../text/numberSet';
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

/** How much a pair of characters tells of a page's stories: rare pairs link title, columns and captions. */
export class Words {
  /** By the number of the pair. */
  private readonly weights: Float64Array;
  /** For each row the numbers of its pairs, each once. */
  private readonly ofRows: Lists;
  /** For each pair the rows that have it. */
  private readonly rowsOf: Listing;
  /** By the number of the pair: what it adds to the log-odds of one story that both sides have it. */
  private readonly gains: Float64Array;
  private readonly vocabulary: Vocabulary;
  /** By the number of the pair: the last side of a comparison that had it. */
  private readonly seen: Int32Array;
  private side = 0;
  /** Scratch, empty between calls. */
  private readonly found: NumberSet;
  /** By row, what the one at hand shares with it. */
  private readonly sharedWith: Float64Array;

  constructor(
    rows: readonly Row[],
    private readonly grams: Grams,
    private readonly lexicon: Lexicon,
  ) {
    this.seen = new Int32Array(grams.size);
    this.ofRows = this.once(grams.ofRows, rows.length);
    this.found = new NumberSet(grams.size);
    this.sharedWith = new Float64Array(rows.length);
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
    for (const text of texts) {
      for (let i = 0; i + 1 < text.length; i++) {
        const pair = this.grams.pair(text.charCodeAt(i), text.charCodeAt(i + 1));
        if (pair >= 0) this.found.add(pair);
      }
    }
    return this.bagOf(this.vocabulary.of(texts));
  }

  /** The same of rows (indices). */
  bagOfRows(rows: readonly number[]): Bag {
    const { starts, numbers } = this.ofRows;
    for (const row of rows) for (let n = starts[row]; n < starts[row + 1]; n++) this.found.add(numbers[n]);
    return this.bagOf(this.vocabulary.ofRows(rows));
  }

  /** The bag of the pairs that were found, with the characters of the same text. */
  private bagOf(characters: Characters): Bag {
    const pairs = this.found.drain();
    let weight = 0;
    for (let n = 0; n < pairs.length; n++) weight += this.weights[pairs[n]];
    return { pairs, weight, characters };
  }

  /** The lists with each number once. */
  private once({ starts, numbers, total }: Lists, count: number): Lists {
    const { seen } = this;
    const lists = new Lists(count, total);
    for (let i = 0; i < count; i++) {
      const side = ++this.side;
      for (let n = starts[i]; n < starts[i + 1]; n++) {
        if (seen[numbers[n]] === side) continue;
        seen[numbers[n]] = side;
        lists.put(numbers[n]);
      }
      lists.close();
    }
    return lists;
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

  /**
   * How far other rows are of one story with `row` rather than of another one, by their pairs: log-odds, not held against
   * chance. To be asked before this is called again.
   */
  affinityWith(row: number): (other: number) => number {
    const { ofRows, gains, sharedWith: shared } = this;
    const { starts, numbers } = ofRows;
    shared.fill(0);
    for (let n = starts[row]; n < starts[row + 1]; n++) this.rowsOf.addTo(shared, numbers[n], gains[numbers[n]]);
    return (other) => drawnTogether(PRIOR, ofRows.lengthOf(row), ofRows.lengthOf(other)) + shared[other];
  }

  /** Likeness of two bags, 0..1: what they share, by the geometric mean of what they hold. */
  cosine(a: Bag, b: Bag): number {
    return cosineOf(this.shared(a, b), a, b);
  }

  /** The same of rows[from..k) and rows[k..to), where `rows` are row indices. */
  likeness(rows: readonly number[], from: number, k: number, to: number): number {
    const { seen, weights } = this;
    const { starts, numbers } = this.ofRows;
    const first = ++this.side;
    let before = 0;
    for (let i = from; i < k; i++) {
      for (let n = starts[rows[i]]; n < starts[rows[i] + 1]; n++) {
        const pair = numbers[n];
        if (seen[pair] === first) continue;
        seen[pair] = first;
        before += weights[pair];
      }
    }
    const second = ++this.side;
    let after = 0;
    let shared = 0;
    for (let i = k; i < to; i++) {
      for (let n = starts[rows[i]]; n < starts[rows[i] + 1]; n++) {
        const pair = numbers[n];
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
