import { formSpansOf } from '../page/formSpans';
import { type Marks, readMarks } from '../page/marks';
import type { Page, Piece, Role } from '../page/model';
import { isDigit, isHan, isLatin, isRadicalForm } from '../text/characters';
import { splitLines, type TextLine } from '../text/lines';
import { type Span, withoutSpans } from '../text/span';

/** Roles of what stands in paragraphs, or apart of them as a byline or jump line. */
const IN_STORIES: ReadonlySet<Role> = new Set(['body', 'subhead', 'byline', 'jump']);

/**
 * Pieces with text that no element of the page has, or the part of a piece: the model should leave none, and marking up must
 * lose none.
 */
export function rest(page: Page): Piece[] {
  const source = splitLines(page.text);
  const marks = readMarks(page.text, source);
  const lines = linesHeld(page);
  const paragraphs = page.stories.flatMap((story) => story.paragraphs.flatMap(({ pieces }) => pieces));
  const held = merged([...paragraphs, ...[...formSpansOf(page).values()].flat(), ...linesSaid(source, marks)]);
  let next = 0;
  return page.pieces.flatMap((piece) => {
    const { line, span, role } = piece;
    if (role === 'blank' || role === 'mark') return [];
    // A mark gives its line a role, whatever element has it; else what has its place in a story stands there.
    if (lines.has(line) && (!IN_STORIES.has(role) || marks.byLine.has(line))) return [];
    if (!IN_STORIES.has(role)) return page.text.slice(span.start, span.end).trim() === '' ? [] : piece;
    while (next < held.length && held[next].end <= span.start) next++;
    let end = next;
    while (end < held.length && held[end].start < span.end) end++;
    return withoutSpans(span, held.slice(next, end)).flatMap((left) =>
      hasLetters(page.text, left) ? { ...piece, span: left } : [],
    );
  });
}

/** The stretches that spans cover, in order. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

function hasLetters(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit) || isRadicalForm(unit) || isLatin(unit) || isDigit(unit)) return true;
  }
  return false;
}

/** The lines of all that is no paragraph and has no form: titles, captions, furniture. */
function linesHeld({ stories, furniture, orphans, figures }: Page): ReadonlySet<number> {
  const elements = stories.flatMap((story) => [story.headline, story.kicker, story.deck, ...story.figures]);
  return new Set([
    ...[...elements, ...furniture, ...orphans, ...figures].flatMap((element) => element?.lines ?? []),
    ...stories.flatMap(({ headlineLines }) => headlineLines),
  ]);
}

/** Lines that a person called a byline are it as a whole, whatever names are read in them. */
const linesSaid = (lines: readonly TextLine[], { byLine }: Marks): Span[] =>
  lines.flatMap(({ n, span }) => {
    const mark = byLine.get(n);
    return mark?.kind === 'role' && mark.role === 'byline' ? [span] : [];
  });
