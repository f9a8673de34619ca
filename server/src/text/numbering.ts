/**
 * Numbers keys (two integers of 32 bits each) 0, 1, 2 … in the order they come: an open-addressing hash table, several
 * times as fast as a Map for the pairs and triples of characters of a page.
 */
export class Numbering {
  private highs = new Int32Array(FIRST_ROOM);
  private lows = new Int32Array(FIRST_ROOM);
  /** For each place of the table the number of its key, counted from 1; 0 where it is free. */
  private table = new Int32Array(2 * FIRST_ROOM);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of the key; -1 where it has none. */
  find(high: number, low: number): number {
    return this.table[this.placeOf(high | 0, low | 0)] - 1;
  }

  /** The number of the key, a new one where it has none. */
  add(high: number, low: number): number {
    let place = this.placeOf(high | 0, low | 0);
    if (this.table[place] > 0) return this.table[place] - 1;
    if (this.count === this.highs.length) {
      this.grow();
      place = this.placeOf(high | 0, low | 0);
    }
    this.highs[this.count] = high;
    this.lows[this.count] = low;
    this.table[place] = ++this.count;
    return this.count - 1;
  }

  /** The key with the number; a negative integer comes back as it was put. */
  keyOf(n: number): [high: number, low: number] {
    return [this.highs[n], this.lows[n]];
  }

  /** Where the key is in the table, or where it would be put. */
  private placeOf(high: number, low: number): number {
    const mask = this.table.length - 1;
    let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const n = this.table[place] - 1;
      if (n < 0 || (this.lows[n] === low && this.highs[n] === high)) return place;
    }
  }

  private grow(): void {
    const room = 2 * this.highs.length;
    const [highs, lows] = [new Int32Array(room), new Int32Array(room)];
    highs.set(this.highs);
    lows.set(this.lows);
    this.highs = highs;
    this.lows = lows;
    this.table = new Int32Array(2 * room);
    for (let n = 0; n < this.count; n++) this.table[this.placeOf(highs[n], lows[n])] = n + 1;
  }
}

/** Keys that fit before the tables grow: enough for most pages. A power of two. */
const FIRST_ROOM = 8192;
