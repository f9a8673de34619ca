import type { TextLine } from '../text/lines';
import type { Span } from '../text/span';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { readStretches, type Stretch } from './stretches';

/*
 * The marks by which a person overrules the recogniser, read from the lines of a page. Marks are Markdown, each on a
 * line of its own:
 *
 *   # headline              a story starts at its title block; lines right below each other are one headline
 *   *kicker*  *deck*        emphasised lines right above and right below a headline; anywhere else they are text
 *   ## subhead
 *   ![caption](image)       a figure of the story it stands in
 *   ---                     ends the story above; what follows is another one
 *   \                       before a mark: the line is text
 *   text <!-- role -->      what Markdown has no mark for: the line has this role (see LINE_ROLES)
 *   text <!-- signed -->    what of the story's data stands in a paragraph (see FORM_WORDS); several may follow each other
 *   text <!-- signed: 记者：林舟 -->  the same, told where the paragraph does not show it (see markedValues.ts)
 *   ---↵key: value↵---      front matter, before anything else (see frontMatter.ts)
 *
 * How the reading treats them: a mark wins over all evidence, and the rest of the page is recognised around it.
 * - A headline begins a story whose body is the text below it, up to the next title block or `---`, as far as the
 *   recogniser finds that the story goes; no text above a title block belongs to the same story as the text below it
 *   by mere continuation. A title block with no text below has no story, or is that of its figures.
 * - `---` only cuts: text above and text below are of different stories.
 * - `join` undoes a cut: the line belongs to the story of the text line above it.
 * - A half-written mark (`#` alone, `![` that never closes) is text, or nothing where there is none.
 *
 * Where a stretch says of itself that its lines are paragraphs (`paragraphs` of Stretch), it is no raw text any more: it
 * is one story in reading order and nothing of it is joined, cut or moved.
 */

/** Roles that a comment at a line's end gives the line. */
const LINE_ROLES = [
  'body',
  'byline',
  'join',
  'title',
  'folio',
  'masthead',
  'credit',
  'notice',
  'other',
  'noise',
] as const;
/**
 * `body`: no title, caption or furniture, but text of the story around it. `byline`: names, whatever they look like. `join`: see above.
 * `title`: a title of no story. `noise`: nothing that anyone wants to read. The others: page furniture of this kind.
 */
export type LineRole = (typeof LINE_ROLES)[number];

/**
 * What a comment at the end of a paragraph says of the forms in it: those that are named are the story's, and no others.
 * `signed`: the byline. `plain`: none is. A paragraph without such a comment is read by where its forms stand.
 */
const FORM_WORDS = ['signed', 'dateline', 'lead', 'jump', 'continued', 'plain'] as const;
export type FormWord = (typeof FORM_WORDS)[number];

/** A comment that says itself what the story has: it counts, and of its kind in the paragraph nothing else. */
export interface Saying {
  readonly word: Exclude<FormWord, 'plain'>;
  readonly text: string;
}

/** What the comments of a line say of its forms: words alone and sayings, each in order. */
interface ToldForms {
  readonly forms?: readonly FormWord[];
  readonly says?: readonly Saying[];
}

/** A line's mark. `text` is what it says, without the mark, its escapes still in it (see `unescaped`). */
export type Mark =
  | { readonly kind: 'headline' | 'kicker' | 'deck' | 'subhead'; readonly text: Span }
  | ({ readonly kind: 'text'; readonly text: Span } & ToldForms)
  | { readonly kind: 'figure'; readonly text: Span; readonly image: Span }
  | ({ readonly kind: 'role'; readonly role: LineRole; readonly text: Span } & ToldForms)
  | { readonly kind: 'end' | 'front-matter' | 'unfinished' };

export interface Marks {
  readonly frontMatter: FrontMatter | null;
  readonly byLine: ReadonlyMap<number, Mark>;
  /** In order, empty ones left out. One stretch, opened by the page, where nothing is marked. */
  readonly stretches: readonly Stretch[];
}

