/**
 * The word list, as a trie in flat arrays: nodes in breadth-first order, the children of a node side by side and sorted.
 * Built from a free word list by scripts/build-lexicon.ts, which documents the format; unpacked by `unpackLexicon`.
 */
export class Lexicon {
  /** For each UTF-16 unit, its place in the alphabet counted from 1; 0 where no word has it. */
  private readonly letters = new Uint16Array(65536);
  /** For each UTF-16 unit, the node of the one-character word; 0 where no word begins with it. */
  private readonly roots = new Int32Array(65536);
  /** A bit for each edge of the trie, by hash: most questions are answered no, and this answers them at once. */
  private readonly edges = new Uint32Array(2 ** (EDGE_BITS - 5));
  /** ln P by packed count; -Infinity for 0, no word. */
  private readonly logProbabilities: Float64Array;

  constructor(
    /** The characters of the words, most frequent first: small numbers pack better. */
    private readonly alphabet: Uint16Array,
    /** For each node, the last letter of its words: a place in the alphabet, from 1. */
    private readonly letterOf: Uint16Array,
    /** Children of node n: [firstChild[n], firstChild[n + 1]), in the order of their letters. */
    private readonly firstChild: Int32Array,
    /** 0: no word; else 1 + round(SCALE · ln count). */
    private readonly counts: Uint8Array,
    logTotal: number,
  ) {
    alphabet.forEach((unit, place) => {
      this.letters[unit] = place + 1;
    });
    for (let child = firstChild[0]; child < firstChild[1]; child++) this.roots[alphabet[letterOf[child] - 1]] = child;
    for (let node = 0; node + 1 < firstChild.length; node++)
      for (let child = firstChild[node]; child < firstChild[node + 1]; child++) {
        const edge = edgeHash(node, letterOf[child]);
        this.edges[edge >>> 5] |= 1 << (edge & 31);
      }
    this.logProbabilities = Float64Array.from({ length: 256 }, (_, packed) =>
      packed > 0 ? (packed - 1) / SCALE - logTotal : Number.NEGATIVE_INFINITY,
    );
  }

  /** ln P of the word text[start, end); null where it is no word of the list. */
  logProbability(text: string, start = 0, end = text.length): number | null {
    const node = this.find(text, start, end);
    return node > 0 && this.counts[node] > 0 ? this.wordScore(node) : null;
  }

  isWord(text: string, start = 0, end = text.length): boolean {
    const node = this.find(text, start, end);
    return node > 0 && this.counts[node] > 0;
  }

  /** Calls back for each word that begins at `start`, shortest first, with its end and ln P. */
  eachWordAt(text: string, start: number, limit: number, take: (end: number, logProbability: number) => void): void {
    let node = this.roots[text.charCodeAt(start)];
    let end = start + 1;
    while (node > 0) {
      if (this.counts[node] > 0) take(end, this.wordScore(node));
      if (end >= limit) return;
      node = this.child(node, text.charCodeAt(end));
      end++;
    }
  }

  /** The end of the longest word that begins at `start` and ends at `limit` at most; the end of the one character where none does. */
  longestWordAt(text: string, start: number, limit: number): number {
    let longest = start + 1;
    let node = this.roots[text.charCodeAt(start)];
    for (let end = start + 1; node > 0; end++) {
      if (this.counts[node] > 0) longest = end;
      if (end >= limit) break;
      node = this.child(node, text.charCodeAt(end));
    }
    return longest;
  }

  /** ln P of the best cut of text[start, end) into words; a character that is in no word costs `UNKNOWN`. */
  bestPath(text: string, start = 0, end = text.length): number {
    const best = new Float64Array(end - start + 1).fill(Number.NEGATIVE_INFINITY);
    best[0] = 0;
    for (let i = start; i < end; i++) {
      const here = best[i - start];
      best[i - start + 1] = Math.max(best[i - start + 1], here + UNKNOWN);
      let node = this.roots[text.charCodeAt(i)];
      for (let at = i - start + 1; node > 0; at++) {
        best[at] = Math.max(best[at], here + this.wordScore(node));
        if (start + at >= end) break;
        node = this.child(node, text.charCodeAt(start + at));
      }
    }
    return best[end - start];
  }

  private find(text: string, start: number, end: number): number {
    if (end <= start) return 0;
    let node = this.roots[text.charCodeAt(start)];
    for (let i = start + 1; i < end && node > 0; i++) node = this.child(node, text.charCodeAt(i));
    return node;
  }

  /*
   * The trie by node, for loops that run at every character of a page. Node 0 is "no word goes on like this".
   */

  /** The node of all words that begin with `unit`. */
  rootOf(unit: number): number {
    return this.roots[unit];
  }

  /** ln P of the word that ends at the node; -Infinity where none does. */
  wordScore(node: number): number {
    return this.logProbabilities[this.counts[node]];
  }

  /** The children of a node are the nodes from `firstChildOf` to before `endChildOf`. */
  firstChildOf(node: number): number {
    return this.firstChild[node];
  }

  endChildOf(node: number): number {
    return this.firstChild[node + 1];
  }

  /** The last character of the words that end at the node. */
  unitOf(node: number): number {
    return this.alphabet[this.letterOf[node] - 1];
  }

  /** The node of the words that go on with `unit`. */
  child(node: number, unit: number): number {
    const letter = this.letters[unit];
    const edge = edgeHash(node, letter);
    if ((this.edges[edge >>> 5] & (1 << (edge & 31))) === 0) return 0;
    const end = this.firstChild[node + 1];
    let low = this.firstChild[node];
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.letterOf[middle] < letter) low = middle + 1;
      else high = middle;
    }
    return low < end && this.letterOf[low] === letter ? low : 0;
  }
}

/** 2²² bits for some 240,000 edges: one wrong "maybe" in 17. */
const EDGE_BITS = 22;

const edgeHash = (node: number, letter: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> (32 - EDGE_BITS);

/** Steps a unit of ln count in the packed counts: finer ones gain nothing and cost 25 KB. */
export const SCALE = 4;

/** ln P of a character that no word holds, as measured for the character detector (docs/rules/confusable-character.md). */
export const UNKNOWN = -17.5;

/** Reads the packed form that scripts/build-lexicon.ts writes (already unzipped). Throws where it is not one. */
export function unpackLexicon(bytes: Uint8Array): Lexicon {
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (head.getUint32(0) !== MAGIC) throw new Error('not a packed lexicon');
  const [nodes, characters] = [head.getUint32(4), head.getUint32(8)];
  const logTotal = head.getFloat64(12);
  let at = HEADER_BYTES;
  const stream = (length: number): Uint8Array => {
    const part = bytes.slice(at, at + length);
    at += length;
    return part;
  };
  const pairs = (length: number): Uint16Array => {
    const [high, low] = [stream(length), stream(length)];
    return Uint16Array.from(low, (byte, i) => (high[i] << 8) | byte);
  };
  const alphabet = pairs(characters);
  const steps = pairs(nodes);
  const children = pairs(nodes);
  const letterOf = new Uint16Array(nodes);
  const firstChild = new Int32Array(nodes + 1);
  let next = 1;
  for (let n = 0; n < nodes; n++) {
    firstChild[n] = next;
    for (let letter = 0; next < firstChild[n] + children[n]; next++) letterOf[next] = letter += steps[next];
  }
  firstChild[nodes] = next;
  return new Lexicon(alphabet, letterOf, firstChild, stream(nodes), logTotal);
}

/** Changes with the format, so that a program never reads a file of another build. */
export const MAGIC = 0x4e4d4c33;
export const HEADER_BYTES = 20;
