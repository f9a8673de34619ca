import { splitLines, type TextLine } from '../text/lines';
import type { FolioForm } from './forms';
import { findForms, formLines } from './forms';
import { type MarkedStretch, readMarkedStretch } from './markedStory';
import type { Marks, Stretch } from './marks';
import type { Folio, Page, Piece } from './model';
import type { Profile } from './profiles/profile';
import { looksLikeOcr } from './traits';

/**
 * A page of which stretches are marked up: those are read as they say, and `readRaw` reads the rest, which it gets as a
 * text of the same length with blanks where it should not look, so that offsets and line numbers stay the page's.
 * `readRaw` is not called where there is no rest.
 */
export function readMarkedPage(text: string, marks: Marks, profile: Profile, readRaw: (text: string) => Page): Page {
  const lines = splitLines(text);
  const marked = marks.stretches.filter(({ paragraphs }) => paragraphs);
  const read = marked.map((stretch) => readMarkedStretch(text, lines, marks, stretch, profile));
  const raw = marked.length < marks.stretches.length ? readRaw(withoutStretches(text, lines, marks, marked)) : null;
  return merged(text, lines, marks, marked, read, raw, profile);
}

/** The text with spaces in place of the front matter and the stretches. */
function withoutStretches(text: string, lines: readonly TextLine[], marks: Marks, marked: readonly Stretch[]): string {
  const hidden = new Set(marked.flatMap(({ first, end }) => lines.slice(first, end).map(({ n }) => n)));
  for (const [n, mark] of marks.byLine) if (mark.kind === 'front-matter') hidden.add(n);
  return lines
    .map(
      ({ n, span, eol }) =>
        (hidden.has(n) ? ' '.repeat(span.end - span.start) : text.slice(span.start, span.end)) + eol,
    )
    .join('');
}

function merged(
  text: string,
  lines: readonly TextLine[],
  marks: Marks,
  marked: readonly Stretch[],
  read: readonly MarkedStretch[],
  raw: Page | null,
  profile: Profile,
): Page {
  const stories = [...(raw?.stories ?? []), ...read.flatMap(({ story }) => story ?? [])].sort(
    (a, b) => a.lines[0] - b.lines[0],
  );
  const furniture = inOrder([...(raw?.furniture ?? []), ...read.flatMap((stretch) => stretch.furniture)]);
  const indexOf = new Map(stories.map((story, index) => [story, index]));
  const pieces = new Map<number, Piece[]>();
  const put = (piece: Piece, story: number | null): void => {
    const own = pieces.get(piece.line);
    if (own) own.push({ ...piece, story });
    else pieces.set(piece.line, [{ ...piece, story }]);
  };
  const hidden = new Set(marked.flatMap(({ first, end }) => lines.slice(first, end).map(({ n }) => n)));
  for (const piece of raw?.pieces ?? []) {
    const story = piece.story === null ? undefined : raw?.stories[piece.story];
    if (!hidden.has(piece.line)) put(piece, story ? (indexOf.get(story) ?? null) : null);
  }
  for (const { story, pieces: own } of read) {
    for (const piece of own) put(piece, piece.story === null || !story ? null : (indexOf.get(story) ?? null));
  }
  return {
    text,
    folio: folioOf(text, lines, marks, furniture, raw, profile),
    pieces: lines.flatMap((line) => pieces.get(line.n) ?? [syntaxPiece(text, line)]),
    stories,
    figures: inOrder([...(raw?.figures ?? []), ...read.flatMap((stretch) => stretch.figures)]),
    orphans: inOrder([...(raw?.orphans ?? []), ...read.flatMap((stretch) => stretch.orphans)]),
    furniture,
    traits: raw?.traits ?? { ocr: looksLikeOcr(text), padded: false, profile: profile.id },
  };
}

const inOrder = <T extends { readonly span: { readonly start: number } }>(elements: T[]): T[] =>
  elements.sort((a, b) => a.span.start - b.span.start);

/** A line of no stretch: front matter, `---`, or blank. */
const syntaxPiece = (text: string, { n, span }: TextLine): Piece => ({
  line: n,
  span,
  role: text.slice(span.start, span.end).trim() === '' ? 'blank' : 'mark',
  story: null,
  confidence: 1,
  why: [],
});

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