/** Reads the marks of a page; lines and offsets are the page's. Linear, and never throws. */
export function readMarks(text: string, lines: readonly TextLine[]): Marks {
  const frontMatter = readFrontMatter(text, lines);
  const byLine = new Map<number, Mark>();
  for (const { n, span } of lines) {
    const mark = frontMatter && n <= frontMatter.last ? FRONT_MATTER : markOf(text, span);
    if (mark) byLine.set(n, mark);
  }
  placeEmphasis(lines, byLine);
  return { frontMatter, byLine, stretches: readStretches(text, lines, byLine, frontMatter) };
}

const FRONT_MATTER: Mark = { kind: 'front-matter' };
const END: Mark = { kind: 'end' };
const UNFINISHED: Mark = { kind: 'unfinished' };

/** Up to three spaces may stand before a mark, as in Markdown; four make it code there. */
const MAX_INDENT = 3;

/** What a line says of itself; whether an emphasised line is a mark, its neighbours tell (it is given as a kicker). */
function markOf(text: string, line: Span): Mark | null {
  let start = line.start;
  while (start < line.end && text[start] === ' ') start++;
  if (start - line.start > MAX_INDENT) return null;
  const end = trimmedEnd(text, start, line.end);
  if (start === end) return null;
  switch (text[start]) {
    case '#':
      return headingMark(text, start, end);
    case '*':
      return emphasisMark(text, start, end);
    case '!':
      return figureMark(text, start, end) ?? roleMark(text, line, end);
    case '-':
      return end - start === 3 && text.startsWith('---', start) ? END : roleMark(text, line, end);
    case '\\':
      return isPunctuation(text.charCodeAt(start + 1))
        ? (roleMark(text, line, end) ?? { kind: 'text', text: { start, end } })
        : roleMark(text, line, end);
    default:
      return roleMark(text, line, end);
  }
}

function headingMark(text: string, start: number, end: number): Mark | null {
  let level = start;
  while (level < end && text[level] === '#') level++;
  const depth = level - start;
  if (depth > 2) return null;
  let at = level;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (at === end) return UNFINISHED;
  return at === level ? null : { kind: depth === 1 ? 'headline' : 'subhead', text: { start: at, end } };
}

/** `*text*`, the whole line and nothing but: a star inside would end it. */
function emphasisMark(text: string, start: number, end: number): Mark | null {
  if (end - start < 3 || text[end - 1] !== '*' || isEscaped(text, start, end - 1)) return null;
  const inner = { start: start + 1, end: end - 1 };
  if (isBlank(text.charCodeAt(inner.start)) || isBlank(text.charCodeAt(inner.end - 1))) return null;
  return unescapedIndex(text, '*', inner) < 0 ? { kind: 'kicker', text: inner } : null;
}

function figureMark(text: string, start: number, end: number): Mark | null {
  if (text[start + 1] !== '[' || text[end - 1] !== ')') return null;
  const caption = { start: start + 2, end: unescapedIndex(text, ']', { start: start + 2, end }) };
  if (caption.end < 0 || text[caption.end + 1] !== '(') return null;
  return { kind: 'figure', text: caption, image: { start: caption.end + 2, end: end - 1 } };
}

const COMMENT_START = '<!--';
const COMMENT_END = '-->';
/** Longest comment, generously: one that says a byline of many names; a longer one is none of ours. In UTF-16 units. */
export const MAX_COMMENT = 160;

/** The comments at a line's end: one role at most, and what forms count. */
function roleMark(text: string, line: Span, end: number): Mark | null {
  const forms: FormWord[] = [];
  const says: Saying[] = [];
  let role: LineRole | null = null;
  let at = end;
  for (let comment = commentAt(text, line, at); comment; comment = commentAt(text, line, at)) {
    const { word, open } = comment;
    const form = FORM_WORDS.find((known) => known === word);
    const said = LINE_ROLES.find((known) => known === word);
    const saying = sayingOf(word);
    if (form) forms.unshift(form);
    else if (saying) says.unshift(saying);
    else if (said && role === null) role = said;
    else break;
    at = trimmedEnd(text, line.start, open);
  }
  if (at === end) return null;
  const content = { start: line.start, end: at };
  if (content.start === content.end && says.length === 0) return UNFINISHED;
  const told = { ...(forms.length + says.length > 0 ? { forms } : {}), ...(says.length > 0 ? { says } : {}) };
  return role === null ? { kind: 'text', text: content, ...told } : { kind: 'role', role, text: content, ...told };
}

