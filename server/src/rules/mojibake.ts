import type { Page } from '../page/model';
import { isHan } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Rule } from './rule';

/** 锟斤拷, 鏂伴椈: text whose bytes were read in the wrong encoding. What lost no byte can be read again. */
export const mojibake: Rule = {
  id: 'mojibake',
  group: 'encoding',
  severity: 'error',
  fixClass: 'Q',
  summary: say('Text read in the wrong encoding'),
  *check({ placed: { page }, resources: { lexicon } }) {
    const { text } = page;
    for (const debris of LOST)
      for (let at = text.indexOf(debris); at >= 0; at = text.indexOf(debris, at + debris.length))
        yield finding(
          'mojibake',
          { start: at, end: at + debris.length },
          say('{0} is what is left of characters lost in a conversion', debris),
        );
    const read = readAgain(page, lexicon);
    if (read)
      yield finding(
        'mojibake',
        { start: 0, end: firstLineEnd(text) },
        say('The page is UTF-8 that was read as {0}', read.encoding),
        [fix('Q', say('Read the page as UTF-8'), replace(0, text.length, read.text))],
        [say('Read again it begins: {0}', read.text.trim().slice(0, EXCERPT))],
      );
  },
};

/** U+FFFD twice, written as UTF-8 and read as GBK; the fill bytes of a debugger's memory, read as GBK. */
const LOST = ['锟斤拷', '烫烫烫', '屯屯屯'];
const EXCERPT = 20;

/** Pairs of ideographs to look at before judging a page. */
const SAMPLE_PAIRS = 200;
const FEWEST_PAIRS = 12;
/** Each ideograph of UTF-8 becomes one letter from à to é or so, and two signs. */
const FEWEST_ACCENTED = 24;
/** Of the pairs of neighbours in Chinese prose, a third to a half are words; in mojibake hardly one in fifty is. */
const WORDLESS = 0.05;
const WORDY = 0.15;

function readAgain(page: Page, lexicon: Lexicon): { text: string; encoding: string } | null {
  const encoding = suspectedEncoding(page.text, lexicon);
  const bytes = encoding && encode(page.text, encoding);
  const text = bytes && decodeStrictly(bytes);
  if (!text || (shareOfWords(text, lexicon) ?? 0) < WORDY) return null;
  return { text, encoding: encoding.toUpperCase() };
}

/** Ideographs that hardly ever make a word were read as GBK; accented letters in the place of ideographs as Windows-1252. */
function suspectedEncoding(text: string, lexicon: Lexicon): Encoding | null {
  const share = shareOfWords(text, lexicon);
  if (share !== null) return share <= WORDLESS ? 'gbk' : null;
  let accented = 0;
  for (let i = 0; i < text.length && accented < FEWEST_ACCENTED; i++)
    if (text.charCodeAt(i) >= 0xc0 && text.charCodeAt(i) <= 0xff) accented++;
  return accented >= FEWEST_ACCENTED ? 'windows-1252' : null;
}

/** The share of neighbouring ideographs that are a word; null where there are too few to tell. */
function shareOfWords(text: string, lexicon: Lexicon): number | null {
  let pairs = 0;
  let words = 0;
  for (let i = 0; i + 1 < text.length && pairs < SAMPLE_PAIRS; i++) {
    if (!isHan(text.charCodeAt(i)) || !isHan(text.charCodeAt(i + 1))) continue;
    pairs++;
    if (lexicon.isWord(text, i, i + 2)) words++;
  }
  return pairs < FEWEST_PAIRS ? null : words / pairs;
}

type Encoding = 'gbk' | 'windows-1252';

/** The bytes that this text is in an encoding; null where one of its characters has none. */
function encode(text: string, encoding: Encoding): Uint8Array | null {
  const codes = encoding === 'gbk' ? gbkCodes() : latinCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.codePointAt(0) ?? 0;
    const code = unit < 0x80 ? unit : codes.get(character);
    if (code === undefined) return null;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Character to code, by decoding every code there is. */
function gbkCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') codes.set(character, (lead << 8) | trail);
    }
  return codes.set('€', 0x80);
}

function latinCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1252');
  const codes = new Map<string, number>();
  for (let code = 0x80; code <= 0xff; code++) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return codes;
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}
