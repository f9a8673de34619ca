import type { Lists } from './lists';

/** In which of some lists each number stands: the lists the other way round, in one flat array. */
export class Listing {
  /** The lists of number n are places[starts[n]..starts[n + 1]). */
  private readonly starts: Int32Array;
  private readonly places: Int32Array;

  /** The lists hold numbers below `count`, each once. */
  constructor(lists: Lists, count: number) {
    const { starts, numbers } = lists;
    this.starts = new Int32Array(count + 1);
    for (let n = 0; n < lists.total; n++) this.starts[numbers[n] + 1]++;
    for (let n = 0; n < count; n++) this.starts[n + 1] += this.starts[n];
    this.places = new Int32Array(lists.total);
    const free = this.starts.slice();
    for (let i = 0; i + 1 < starts.length; i++)
      for (let n = starts[i]; n < starts[i + 1]; n++) this.places[free[numbers[n]]++] = i;
  }

  /** How many numbers all lists have. */
  get total(): number {
    return this.places.length;
  }

  /** How many lists have the number. */
  countOf(number: number): number {
    return this.starts[number + 1] - this.starts[number];
  }

  /** Adds to the sum of each list that has the number. */
  addTo(sums: Float64Array, number: number, value: number): void {
    for (let k = this.starts[number]; k < this.starts[number + 1]; k++) sums[this.places[k]] += value;
  }
}
