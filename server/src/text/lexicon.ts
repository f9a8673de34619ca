/**
 * The word list, as a trie in flat arrays: nodes in breadth-first order, the children of a node side by side and sorted.
 * Built from a free word list by scripts/build-lexicon.ts, which documents the format; unpacked by `unpackLexicon`.
 */
export class Lexicon {
  /** For each UTF-16 unit, the node of the one-character word; 0 where no word begins with it. */
  private readonly roots = new Int32Array(65536);

  constructor(
    private readonly units: Uint16Array,
    /** Children of node n: [firstChild[n], firstChild[n + 1]). */
    private readonly firstChild: Int32Array,
    /** 0: no word; else 1 + round(SCALE · ln count). */
    private readonly counts: Uint8Array,
    private readonly places: Uint8Array,
    private readonly logTotal: number,
  ) {
    for (let child = firstChild[0]; child < firstChild[1]; child++) this.roots[units[child]] = child;
  }

  /** ln P of the word text[start, end); null where it is no word of the list. */
  logProbability(text: string, start = 0, end = text.length): number | null {
    const node = this.find(text, start, end);
    return node > 0 && this.counts[node] > 0 ? this.logProbabilityOf(node) : null;
  }

  isWord(text: string, start = 0, end = text.length): boolean {
    const node = this.find(text, start, end);
    return node > 0 && this.counts[node] > 0;
  }

  /** Whether the word list knows text[start, end) as the name of a place. */
  isPlace(text: string, start = 0, end = text.length): boolean {
    const node = this.find(text, start, end);
    return node > 0 && this.places[node] > 0;
  }

  /** Calls back for each word that begins at `start`, shortest first, with its end and ln P. */
  eachWordAt(text: string, start: number, limit: number, take: (end: number, logProbability: number) => void): void {
    let node = this.roots[text.charCodeAt(start)];
    let end = start + 1;
    while (node > 0) {
      if (this.counts[node] > 0) take(end, this.logProbabilityOf(node));
      if (end >= limit) return;
      node = this.child(node, text.charCodeAt(end));
      end++;
    }
  }

  /** ln P of the best cut of text[start, end) into words; a character that is in no word costs `UNKNOWN`. */
  bestPath(text: string, start = 0, end = text.length): number {
    const best = new Float64Array(end - start + 1).fill(Number.NEGATIVE_INFINITY);
    best[0] = 0;
    for (let i = start; i < end; i++) {
      const here = best[i - start];
      best[i - start + 1] = Math.max(best[i - start + 1], here + UNKNOWN);
      this.eachWordAt(text, i, end, (wordEnd, p) => {
        const at = wordEnd - start;
        if (here + p > best[at]) best[at] = here + p;
      });
    }
    return best[end - start];
  }

  private find(text: string, start: number, end: number): number {
    if (end <= start) return 0;
    let node = this.roots[text.charCodeAt(start)];
    for (let i = start + 1; i < end && node > 0; i++) node = this.child(node, text.charCodeAt(i));
    return node;
  }

  private child(node: number, unit: number): number {
    let low = this.firstChild[node];
    let high = this.firstChild[node + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low < this.firstChild[node + 1] && this.units[low] === unit ? low : 0;
  }

  private logProbabilityOf(node: number): number {
    return (this.counts[node] - 1) / SCALE - this.logTotal;
  }
}

/** Steps a unit of ln count in the packed counts: errors stay under 4 %. */
export const SCALE = 16;

/** ln P of a character that no word holds, as measured for the character detector (docs/rules/confusable-character.md). */
export const UNKNOWN = -17.5;

/** Reads the packed form that scripts/build-lexicon.ts writes (already unzipped). Throws where it is not one. */
export function unpackLexicon(bytes: Uint8Array): Lexicon {
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (head.getUint32(0) !== MAGIC) throw new Error('not a packed lexicon');
  const nodes = head.getUint32(4);
  const logTotal = head.getFloat64(8);
  let at = HEADER_BYTES;
  const stream = (): Uint8Array => {
    const part = bytes.subarray(at, at + nodes);
    at += nodes;
    return part;
  };
  const [high, low, childrenHigh, childrenLow, counts, places] = [
    stream(),
    stream(),
    stream(),
    stream(),
    stream(),
    stream(),
  ];
  const units = new Uint16Array(nodes);
  const firstChild = new Int32Array(nodes + 1);
  let next = 1;
  for (let n = 0; n < nodes; n++) {
    units[n] = (high[n] << 8) | low[n];
    firstChild[n] = next;
    next += (childrenHigh[n] << 8) | childrenLow[n];
  }
  firstChild[nodes] = next;
  return new Lexicon(units, firstChild, counts.slice(), places.slice(), logTotal);
}

export const MAGIC = 0x4e4d4c58;
export const HEADER_BYTES = 16;
