/*
 * Packs data/confusions (pairs.tsv: written, recognised, times; written.tsv: character, times written) into
 * dist/confusions.bin. `unpackConfusions` describes the format. Streams of like bytes compress far better than records.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { HEADER_BYTES, MAGIC } from '../server/src/text/confusions';

const rows = (file: string): string[][] =>
  readFileSync(`data/confusions/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const byRecognised = new Map<number, [written: number, times: number][]>();
let pairCount = 0;
for (const [written, recognised, times] of rows('pairs.tsv')) {
  const unit = recognised.charCodeAt(0);
  const pairs = byRecognised.get(unit) ?? [];
  byRecognised.set(unit, pairs);
  pairs.push([written.charCodeAt(0), Number(times)]);
  pairCount++;
}
const recognised = [...byRecognised].sort((a, b) => a[0] - b[0]);
const steps: number[] = [];
const times: number[] = [];
for (const [, pairs] of recognised) {
  let before = 0;
  for (const [written, count] of pairs.sort((a, b) => a[0] - b[0])) {
    steps.push(written - before);
    times.push(count);
    before = written;
  }
}
const writtenTimes = rows('written.tsv')
  .map(([character, count]) => [character.charCodeAt(0), Number(count)])
  .sort((a, b) => a[0] - b[0]);

const streams = [
  recognised.map(([unit]) => unit),
  recognised.map(([, pairs]) => pairs.length),
  steps,
  times,
  writtenTimes.map(([unit]) => unit),
  writtenTimes.map(([, count]) => count),
].flatMap((numbers) => [numbers.map((value) => (value >> 8) & 255), numbers.map((value) => value & 255)]);

const head = Buffer.alloc(HEADER_BYTES);
head.writeUInt32BE(MAGIC, 0);
head.writeUInt32BE(recognised.length, 4);
head.writeUInt32BE(pairCount, 8);
head.writeUInt32BE(writtenTimes.length, 12);
const packed = gzipSync(Buffer.concat([head, ...streams.map((bytes) => Buffer.from(bytes))]), { level: 9 });
mkdirSync('dist', { recursive: true });
writeFileSync('dist/confusions.bin', packed);
console.log(`dist/confusions.bin: ${pairCount} pairs, ${packed.length} bytes`);
