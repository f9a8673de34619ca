import type { TextLine } from '../text/lines';
import type { Span } from '../text/span';
import type { FrontMatter } from './frontMatter';
import type { Mark } from './marks';

/*
 * The stretches into which marks cut a page, and whether the lines of each are rows of a column or paragraphs.
 */

/** Lines [first, end) between two marks that cut: front matter, title blocks, `---`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  /** The mark it begins at: its own title block, or the `---` or front matter before it; 'page' where there is none. */
  readonly opened: 'title' | 'end' | 'page';
  /** Whether a `---` closes it. */
  readonly closed: boolean;
  /** Whether each of its lines is a paragraph, in reading order. */
  readonly paragraphs: boolean;
}

/** The stretches of a page whose marks are known, in order. */
export function readStretches(
  text: string,
  lines: readonly TextLine[],
  byLine: ReadonlyMap<number, Mark>,
  frontMatter: FrontMatter | null,
): Stretch[] {
  const stretches: Omit<Stretch, 'paragraphs'>[] = [];
  let first = frontMatter ? frontMatter.last + 1 : 0;
  let opened: Stretch['opened'] = frontMatter ? 'end' : 'page';
  const close = (end: number, closed: boolean): void => {
    if (lines.slice(first, end).some(({ span }) => !isBlankLine(text, span)))
      stretches.push({ first, end, opened, closed });
  };
  for (let n = first; n < lines.length; n++) {
    const kind = byLine.get(n)?.kind;
    if (kind === 'end') {
      close(n, true);
      first = n + 1;
      opened = 'end';
    } else if (startsTitle(kind, byLine.get(n - 1)?.kind)) {
      if (n > first) close(n, false);
      first = n;
      opened = 'title';
    }
  }
  close(lines.length, false);
  return withParagraphs(text, lines, byLine, stretches, frontMatter);
}

/** A title block starts at its first kicker, or at a headline that follows neither kicker nor headline. */
const startsTitle = (kind: Mark['kind'] | undefined, above: Mark['kind'] | undefined): boolean =>
  (kind === 'kicker' && above !== 'kicker') || (kind === 'headline' && above !== 'kicker' && above !== 'headline');

/** A line this long is no line of a column: columns have up to 40 characters, headlines over the whole page up to 50. */
const LONGER_THAN_COLUMNS = 60;
/** So many short lines, none of them next to another, are a page with a blank line after each, not short paragraphs. */
const MANY_LINES = 40;

/**
 * Lines are paragraphs where the front matter says so. Where it does not, lines that stand apart are, if a line is longer
 * than a column's, or if a `---` closes the stretch on a page that does not put a blank after every line.
 */
function withParagraphs(
  text: string,
  lines: readonly TextLine[],
  byLine: ReadonlyMap<number, Mark>,
  stretches: readonly Omit<Stretch, 'paragraphs'>[],
  frontMatter: FrontMatter | null,
): Stretch[] {
  const facts = stretches.map(({ first, end }) => textFacts(text, lines, byLine, first, end));
  const padded =
    facts.every(({ apart, longest }) => apart && longest < LONGER_THAN_COLUMNS) &&
    facts.reduce((sum, { count }) => sum + count, 0) >= MANY_LINES;
  return stretches.map((stretch, i) => ({
    ...stretch,
    paragraphs:
      frontMatter?.paragraphs === true ||
      (stretch.opened !== 'page' &&
        facts[i].apart &&
        (facts[i].longest >= LONGER_THAN_COLUMNS || (stretch.closed && !padded))),
  }));
}

/** How many text lines there are, whether a blank line or a mark parts each two of them, and how long the longest is. */
function textFacts(
  text: string,
  lines: readonly TextLine[],
  byLine: ReadonlyMap<number, Mark>,
  first: number,
  end: number,
): { count: number; apart: boolean; longest: number } {
  let count = 0;
  let longest = 0;
  let apart = true;
  let textAbove = false;
  for (let n = first; n < end; n++) {
    const { span } = lines[n];
    const mark = byLine.get(n);
    const isText = !isBlankLine(text, span) && (mark === undefined || mark.kind === 'text');
    if (isText) {
      if (textAbove) apart = false;
      count++;
      longest = Math.max(longest, span.end - span.start);
    }
    textAbove = isText;
  }
  return { count, apart, longest };
}

const isBlankLine = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === '';
