import { isSpace } from '../text/characters';
import { oneLine } from '../text/oneLine';
import { type Span, trimmed } from '../text/span';
import { type View, ViewBuilder } from '../text/view';
import { readBodyLine } from './bodyLine';
import { type CaptionCreditForm, findForms } from './forms';
import { type FormWord, isPunctuation, type LineRole, type Mark, type Saying } from './marks';
import type { Byline, Credit, Element, Figure, Furniture, Role, Title } from './model';
import type { Profile } from './profiles/profile';

/*
 * What a marked line alone makes: titles, figures, bylines, furniture. What is marked is sure.
 */

export const SURE = { confidence: 1, why: [{ name: 'mark', score: 10 }] } as const;

/** A line without its mark and escapes. */
export interface Line {
  readonly n: number;
  readonly mark: Mark | undefined;
  readonly span: Span;
  readonly view: View;
}

/** The line's text and what is marked of it; null for a mark that says nothing (`---`, front matter). */
export function lineOf(text: string, n: number, span: Span, mark: Mark | undefined): Line | null {
  if (mark && !('text' in mark)) return null;
  const content = trimmed(text, mark ? mark.text : span);
  if (content.start === content.end && mark?.kind !== 'figure' && sayingsOf(mark).length === 0) return null;
  return { n, mark, span: content, view: unescapedView(text, content) };
}

export const roleOf = (mark: Mark | undefined): LineRole | null => (mark?.kind === 'role' ? mark.role : null);

/** The forms that a comment says are the story's; null where it leaves that to the reading. */
export const formsOf = (mark: Mark | undefined): readonly FormWord[] | null =>
  (mark?.kind === 'role' || mark?.kind === 'text' ? mark.forms : null) ?? null;

/** What comments of the line say themselves. */
export const sayingsOf = (mark: Mark | undefined): readonly Saying[] =>
  (mark?.kind === 'role' || mark?.kind === 'text' ? mark.says : null) ?? [];

/** The role that a mark gives its line; null where the line is text that has to be read. */
export function roleOfMark(mark: Mark): Role | null {
  if (mark.kind === 'figure') return 'caption';
  if (mark.kind === 'text') return null;
  if (mark.kind !== 'role') return 'text' in mark ? mark.kind : 'mark';
  if (mark.role === 'title') return 'headline';
  if (mark.role === 'other') return 'noise';
  return mark.role === 'join' || mark.role === 'body' ? 'body' : mark.role;
}

export const isTitleKind = (kind: Mark['kind'] | undefined): boolean =>
  kind === 'kicker' || kind === 'headline' || kind === 'deck';

export function elementOf(lines: readonly Line[]): Element {
  const sorted = [...lines].sort((a, b) => a.n - b.n);
  return {
    span: { start: sorted[0].span.start, end: sorted[sorted.length - 1].span.end },
    lines: sorted.map(({ n }) => n),
    ...SURE,
  };
}

/** Title lines right below each other are one title that was broken. */
export const titleOf = (lines: readonly Line[]): Title => ({
  text: oneLine(lines.map(({ view }) => view.text).join('')),
  ...elementOf(lines),
});

export const figureOf = (line: Line, profile: Profile): Figure => ({
  caption: oneLine(line.view.text),
  credit: creditOf(line, profile),
  ...elementOf([line]),
});

/** The last credit that a caption tells. */
export function creditOf({ n, view }: Pick<Line, 'n' | 'view'>, profile: Profile): Credit | null {
  const credits = findForms([{ n, view }], profile).filter(
    (form): form is CaptionCreditForm => form.kind === 'caption-credit',
  );
  const credit = credits.at(-1);
  return credit ? { role: credit.role, names: credit.names } : null;
}

export function furnitureOf(line: Line): Furniture[] {
  const role = roleOf(line.mark);
  if (role !== 'folio' && role !== 'masthead' && role !== 'credit' && role !== 'notice' && role !== 'other') return [];
  return [{ kind: role, text: oneLine(line.view.text), ...elementOf([line]) }];
}

/** The bylines of a line that a person called one. */
export function markedBylines(line: Line, profile: Profile): Byline[] {
  const forms = readBodyLine(line.n, line.view, profile).forms.filter((form) => form.kind === 'byline');
  if (forms.length === 0) return [namesAlone(line)];
  return forms.flatMap(({ parts, span, lines }) =>
    parts.map(({ role, names }) => ({ role, names, span, lines, ...SURE })),
  );
}

/** Names that no form knows: parted by spaces or enumeration commas. */
function namesAlone(line: Line): Byline {
  const { text } = line.view;
  const names = [];
  for (let i = 0; i < text.length; i++) {
    const start = i;
    while (i < text.length && !isSpace(text.charCodeAt(i)) && !'、，,□■'.includes(text[i])) i++;
    if (i > start) names.push({ name: text.slice(start, i), span: line.view.sourceSpan(start, i) });
  }
  return { role: null, names, ...elementOf([line]) };
}

/** The text of a span with its escapes undone. */
function unescapedView(text: string, { start, end }: Span): View {
  const builder = new ViewBuilder();
  let done = start;
  for (let i = start; i < end - 1; i++) {
    if (text[i] !== '\\' || !isPunctuation(text.charCodeAt(i + 1))) continue;
    builder.copy(text, done, i).put(text[i + 1], { start: i, end: i + 2 });
    i++;
    done = i + 1;
  }
  return builder.copy(text, done, end).build();
}
