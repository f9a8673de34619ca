import { splitLines, type TextLine } from '../text/lines';
import type { FolioForm } from './forms';
import { findForms, formLines } from './forms';
import { lineOf, roleOf } from './markedLines';
import { piecesOf } from './markedPieces';
import { type MarkedStretch, readMarkedStretch } from './markedStory';
import { isPunctuation, type Mark, type Marks } from './marks';
import type { Folio, Page } from './model';
import { overrule } from './overrule';
import type { Profile } from './profiles/profile';
import type { Stretch } from './stretches';
import { looksLikeOcr } from './traits';

/**
 * A page with marks. Stretches that are marked up are read as they say; `readRaw` reads the rest, which it gets as a text
 * of the same length with blanks for all it should not see, so that offsets and line numbers stay the page's; what it
 * made of it is overruled by the marks there. It is not called where there is no rest.
 */
export function readMarkedPage(text: string, marks: Marks, profile: Profile, readRaw: (text: string) => Page): Page {
  const lines = splitLines(text);
  const isMarked = ({ paragraphs }: Stretch): boolean => paragraphs;
  const read = marks.stretches
    .filter(isMarked)
    .map((stretch) => readMarkedStretch(text, lines, marks, stretch, profile));
  const whole = new Set(marks.stretches.filter(isMarked).flatMap(({ first, end }) => numbers(first, end)));
  // A `---` that closes a marked-up story cuts no story of the raw text around it.
  const raw = marks.stretches.filter(
    (stretch, i) => !isMarked(stretch) && !(stretch.opened === 'end' && marks.stretches[i - 1]?.paragraphs),
  );
  if (marks.stretches.every(isMarked)) return merged(text, lines, marks, whole, read, null, profile);
  const visible = withoutMarks(text, lines, marks, whole);
  const marked = lines.flatMap(({ n, span }) => {
    const mark = whole.has(n) ? undefined : marks.byLine.get(n);
    return (mark && lineOf(text, n, span, mark)) ?? [];
  });
  const page = overrule(readRaw(visible), visible, lines, raw, marked, profile);
  return merged(text, lines, marks, whole, read, page, profile);
}

const numbers = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, i) => first + i);

/** The text with spaces in place of whole stretches, of marks, and of the lines that marks say all about. */
function withoutMarks(text: string, lines: readonly TextLine[], marks: Marks, whole: ReadonlySet<number>): string {
  return lines
    .map(({ n, span, eol }) => {
      const mark = marks.byLine.get(n);
      if (whole.has(n) || (mark && !isRead(mark))) return ' '.repeat(span.end - span.start) + eol;
      if (!mark || !('text' in mark)) return text.slice(span.start, span.end) + eol;
      // The backslash of an escape goes with the marks.
      const isEscaped = text[mark.text.start] === '\\' && isPunctuation(text.charCodeAt(mark.text.start + 1));
      const start = isEscaped ? mark.text.start + 1 : mark.text.start;
      const behind = ' '.repeat(span.end - mark.text.end);
      return ' '.repeat(start - span.start) + text.slice(start, mark.text.end) + behind + eol;
    })
    .join('');
}

/** Whether a marked line is text that the recogniser reads. */
const isRead = (mark: Mark): boolean => mark.kind === 'text' || roleOf(mark) === 'body' || roleOf(mark) === 'join';

function merged(
  text: string,
  lines: readonly TextLine[],
  marks: Marks,
  whole: ReadonlySet<number>,
  read: readonly MarkedStretch[],
  raw: Page | null,
  profile: Profile,
): Page {
  const stories = [...(raw?.stories ?? []), ...read.flatMap(({ story }) => story ?? [])].sort(
    (a, b) => a.lines[0] - b.lines[0],
  );
  const furniture = inOrder([...(raw?.furniture ?? []), ...read.flatMap((stretch) => stretch.furniture)]);
  return {
    text,
    folio: folioOf(text, lines, marks, furniture, raw, profile),
    pieces: piecesOf(
      text,
      lines,
      marks,
      stories,
      [...(raw?.pieces ?? []), ...read.flatMap(({ pieces }) => pieces)],
      whole,
    ),
    stories,
    figures: inOrder([...(raw?.figures ?? []), ...read.flatMap((stretch) => stretch.figures)]),
    orphans: inOrder([...(raw?.orphans ?? []), ...read.flatMap((stretch) => stretch.orphans)]),
    furniture,
    traits: { ocr: looksLikeOcr(text), padded: raw?.traits.padded ?? false, profile: profile.id },
  };
}

const inOrder = <T extends { readonly span: { readonly start: number } }>(elements: T[]): T[] =>
  elements.sort((a, b) => a.span.start - b.span.start);

/** The front matter's data; what it does not tell, the folio lines do. */
function folioOf(
  text: string,
  lines: readonly TextLine[],
  marks: Marks,
  furniture: Page['furniture'],
  raw: Page | null,
  profile: Profile,
): Folio {
  const said = marks.frontMatter?.folio;
  // Marking up a page puts all that its folio lines told in the front matter.
  if (marks.frontMatter?.paragraphs) return marks.frontMatter.folio;
  const own = furniture.filter(({ kind }) => kind === 'folio').flatMap((element) => element.lines.map((n) => lines[n]));
  const forms = findForms(formLines(text, own), profile).filter((form): form is FolioForm => form.kind === 'folio');
  const printed = (key: keyof Folio): string | null =>
    raw?.folio[key] ?? forms.find((form) => form[key] !== null)?.[key] ?? null;
  return {
    newspaper: said?.newspaper ?? printed('newspaper'),
    date: said?.date ?? printed('date'),
    page: said?.page ?? printed('page'),
  };
}
