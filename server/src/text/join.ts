import { isDigit, isHan, isLatin } from './characters';

/** How two lines become one: `cut` units go from the end of the first, then `between` stands between them. */
export interface Joint {
  readonly cut: number;
  readonly between: '' | ' ';
}

const NOTHING: Joint = { cut: 0, between: '' };
const SPACE: Joint = { cut: 0, between: ' ' };
const HYPHEN: Joint = { cut: 1, between: '' };

const HYPHENS = '-\u2010';
const SOFT_HYPHEN = '\u00ad';
const LATIN_MARKS = '.,;:!?)]"\'%';

/**
 * How running text goes on from text[…, end) to text[start, …), where a line end stood between: nothing between Han
 * characters, marks and the digits of one number, a space between Latin words, and a word's hyphen goes.
 */
export function jointAt(text: string, end: number, start: number): Joint {
  const before = text.charCodeAt(end - 1);
  const after = text.charCodeAt(start);
  const last = text.charAt(end - 1);
  if (last === SOFT_HYPHEN) return HYPHEN;
  if (HYPHENS.includes(last))
    return isLatin(text.charCodeAt(end - 2)) && isLowerCase(text.charAt(start)) ? HYPHEN : NOTHING;
  if (isLatin(before)) return isLatin(after) || (isDigit(after) && isWordEnd(text, end)) ? SPACE : NOTHING;
  if (isDigit(before)) return isLatin(after) && !isHanBefore(text, end) ? SPACE : NOTHING;
  return LATIN_MARKS.includes(last) && isLatin(after) ? SPACE : NOTHING;
}

const isLowerCase = (character: string): boolean =>
  isLatin(character.charCodeAt(0)) && character === character.toLowerCase();

/** Two letters or more: B2 is one mark, iPhone 15 two words. */
const isWordEnd = (text: string, end: number): boolean => isLatin(text.charCodeAt(end - 2));

/** Whether the number that ends at `end` follows a Han character or mark (它有5 ⏎ G) rather than a Latin word. */
function isHanBefore(text: string, end: number): boolean {
  let i = end - 1;
  while (i >= 0 && isDigit(text.charCodeAt(i))) i--;
  return i < 0 || isHan(text.charCodeAt(i)) || text.charCodeAt(i) >= 0x2000;
}
