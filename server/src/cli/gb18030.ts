/*
 * Writing GB 18030. The platform reads it (TextDecoder) and cannot write it, so the table is made by reading all codes
 * there are, once, when a file in this encoding is first written.
 */

/** How many four-byte codes there are for characters of the BMP: from 81 30 81 30 to 84 31 A4 39. */
const FOUR_BYTE_BMP = 39420;
/** The number of the four-byte code 90 30 81 30, which is U+10000; from there the codes follow the code points. */
const SUPPLEMENTARY = 189000;

/** The text's bytes; null where it holds what has no code (a lone surrogate). */
export function encodeGb18030(text: string): Uint8Array | null {
  codes ??= reverseTable();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    if (point > 0xffff) i++;
    const code = point > 0xffff ? fourBytes(SUPPLEMENTARY + point - 0x10000) : codes[point];
    if (code === 0) return null;
    if (code > 0xffff) {
      bytes[length++] = code >>> 24;
      bytes[length++] = (code >>> 16) & 0xff;
    }
    bytes[length++] = (code >>> 8) & 0xff;
    bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

/** By UTF-16 unit the two or four bytes of its code as one number; 0 where it has none. */
let codes: Uint32Array | undefined;

function reverseTable(): Uint32Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Uint32Array(0x10000);
  const learn = (code: number, bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const unit = text.charCodeAt(0);
    const replaced = unit === 0xfffd && code !== REPLACEMENT_CHARACTER;
    if (text.length === 1 && !replaced && table[unit] === 0) table[unit] = code;
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn((lead << 8) | trail, [lead, trail]);
  }
  for (let n = 0; n < FOUR_BYTE_BMP; n++) {
    const code = fourBytes(n);
    learn(code, [code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff]);
  }
  return table;
}

/** U+FFFD itself has a code; every other code that reads as U+FFFD is none. */
const REPLACEMENT_CHARACTER = 0x8431a437;

/** The n-th four-byte code: its bytes count 81–FE, 30–39, 81–FE, 30–39, the last one fastest. */
function fourBytes(n: number): number {
  const last = 0x30 + (n % 10);
  const third = 0x81 + (Math.floor(n / 10) % 126);
  const second = 0x30 + (Math.floor(n / 1260) % 10);
  const first = 0x81 + Math.floor(n / 12600);
  return first * 0x1000000 + (second << 16) + (third << 8) + last;
}
