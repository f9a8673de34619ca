import type { TextLine } from '../text/lines';
import type { Folio } from './model';

/*
 * The page's data in front of its text, as YAML:
 *
 *   ---
 *   newspaper: 某某日报
 *   date: 2023-02-19
 *   page: 1
 *   lines: paragraphs
 *   ---
 *
 * Only the four keys above are ours and all their values are plain words, so this reads just `key: word` lines and lets
 * every other line be: what is no YAML breaks nothing, and further keys are the person's own.
 */

export interface FrontMatter {
  /** Lines of the two fences; the front matter lies between them. */
  readonly first: number;
  readonly last: number;
  readonly folio: Folio;
  /** `lines: paragraphs`: the page is marked up, each line of a story is a paragraph. */
  readonly paragraphs: boolean;
}

/** Front matter is short; a page that merely begins with `---` is not searched to its end. In lines. */
const MAX_LINES = 50;

/** null where the page does not begin with two fences and a key between them. Blank lines may stand before. */
export function readFrontMatter(text: string, lines: readonly TextLine[]): FrontMatter | null {
  const lineText = (n: number): string => text.slice(lines[n].span.start, lines[n].span.end);
  let first = 0;
  while (first < lines.length && lineText(first).trim() === '') first++;
  if (first >= lines.length || lineText(first).trimEnd() !== '---') return null;
  const values = new Map<string, string>();
  for (let n = first + 1; n < Math.min(lines.length, first + MAX_LINES); n++) {
    const line = lineText(n);
    if (line.trimEnd() === '---' || line.trimEnd() === '...') {
      return values.size === 0 ? null : { first, last: n, ...dataOf(values) };
    }
    const [key, value] = keyAndValue(line);
    if (key !== '') values.set(key, value);
  }
  return null;
}

const dataOf = (values: ReadonlyMap<string, string>): Pick<FrontMatter, 'folio' | 'paragraphs'> => ({
  folio: {
    newspaper: values.get('newspaper') || null,
    date: isoDate(values.get('date')),
    page: values.get('page') || null,
  },
  paragraphs: values.get('lines') === 'paragraphs',
});

const isoDate = (value: string | undefined): string | null =>
  value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;

/** The key is '' where the line has none: keys are ASCII words, followed by a colon and a space or the line's end. */
function keyAndValue(line: string): [string, string] {
  const colon = line.indexOf(':');
  const key = line.slice(0, Math.max(0, colon));
  if (!/^[A-Za-z][\w-]{0,40}$/.test(key)) return ['', ''];
  const rest = line.slice(colon + 1);
  return rest === '' || rest[0] === ' ' || rest[0] === '\t' ? [key, scalar(rest.trim())] : ['', ''];
}

/** A YAML scalar: in double quotes with JSON's escapes, in single quotes, or plain up to a comment. */
function scalar(value: string): string {
  if (value === '') return '';
  if (value[0] === '"') {
    const end = closingQuote(value);
    try {
      return end < 0 ? '' : String(JSON.parse(value.slice(0, end + 1)));
    } catch {
      return '';
    }
  }
  if (value[0] === "'") {
    const end = value.lastIndexOf("'");
    return end === 0 ? '' : value.slice(1, end).replaceAll("''", "'");
  }
  if (NO_PLAIN_START.includes(value[0])) return '';
  const comment = value.indexOf(' #');
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
}

/** What begins a comment, a list, a map and whatever else in YAML is no plain word. */
const NO_PLAIN_START = '#[]{}&*!|>%@`,';

function closingQuote(value: string): number {
  for (let i = 1; i < value.length; i++) {
    if (value[i] === '\\') i++;
    else if (value[i] === '"') return i;
  }
  return -1;
}
