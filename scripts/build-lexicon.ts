/*
 * Packs jieba's word list (MIT) into dist/lexicon.bin: its words of one to MAX_LENGTH Han characters that were counted
 * MIN_COUNT times, and of those counted once less the ones that say much more than their parts.
 *
 * Format, before gzip: header (magic, number of nodes, number of characters, ln of the sum of counts), then streams of
 * bytes, which compress far better than records: the alphabet (most frequent character first), for each node in
 * breadth-first order the step from its elder sibling's letter, its number of children (each as all high bytes, then all
 * low bytes), and its packed count.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { HEADER_BYTES, MAGIC, SCALE, UNKNOWN } from '../server/src/text/lexicon';

const MAX_LENGTH = 4;
/** Measured with the character detector: 4 finds a tenth more than 5, 100 ruins its suggestions. */
const MIN_COUNT = 4;
/**
 * Half of jieba's words were counted three times; the whole of them would double the file. By length, how much likelier
 * (in nats) such a word must be than its parts one by one: these find as many wrong characters as all of them would.
 */
const MIN_GAIN_OF_RARE = [0, 0, 0, 9, Number.POSITIVE_INFINITY];

interface Word {
  readonly text: string;
  readonly count: number;
}

interface Node {
  count: number;
  readonly children: Map<string, Node>;
}
const newNode = (): Node => ({ count: 0, children: new Map() });

const { words, total } = readWords();
const counts = new Map(words.map(({ text, count }) => [text, count]));
const kept = words.filter(({ text, count }) => count >= MIN_COUNT || gain(text) >= MIN_GAIN_OF_RARE[text.length]);
const frequency = new Map<string, number>();
const root = newNode();
for (const word of kept) insert(word);
const alphabet = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([character]) => character);
const letters = new Map(alphabet.map((character, place) => [character, place + 1]));
const packed = gzipSync(pack(), { level: 9 });
mkdirSync('dist', { recursive: true });
writeFileSync('dist/lexicon.bin', packed);
console.log(`dist/lexicon.bin: ${kept.length} words, ${packed.length} bytes`);

function readWords(): { words: Word[]; total: number } {
  const source = createRequire(`${process.cwd()}/package.json`).resolve('@node-rs/jieba/dict.txt');
  const words: Word[] = [];
  let total = 0;
  for (const line of readFileSync(source, 'utf8').split('\n')) {
    const [text, countText] = line.trim().split(' ');
    const count = Number(countText);
    if (!text || !(count > 0)) continue;
    total += count;
    if (count >= MIN_COUNT - 1 && text.length <= MAX_LENGTH && /^[㐀-鿿]+$/.test(text)) words.push({ text, count });
  }
  return { words, total };
}

/** How much likelier the word is than the best cut of its characters into other words; Infinity for a single character. */
function gain(text: string): number {
  const best = [0];
  for (let end = 1; end <= text.length; end++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      if (end - start < text.length) most = Math.max(most, best[start] + logProbability(text.slice(start, end)));
    }
    best.push(most);
  }
  return logProbability(text) - best[text.length];
}

function logProbability(text: string): number {
  const count = counts.get(text);
  if (count !== undefined) return Math.log(count / total);
  return text.length === 1 ? UNKNOWN : Number.NEGATIVE_INFINITY;
}

function insert({ text, count }: Word): void {
  let node = root;
  for (const character of text) {
    const child = node.children.get(character) ?? newNode();
    if (!node.children.has(character)) frequency.set(character, (frequency.get(character) ?? 0) + 1);
    node.children.set(character, child);
    node = child;
  }
  node.count = count;
}

function pack(): Buffer {
  const order = [root];
  const steps = [0];
  for (let i = 0; i < order.length; i++) {
    const children = [...order[i].children].map(([character, node]) => ({ letter: letters.get(character) ?? 0, node }));
    children.sort((a, b) => a.letter - b.letter);
    children.forEach(({ letter, node }, n) => {
      order.push(node);
      steps.push(letter - (n === 0 ? 0 : children[n - 1].letter));
    });
  }
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt32BE(MAGIC, 0);
  head.writeUInt32BE(order.length, 4);
  head.writeUInt32BE(alphabet.length, 8);
  head.writeDoubleBE(Math.log(total), 12);
  return Buffer.concat([
    head,
    ...highAndLow(alphabet.map((character) => character.charCodeAt(0))),
    ...highAndLow(steps),
    ...highAndLow(order.map(({ children }) => children.size)),
    Buffer.from(order.map(({ count }) => (count > 0 ? Math.min(255, 1 + Math.round(SCALE * Math.log(count))) : 0))),
  ]);
}

function highAndLow(numbers: readonly number[]): Buffer[] {
  return [Buffer.from(numbers.map((value) => value >> 8)), Buffer.from(numbers.map((value) => value & 255))];
}