/** `signed: 记者：林舟`: a word for a form, and what it is. */
function sayingOf(content: string): Saying | null {
  const colon = content.indexOf(':');
  const word = FORM_WORDS.find((known) => known === content.slice(0, Math.max(0, colon)));
  const text = content.slice(colon + 1).trim();
  if (word === undefined || word === 'plain' || text === '' || text.includes('--')) return null;
  return { word, text };
}

/** The comment that ends at `end`: its word, and where it opens. */
function commentAt(text: string, line: Span, end: number): { word: string; open: number } | null {
  if (!text.endsWith(COMMENT_END, end) || end - line.start < COMMENT_START.length + COMMENT_END.length) return null;
  const from = Math.max(line.start, end - MAX_COMMENT);
  const found = text.slice(from, end).lastIndexOf(COMMENT_START);
  if (found < 0) return null;
  const open = from + found;
  if (isEscaped(text, line.start, open)) return null;
  return { word: text.slice(open + COMMENT_START.length, end - COMMENT_END.length).trim(), open };
}

/** Keeps the emphasised lines that touch a headline: those below as decks, those above as kickers. Forgets the others. */
function placeEmphasis(lines: readonly TextLine[], byLine: Map<number, Mark>): void {
  const kindAt = (n: number) => byLine.get(n)?.kind;
  for (const { n } of lines) {
    const mark = byLine.get(n);
    if (mark?.kind === 'kicker' && (kindAt(n - 1) === 'headline' || kindAt(n - 1) === 'deck')) {
      byLine.set(n, { kind: 'deck', text: mark.text });
    }
  }
  for (let n = lines.length - 1; n >= 0; n--) {
    const below = kindAt(n + 1);
    if (kindAt(n) === 'kicker' && below !== 'headline' && below !== 'kicker') byLine.delete(n);
  }
}

/** The text of a mark, its escapes undone: `\` before ASCII punctuation stands for that character. */
export function unescaped(text: string, { start, end }: Span): string {
  const parts: string[] = [];
  let done = start;
  for (let i = start; i < end - 1; i++) {
    if (text[i] !== '\\' || !isPunctuation(text.charCodeAt(i + 1))) continue;
    parts.push(text.slice(done, i));
    done = i + 1;
    i++;
  }
  parts.push(text.slice(done, end));
  return parts.join('');
}

/** The punctuation of ASCII, which Markdown lets a backslash escape. */
export const isPunctuation = (unit: number): boolean =>
  (unit >= 0x21 && unit <= 0x2f) ||
  (unit >= 0x3a && unit <= 0x40) ||
  (unit >= 0x5b && unit <= 0x60) ||
  (unit >= 0x7b && unit <= 0x7e);

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09;

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes >= from && text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

/** Where a character stands that no backslash escapes; -1 where it does not. */
function unescapedIndex(text: string, character: string, { start, end }: Span): number {
  for (let i = start; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === character) return i;
  }
  return -1;
}

/** Where the page's text is mark and not text, in order: what no repair may touch. */
export function syntaxSpans(marks: Marks, lines: readonly TextLine[]): Span[] {
  const spans: Span[] = [];
  for (const { n, span } of lines) {
    const mark = marks.byLine.get(n);
    if (!mark) continue;
    if (!('text' in mark)) spans.push(span);
    else spans.push({ start: span.start, end: mark.text.start }, { start: mark.text.end, end: span.end });
  }
  return spans.filter(({ start, end }) => start < end);
}
