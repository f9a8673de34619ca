/**
 * Lists of numbers, filled one after the other and kept in one flat array: a page has hundreds of short ones, and arrays of
 * their own would take longer to make than to fill.
 */
export class Lists {
  /** List n is numbers[starts[n]..starts[n + 1]). */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  private count = 0;
  private end = 0;

  /** `count` lists that hold at most so many numbers together. */
  constructor(count: number, most: number) {
    this.starts = new Int32Array(count + 1);
    this.numbers = new Int32Array(most);
  }

  /** Adds a number to the list at hand. */
  put(number: number): void {
    this.numbers[this.end++] = number;
  }

  /** Ends the list at hand. */
  close(): void {
    this.starts[++this.count] = this.end;
  }

  /** How many numbers the lists hold together. */
  get total(): number {
    return this.end;
  }

  lengthOf(n: number): number {
    return this.starts[n + 1] - this.starts[n];
  }
}
