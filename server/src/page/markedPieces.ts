import type { TextLine } from '../text/lines';
import { roleOfMark, SURE } from './markedLines';
import type { Mark, Marks } from './marks';
import type { Piece, Role, Story } from './model';

/**
 * The pieces of a page with marks, tiling its lines: `read` are those of the text, in any order; marks are told from what
 * they mark. The stories are the page's, and pieces are given to them anew.
 */
export function piecesOf(
  text: string,
  lines: readonly TextLine[],
  marks: Marks,
  stories: readonly Story[],
  read: readonly Piece[],
  whole: ReadonlySet<number>,
): Piece[] {
  const storyOf = storyFinder(stories);
  const byLine = new Map<number, Piece[]>();
  for (const piece of read) {
    const own = byLine.get(piece.line);
    if (own) own.push(piece);
    else byLine.set(piece.line, [piece]);
  }
  return lines.flatMap((line): Piece[] => {
    const mark = marks.byLine.get(line.n);
    const own = byLine.get(line.n) ?? [];
    const pieces = mark || whole.has(line.n) || own.length === 0 ? markedPieces(text, line, mark, own) : own;
    return pieces.map((piece) => ({ ...piece, story: STORYLESS.has(piece.role) ? null : storyOf(piece) }));
  });
}

const STORYLESS: ReadonlySet<Role> = new Set([
  'blank',
  'mark',
  'noise',
  'folio',
  'masthead',
  'credit',
  'notice',
  'standing-head',
]);

/** What the line says, between what marks it. */
function markedPieces(text: string, { n, span }: TextLine, mark: Mark | undefined, own: readonly Piece[]): Piece[] {
  const whole = (role: Role): Piece[] => [{ line: n, span, role, story: null, ...SURE }];
  if (text.slice(span.start, span.end).trim() === '') return whole('blank');
  const known = own.find(({ role }) => role !== 'blank');
  if (mark && !('text' in mark)) return whole('mark');
  const content = mark?.text ?? span;
  const role = (mark && roleOfMark(mark)) ?? known?.role ?? 'noise';
  const piece = (start: number, end: number, as: Role): Piece[] =>
    start < end ? [{ line: n, span: { start, end }, role: as, story: null, ...SURE }] : [];
  return [
    ...piece(span.start, content.start, 'mark'),
    ...piece(content.start, content.end, role),
    ...piece(content.end, span.end, 'mark'),
  ];
}

/** The story in which a piece stands; where columns were glued, several stories have a part of one line. */
function storyFinder(stories: readonly Story[]): (piece: Piece) => number | null {
  const byLine = new Map<number, number[]>();
  stories.forEach((story, index) => {
    for (const n of story.lines) {
      const own = byLine.get(n);
      if (own) own.push(index);
      else byLine.set(n, [index]);
    }
  });
  return ({ line, span }) => {
    const own = byLine.get(line) ?? [];
    if (own.length < 2) return own[0] ?? null;
    const holds = ({ paragraphs }: Story): boolean =>
      paragraphs.some(({ pieces }) => pieces.some((piece) => piece.start < span.end && span.start < piece.end));
    return own.find((index) => holds(stories[index])) ?? null;
  };
}
