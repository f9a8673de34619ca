import { isHan } from '../text/characters';
import { say } from '../text/message';
import { codePointName, finding } from './report';
import type { Finding, Rule } from './rule';

/** Places where the page printed a character that the extractor could not name. Nothing can be repaired here, only looked up. */
export const missingGlyph: Rule = {
  id: 'missing-glyph',
  group: 'encoding',
  severity: 'warning',
  fixClass: 'R',
  summary: say('A character that the extractor could not name'),
  *check({ placed: { page } }) {
    const { text } = page;
    for (let start = 0; start < text.length; start++) {
      const end = start + missingLength(text, start);
      if (end === start) continue;
      yield describe(text, start, end);
      start = end - 1;
    }
  },
};

function describe(text: string, start: number, end: number): Finding {
  const found = text.slice(start, end);
  const message =
    found === '□'
      ? say('□ between characters: the printed character is missing')
      : found.startsWith('(cid:')
        ? say('{0} names a glyph of the font, not a character', found)
        : say('{0} stands for a character that was lost', codePointName(found));
  return finding('missing-glyph', { start, end }, message);
}

const REPLACEMENT_CHARACTER = 0xfffd;
const WHITE_SQUARE = 0x25a1;

/** How many units at `offset` stand for a missing character; 0 for none. */
function missingLength(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit === 0x28) return cidLength(text, offset);
  if (unit < WHITE_SQUARE) return 0;
  if (unit === REPLACEMENT_CHARACTER || (unit >= 0xe000 && unit <= 0xf8ff)) return 1;
  // At the start of a line, after a mark or before a space, □ opens a byline.
  if (unit === WHITE_SQUARE) return isHan(text.charCodeAt(offset - 1)) && isHan(text.charCodeAt(offset + 1)) ? 1 : 0;
  if (unit >= 0xd800 && unit <= 0xdfff) return unpairedOrPrivate(text, offset);
  return 0;
}

/** (cid:123) */
function cidLength(text: string, offset: number): number {
  if (!text.startsWith('(cid:', offset)) return 0;
  let end = offset + '(cid:'.length;
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
  return end > offset + '(cid:'.length && text[end] === ')' ? end + 1 - offset : 0;
}

function unpairedOrPrivate(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const next = text.charCodeAt(offset + 1);
  const previous = text.charCodeAt(offset - 1);
  if (unit >= 0xdc00) return previous >= 0xd800 && previous < 0xdc00 ? 0 : 1;
  if (!(next >= 0xdc00 && next <= 0xdfff)) return 1;
  // Planes 15 and 16 are for private use.
  return unit >= 0xdb80 ? 2 : 0;
}
