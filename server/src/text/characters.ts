/*
 * Classes of characters, by UTF-16 unit or by code point. Small predicates on numbers: they run for every unit of a page.
 */

/** Han ideographs: the unified blocks in the BMP and 〇; surrogate pairs count by their first unit (planes 2 and 3). */
export const isHan = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3400 && unit <= 0x4dbf) ||
  unit === 0x3007 ||
  (unit >= 0xd840 && unit <= 0xd88c) ||
  (unit >= 0xf900 && unit <= 0xfaff);

/** Characters of the radical blocks, which extractors put where the font has the ideograph. */
export const isRadicalForm = (unit: number): boolean => unit >= 0x2e80 && unit <= 0x2fd5;

export const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

export const isLatin = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xff21 && unit <= 0xff3a) ||
  (unit >= 0xff41 && unit <= 0xff5a) ||
  (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7);

/** Space characters within a line, the ideographic one too. */
export const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x09 ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200b) ||
  unit === 0x202f ||
  unit === 0xfeff;

const OPENING = 1;
const CLOSING = 2;
const SENTENCE_END = 4;
const INNER = 8;
const DASH = 16;

/** The classes of marks, a bit each, by unit. */
const MARKS = new Uint8Array(65536);
const put = (marks: string, mark: number): void => {
  for (const c of marks) MARKS[c.charCodeAt(0)] |= mark;
};
put('（(《〈“‘「『【〔［[{﹁﹃', OPENING);
put('）)》〉”’」』】〕］]}﹂﹄', CLOSING);
put('。！？!?…', SENTENCE_END);
put('，、；：,;:·', INNER);
put('—―', DASH);

export const isOpening = (unit: number): boolean => (MARKS[unit] & OPENING) !== 0;
export const isClosing = (unit: number): boolean => (MARKS[unit] & CLOSING) !== 0;
export const isSentenceEnd = (unit: number): boolean => (MARKS[unit] & SENTENCE_END) !== 0;
/** Marks inside a sentence: comma, enumeration comma, semicolon, colon, middle dot. */
export const isInnerMark = (unit: number): boolean => (MARKS[unit] & INNER) !== 0;
export const isMark = (unit: number): boolean => MARKS[unit] > 0;

/** What Chinese text alone has: an ideograph, or a mark that ASCII has not. */
export const isChinese = (unit: number): boolean => isHan(unit) || isRadicalForm(unit) || (isMark(unit) && unit > 0x7f);
