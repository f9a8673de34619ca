/** A set of numbers, a bit each, that gives them back in rising order: much faster than by sorting. */
export class NumberSet {
  private readonly bits: Int32Array;
  private count = 0;

  /** Holds numbers below `limit`. */
  constructor(limit: number) {
    this.bits = new Int32Array((limit + 31) >> 5);
  }

  add(number: number): void {
    const word = number >> 5;
    const bit = 1 << (number & 31);
    if ((this.bits[word] & bit) !== 0) return;
    this.bits[word] |= bit;
    this.count++;
  }

  /** All of them in rising order; afterwards the set is empty. */
  drain(): Int32Array {
    const { bits } = this;
    const numbers = new Int32Array(this.count);
    for (let word = 0, n = 0; n < numbers.length; word++) {
      for (let left = bits[word]; left !== 0; left &= left - 1)
        numbers[n++] = (word << 5) + 31 - Math.clz32(left & -left);
      bits[word] = 0;
    }
    this.count = 0;
    return numbers;
  }
}
