/**
 * Which characters an OCR engine takes for which: a table of pairs (written, recognised, times), counted on pages of random
 * dictionary words that were set, degraded and recognised (data/confusions). scripts/build-confusions.ts packs it;
 * `unpackConfusions` documents the format and reads it.
 */
export class Confusions {
  constructor(
    /** For each UTF-16 unit as recognised, where its pairs begin; they end where those of the next unit begin. */
    private readonly first: Int32Array,
    /** What had been written, by pair; sorted within a recognised unit. */
    private readonly written: Uint16Array,
    private readonly times: Uint16Array,
    /** For each UTF-16 unit, how often it was written in all. */
    private readonly writtenInAll: Uint16Array,
  ) {}

  /** The pairs of a recognised character are those from `firstOf` to before `endOf`. */
  firstOf(recognised: number): number {
    return this.first[recognised];
  }

  endOf(recognised: number): number {
    return this.first[recognised + 1];
  }

  /** The written character of a pair. */
  writtenOf(pair: number): number {
    return this.written[pair];
  }

  /** How often the pair was seen. */
  timesOf(pair: number): number {
    return this.times[pair];
  }

  /** How often `written` was recognised as `recognised`; 0 where never seen. */
  timesRead(written: number, recognised: number): number {
    const pair = this.pairOf(written, recognised);
    return pair < 0 ? 0 : this.times[pair];
  }

  /** How often the character was written on the pages of the table. */
  timesWritten(written: number): number {
    return this.writtenInAll[written];
  }

  /** The pair of the two characters; -1 where it was never seen. */
  pairOf(written: number, recognised: number): number {
    let low = this.first[recognised];
    const end = this.first[recognised + 1];
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.written[middle] < written) low = middle + 1;
      else high = middle;
    }
    return low < end && this.written[low] === written ? low : -1;
  }
}

/**
 * Reads the packed form (already unzipped): header (magic, number of recognised characters R, of pairs P, of written
 * characters W), then streams of bytes: R × (high, low, number of pairs high, low), P × (step to the written character
 * high, low; times high, low), W × (character high, low; times written high, low); the bytes of each place stand together.
 * Steps are taken modulo 65536 from the pair before, 0 at a new recognised character. Throws where it is not one.
 */
export function unpackConfusions(bytes: Uint8Array): Confusions {
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (head.getUint32(0) !== MAGIC) throw new Error('not a packed table of confusions');
  const [recognisedCount, pairCount, writtenCount] = [head.getUint32(4), head.getUint32(8), head.getUint32(12)];
  let at = HEADER_BYTES;
  const numbers = (count: number): Uint16Array => {
    const values = new Uint16Array(count);
    for (let i = 0; i < count; i++) values[i] = (bytes[at + i] << 8) | bytes[at + count + i];
    at += 2 * count;
    return values;
  };
  const [recognised, pairsOf] = [numbers(recognisedCount), numbers(recognisedCount)];
  const [steps, times] = [numbers(pairCount), numbers(pairCount)];
  const [characters, counts] = [numbers(writtenCount), numbers(writtenCount)];

  const first = new Int32Array(UNITS + 1);
  const written = new Uint16Array(pairCount);
  let pair = 0;
  let unit = 0;
  for (let r = 0; r < recognisedCount; r++) {
    while (unit <= recognised[r]) first[unit++] = pair;
    for (let k = 0, before = 0; k < pairsOf[r]; k++, pair++) {
      before = (before + steps[pair]) % UNITS;
      written[pair] = before;
    }
  }
  while (unit <= UNITS) first[unit++] = pair;
  const writtenInAll = new Uint16Array(UNITS);
  for (let w = 0; w < writtenCount; w++) writtenInAll[characters[w]] = counts[w];
  return new Confusions(first, written, times, writtenInAll);
}

const UNITS = 65536;
export const MAGIC = 0x4e4d4346;
export const HEADER_BYTES = 16;
