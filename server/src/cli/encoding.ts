import { encodeGb18030 } from './gb18030';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Other names people use for these encodings. GB 2312 and GBK are subsets of GB 18030. */
const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  utf16le: 'utf-16le',
  'utf-16': 'utf-16le',
};

/** A file's text without its byte order mark, and what is needed to write it back as it was. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** The encoding a person named, in any of its usual spellings; null where it is none we know. */
export function encodingNamed(name: string): Encoding | null {
  const lower = name.toLowerCase();
  return ENCODINGS.find((encoding) => encoding === lower) ?? ALIASES[lower] ?? null;
}

/** Never throws: bytes that are no text in the encoding become U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = decodeAs(encoding, bytes);
  const bom = text.charCodeAt(0) === BOM;
  return { text: bom ? text.slice(1) : text, encoding, bom };
}

/** The bytes of a text; null where the encoding has no code for some of it. */
export function encode({ text, encoding, bom }: Decoded): Uint8Array | null {
  const whole = bom ? String.fromCharCode(BOM) + text : text;
  if (encoding === 'utf-16le') return Buffer.from(whole, 'utf16le');
  if (encoding === 'gb18030') return encodeGb18030(whole);
  return LONE_SURROGATE.test(whole) ? null : Buffer.from(whole, 'utf8');
}

const BOM = 0xfeff;
const LONE_SURROGATE = /\p{Surrogate}/u;

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  // Buffer, unlike TextDecoder, keeps lone surrogates, so that they are written back as they were.
  if (encoding === 'utf-16le') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le');
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
