import type { FrontMatter } from '../page/frontMatter';
import type { Folio } from '../page/model';

/** The lines of the front matter of a marked-up page, fences and all: the person's own lines stay, what is known is added. */
export function frontMatterLines(folio: Folio, former: FrontMatter | null, lineText: (n: number) => string): string[] {
  const kept: string[] = [];
  if (former) for (let n = former.first + 1; n < former.last; n++) kept.push(lineText(n).trimEnd());
  const keys = ['newspaper', 'date', 'page'] as const;
  const added = keys.filter((key) => folio[key] !== null && (former?.folio[key] ?? null) === null);
  const own = kept.flatMap((line) => {
    const key = line.startsWith('lines:') ? 'lines' : added.find((known) => line.startsWith(`${known}:`));
    // A line that says nothing, or what is no date, makes way: YAML has each key once.
    return key === undefined ? line : key === 'lines' || line === `${key}:` ? [] : `# ${line}`;
  });
  return ['---', ...own, ...added.map((key) => `${key}: ${scalar(folio[key] ?? '')}`), 'lines: paragraphs', '---'];
}

/** A plain word where YAML reads it as the same text, else in double quotes. */
const scalar = (value: string): string => (PLAIN.test(value) && !NOT_TEXT.test(value) ? value : JSON.stringify(value));

/** Han characters, Latin letters, digits and hyphens, a space or middle dot between: no mark of YAML. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ·-]*[\p{L}\p{N}])?$/u;
/** What YAML reads as true, false or null. A number or a date is one of ours too: it is read as its text. */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
