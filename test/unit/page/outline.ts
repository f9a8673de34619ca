import { readDocument } from '../../../server/src/page/document';
import type { Byline, Credit, Figure, Page, Paragraph, Story, Title } from '../../../server/src/page/model';
import { splitLines } from '../../../server/src/text/lines';
import { testResources } from '../resources';

/*
 * A page as a text that a person can write by reading the page, one fact a line. Lines count from 1 in the file; a range
 * leaves out blank lines, so that 4-10 are the lines with text from 4 to 10, in reading order. A paragraph is told by its lines and its
 * first and last characters. Furniture and titles without a story stand at the page's end.
 */

/** Characters that tell the beginning and the end of a paragraph or caption. */
const ENDS = 6;

export function outlineOf(text: string): string {
  const { pages } = readDocument(text, testResources());
  const numbers = new LineNumbers(text);
  return pages.map(({ page, start }) => `${pageLines(page, numbers, start).join('\n')}\n`).join('\n');
}

/** Numbers of lines as people count them, from 1 in the file; blank lines are known, so that ranges run over them. */
class LineNumbers {
  private readonly starts: readonly number[];
  private readonly blank: readonly boolean[];

  constructor(text: string) {
    const lines = splitLines(text);
    this.starts = lines.map(({ span }) => span.start);
    this.blank = lines.map(({ span }) => text.slice(span.start, span.end).trim() === '');
  }

  lineAt(offset: number): number {
    let line = 0;
    while (line + 1 < this.starts.length && this.starts[line + 1] <= offset) line++;
    return line;
  }

  /** Lines (from 0 in the file) as ranges, in the order given. */
  ranges(lines: readonly number[]): string {
    const ranges: { first: number; last: number }[] = [];
    for (const line of lines) {
      const range = ranges[ranges.length - 1];
      if (range && this.isNext(range.last, line)) range.last = line;
      else if (range?.last !== line) ranges.push({ first: line, last: line });
    }
    return ranges.map(({ first, last }) => (first === last ? `${first + 1}` : `${first + 1}-${last + 1}`)).join(' ');
  }

  private isNext(line: number, next: number): boolean {
    let after = line + 1;
    while (after < next && this.blank[after]) after++;
    return after === next;
  }
}

function pageLines(page: Page, numbers: LineNumbers, start: number): string[] {
  const firstLine = numbers.lineAt(start);
  const at = (lines: readonly number[]): string => numbers.ranges(lines.map((n) => n + firstLine));
  const furniture = [...page.furniture, ...page.orphans.map(({ lines }) => ({ kind: 'other' as const, lines }))];
  const kinds = (['folio', 'masthead', 'credit', 'notice', 'other'] as const).flatMap((kind) => {
    const lines = furniture.filter((own) => own.kind === kind).flatMap((own) => own.lines);
    return lines.length > 0 ? [`${kind} ${at([...lines].sort((a, b) => a - b))}`] : [];
  });
  const { newspaper, date, page: number } = page.folio;
  return [
    `page ${newspaper ?? '-'} ${date ?? '-'} ${number ?? '-'}`,
    ...page.stories.flatMap((story) => ['', ...storyLines(story, at, (p) => readingOrder(p, numbers, start))]),
    ...(page.figures.length > 0 ? ['', ...page.figures.map((figure) => figureLine(figure, at))] : []),
    ...(kinds.length > 0 ? ['', ...kinds] : []),
  ];
}

const readingOrder = ({ pieces }: Paragraph, numbers: LineNumbers, start: number): string =>
  numbers.ranges(pieces.map((piece) => numbers.lineAt(start + piece.start)));

type At = (lines: readonly number[]) => string;

function storyLines(story: Story, at: At, order: (paragraph: Paragraph) => string): string[] {
  const title = (name: string, element: Title | null): string[] =>
    element ? [`${name} ${element.text} (${at(element.lines)})`] : [];
  return [
    ...(story.headline ? title('#', story.headline) : ['# (no headline)']),
    ...title('kicker', story.kicker),
    ...title('deck', story.deck),
    ...(story.continuedFrom ? [`continued from ${story.continuedFrom.page} (${at(story.continuedFrom.lines)})`] : []),
    ...title('lead', story.lead),
    ...title('dateline', story.dateline as Title | null),
    ...story.bylines.map((byline) => `byline ${people(byline)} (${at(byline.lines)})`),
    ...story.paragraphs.map((p) => (p.subhead ? `## ${p.text} (${order(p)})` : `¶ ${order(p)} ${ends(p.text)}`)),
    ...story.figures.map((figure) => figureLine(figure, at)),
    ...(story.jump ? [`jump to ${story.jump.page} (${at(story.jump.lines)})`] : []),
  ];
}

const figureLine = ({ caption, credit, lines }: Figure, at: At): string =>
  `figure ${at(lines)} ${ends(caption)}${credit ? ` by ${people(credit)}` : ''}`;

const people = ({ role, names }: Byline | Credit): string =>
  `${role ?? '-'} ${names.map(({ name }) => name).join('、')}`;

function ends(text: string): string {
  const bare = [...text.replaceAll(' ', '')];
  return bare.length <= 2 * ENDS + 1 ? bare.join('') : `${bare.slice(0, ENDS).join('')}…${bare.slice(-ENDS).join('')}`;
}
