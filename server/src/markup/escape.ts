/*
 * Text as Markdown that says just this text: what would read as a mark, of ours or of Markdown's, gets a backslash.
 */

/** Characters that mean something wherever they stand. */
const EVERYWHERE = new Set(['\\', '*', '_', '`', '<', '[', ']']);
/** Characters that mean something at a line's start: headings, lists, quotations, fences, rules. */
const AT_START = new Set(['#', '-', '+', '>', '~', '=']);

/** For a stretch within a line: a title behind its mark, a caption. */
export function escaped(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const special = EVERYWHERE.has(text[i]) || (text[i] === '&' && isEntity(text, i));
    result += special ? `\\${text[i]}` : text[i];
  }
  // A heading may be closed by number signs.
  return result.endsWith('#') ? `${result.slice(0, -1)}\\#` : result;
}

/** For a paragraph, which begins its line. */
export function escapedLine(text: string): string {
  const inner = escaped(text);
  if (AT_START.has(inner[0])) return `\\${inner}`;
  const number = listNumberEnd(inner);
  return number > 0 ? `${inner.slice(0, number)}\\${inner.slice(number)}` : inner;
}

/** More digits make no list in Markdown. */
const MAX_LIST_DIGITS = 9;

/** Where the mark behind the number of a list item stands: 1. or 1) before a space or the line's end; 0 where there is none. */
function listNumberEnd(text: string): number {
  let end = 0;
  while (end < text.length && text[end] >= '0' && text[end] <= '9') end++;
  if (end === 0 || end > MAX_LIST_DIGITS || (text[end] !== '.' && text[end] !== ')')) return 0;
  return end + 1 === text.length || text[end + 1] === ' ' || text[end + 1] === '\t' ? end : 0;
}

/** Longest name of an entity in HTML, and more. */
const MAX_ENTITY = 33;

/** &amp; &#27704; */
function isEntity(text: string, at: number): boolean {
  const end = text.indexOf(';', at);
  return end > at + 1 && end - at <= MAX_ENTITY && /^#?\w+$/.test(text.slice(at + 1, end));
}
