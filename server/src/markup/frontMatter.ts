import type { FrontMatter } from '../page/frontMatter';
import type { Folio } from '../page/model';

/** The lines of the front matter of a marked-up page, fences and all: the person's own lines stay, what is known is added. */
export function frontMatterLines(folio: Folio, former: FrontMatter | null, lineText: (n: number) => string): string[] {
  const kept: string[] = [];
  if (former) for (let n = former.first + 1; n < former.last; n++) kept.push(lineText(n).trimEnd());
  const has = (key: string): boolean => kept.some((line) => line.startsWith(`${key}:`));
  const data: [string, string | null][] = [
    ['newspaper', folio.newspaper],
    ['date', folio.date],
    ['page', folio.page],
  ];
  const added = data.flatMap(([key, value]) => (value === null || has(key) ? [] : [`${key}: ${scalar(value)}`]));
  const own = kept.filter((line) => !line.startsWith('lines:'));
  return ['---', ...own, ...added, 'lines: paragraphs', '---'];
}

/** A plain word where YAML reads it as the same text, else in double quotes. */
const scalar = (value: string): string => (PLAIN.test(value) && !NOT_TEXT.test(value) ? value : JSON.stringify(value));

/** Han characters, Latin letters, digits and hyphens, a space or middle dot between: no mark of YAML. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ·-]*[\p{L}\p{N}])?$/u;
/** What YAML reads as true, false or null. A number or a date is one of ours too: it is read as its text. */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
