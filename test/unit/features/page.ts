import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PageView, Reading } from '../../../server/src/features/reading';
import { pagesOf } from '../../../server/src/features/reading';
import type { Page, Piece, Role, Story, Title } from '../../../server/src/page/model';
import { splitLines } from '../../../server/src/text/lines';
import { render } from '../../../server/src/text/message';
import type { Span } from '../../../server/src/text/span';

/*
 * Pages as a recogniser would give them, written down line by line: `h0 春风又绿` is the headline of story 0. So the
 * features are tested for what they make of a page, whatever the recogniser makes of a text.
 */

const ROLES: Readonly<Record<string, Role>> = {
  h: 'headline',
  k: 'kicker',
  d: 'deck',
  s: 'subhead',
  y: 'byline',
  b: 'body',
  c: 'caption',
  j: 'jump',
  f: 'folio',
};

/** Names of persons in a byline line are parted by spaces; its first word is the role. */
export function readingOf(...notations: string[][]): Reading {
  const pages = notations.map(pageOf);
  const text = pages.map((page) => page.text).join('\f');
  const placed = [];
  let [start, firstLine] = [0, 0];
  for (const page of pages) {
    placed.push({ start, firstLine, page });
    start += page.text.length + 1;
    firstLine += page.text.split('\n').length - 1;
  }
  return { source: TextDocument.create('test:page', 'newspaper', 7, text), document: { text, pages: placed } };
}

export const viewOf = (...notation: string[]): PageView => pagesOf(readingOf(notation))[0];

export const tell = render;

function pageOf(notation: readonly string[]): Page {
  const marks = notation.map((line) => /^([a-z])(\d?)\s(.*)$/u.exec(line));
  const text = marks.map((mark) => `${mark?.[3] ?? ''}\n`).join('');
  const pieces = splitLines(text).map(({ n, span }): Piece => {
    const mark = marks[n];
    const role = mark ? ROLES[mark[1]] : 'blank';
    const story = mark?.[2] ? Number(mark[2]) : null;
    return { line: n, span, role, story, confidence: 0.9, why: [{ name: 'for the test', score: 1.25 }] };
  });
  const count = Math.max(-1, ...pieces.map(({ story }) => story ?? -1)) + 1;
  return {
    text,
    pieces,
    stories: Array.from({ length: count }, (_, index) =>
      storyOf(
        text,
        pieces.filter(({ story }) => story === index),
      ),
    ),
    figures: pieces
      .filter(({ role, story }) => role === 'caption' && story === null)
      .map((piece) => figureOf(text, piece)),
    orphans: titles(
      text,
      pieces.filter(({ role, story }) => role === 'headline' && story === null),
    ),
    furniture: pieces
      .filter(({ role }) => role === 'folio')
      .map((piece) => ({ ...element(piece), kind: 'folio', text: slice(text, piece.span) })),
    folio: { newspaper: null, date: null, page: null },
    traits: { ocr: false, padded: false, profile: 'zh-Hans' },
  };
}

function storyOf(text: string, pieces: readonly Piece[]): Story {
  const of = (role: Role) => pieces.filter((piece) => piece.role === role);
  const first = (role: Role): Title | null => titles(text, of(role))[0] ?? null;
  const titleLines = pieces.filter(({ role }) => ['headline', 'kicker', 'deck'].includes(role)).map(({ line }) => line);
  const jump = of('jump')[0];
  return {
    span: { start: pieces[0].span.start, end: pieces[pieces.length - 1].span.end },
    lines: pieces.map(({ line }) => line),
    confidence: 0.8,
    why: [],
    headline: first('headline'),
    kicker: first('kicker'),
    deck: first('deck'),
    headlineLines: titleLines,
    bylines: of('byline').map((piece) => {
      const [role, ...names] = slice(text, piece.span).split(' ');
      return { ...element(piece), role, names: names.map((name) => ({ name, span: piece.span })) };
    }),
    dateline: null,
    lead: null,
    subheads: titles(text, of('subhead')),
    figures: of('caption').map((piece) => figureOf(text, piece)),
    jump: jump ? { ...element(jump), kind: 'to', page: '4' } : null,
    continuedFrom: null,
    paragraphs: of('body').map(({ span, line }) => ({
      text: slice(text, span),
      pieces: [span],
      lines: [line],
      subhead: false,
    })),
    link: titleLines.length > 0 ? { confidence: 0.7, why: [] } : null,
  };
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

const element = ({ span, line, confidence, why }: Piece) => ({ span, lines: [line], confidence, why });

const titles = (text: string, pieces: readonly Piece[]): Title[] =>
  pieces.map((piece) => ({ ...element(piece), text: slice(text, piece.span) }));

const figureOf = (text: string, piece: Piece) => ({
  ...element(piece),
  caption: slice(text, piece.span),
  credit: null,
});
