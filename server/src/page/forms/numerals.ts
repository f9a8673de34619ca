import type { Scan } from './scan';

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 18, 一, 十八, 二十三, 一九九八: the number, or null where the text is none. */
export function readNumber(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (text === '' || [...text].some((c) => c !== '十' && !CHINESE_DIGITS.includes(c))) return null;
  const ten = text.indexOf('十');
  if (ten < 0) return Number([...text].map((c) => CHINESE_DIGITS.indexOf(c)).join(''));
  const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(text.slice(0, ten));
  const ones = ten === text.length - 1 ? 0 : CHINESE_DIGITS.indexOf(text.slice(ten + 1));
  return tens < 1 || ones < 0 || text.length > 3 ? null : tens * 10 + ones;
}

export const isNumeral = (c: string): boolean =>
  (c >= '0' && c <= '9') || c === '十' || (c !== '' && CHINESE_DIGITS.includes(c));

/** What OCR makes of a 1, or adds to one: 1]月 and ]月 are both 1月. */
const ONE_LOOKALIKES = ']lI|[';
const isOneLookalike = (c: string): boolean => c !== '' && ONE_LOOKALIKES.includes(c);

/** Where the number begins that ends at `end`; `end` itself where none does. At most `max` units. */
export function numberStart(scan: Scan, end: number, max: number): number {
  let i = end;
  while (i > 0 && end - i < max && (isNumeral(scan.text[i - 1]) || isOneLookalike(scan.text[i - 1]))) i--;
  return i;
}

/** A number as it was printed: what looks like a 1 is none beside a 1, and a 1 elsewhere. */
export const repaired = (number: string): string =>
  [...number]
    .map((c, i) => (!isOneLookalike(c) ? c : isOne(number[i - 1]) || isOne(number[i + 1]) ? '' : '1'))
    .join('');

const isOne = (c: string | undefined): boolean => c === '1';
