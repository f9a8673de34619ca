/** A set of UTF-16 units, for what is asked at every unit of a page: a look into a table of bits, without hash or string. */
export class UnitSet {
  private readonly bits = new Uint32Array(2048);

  /** Holds the units of all the texts. */
  constructor(...texts: readonly string[]) {
    for (const text of texts)
      for (let i = 0; i < text.length; i++) this.bits[text.charCodeAt(i) >> 5] |= 1 << (text.charCodeAt(i) & 31);
  }

  has(unit: number): boolean {
    return (this.bits[unit >> 5] & (1 << (unit & 31))) !== 0;
  }
}
