import type { Page, Story } from '../page/model';
import { indexAt, lineEndOf, splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import { type Edit, spanText } from '../text/span';
import { deleteLines } from './edits';
import { type Link, linkEvidence } from './link';
import type { Finding, Rule } from './rule';

/*
 * A title that is wrongly moved is worse than one that is left: of the titles that lie away from what was taken for their
 * story, those pass that are sure enough. Measured by scripts/measure-structure.ts.
 */

/** A story that opens with a form (a lead, a dateline, a byline) begins there: then its title need not be surer than this. */
const SURE_OF_FORM = 0.6;
/** What else was taken for a story's beginning is, for every fourth title, the middle of another one. */
const SURE_WITHOUT = 0.98;
/** Nearer ones are seen at a glance, and what stands between is half of the time of the same story, taken for another. */
const MIN_LINES_BETWEEN = 6;

export const displacedHeadline: Rule = {
  id: 'displaced-headline',
  group: 'layout',
  severity: 'information',
  fixClass: 'Q',
  summary: say('A title that stands away from its story'),
  *check({ placed: { page } }) {
    const lines = splitLines(page.text);
    const places = new Places(page, lines);
    for (const [index, story] of page.stories.entries()) {
      const found = displaced(places, lines, story, index);
      if (found !== null) yield found;
    }
  },
};

/** What stands on which line. */
class Places {
  private readonly roles = new Map<number, Set<string>>();
  private readonly stories = new Map<number, Set<number | null>>();
  private readonly counts = new Map<number, number>();

  constructor(
    readonly page: Page,
    readonly lines: readonly TextLine[],
  ) {
    for (const { line, role, story } of page.pieces) {
      if (role === 'blank') continue;
      add(this.roles, line, role);
      add(this.stories, line, story);
      this.counts.set(line, (this.counts.get(line) ?? 0) + 1);
    }
  }

  isBlank(line: number): boolean {
    return !this.roles.has(line);
  }

  isOnlyOf(line: number, story: number): boolean {
    const stories = this.stories.get(line);
    return stories?.size === 1 && stories.has(story);
  }

  /** Whether the line holds one whole piece: no second column beside it. */
  isWhole(line: number): boolean {
    return this.counts.get(line) === 1;
  }

  /** The line on which the story's text opens: its first paragraph, with the byline or dateline right above it. */
  openingOf(story: Story): number | null {
    const opening = new Set([...story.bylines, story.lead, story.dateline].flatMap((element) => element?.lines ?? []));
    const first = story.paragraphs.at(0)?.pieces.at(0) ?? story.figures.at(0)?.span;
    if (first === undefined) return null;
    let line = indexAt(this.lines, first.start);
    for (let above = this.above(line); above !== null && opening.has(above); above = this.above(line)) line = above;
    return line;
  }

  /** How many lines that say something part a title block from the line. */
  linesBetween(headlineLines: readonly number[], line: number): number {
    const [first, last] = [Math.min(...headlineLines), Math.max(...headlineLines)];
    const [from, to] = line < first ? [line + 1, first] : [last + 1, line];
    let count = 0;
    for (let n = from; n < to; n++) if (!this.isBlank(n)) count++;
    return count;
  }

  /** Whether the line holds a byline, lead or dateline of the story. */
  opensByForm(story: Story, line: number): boolean {
    return [...story.bylines, story.lead, story.dateline].some((form) => form?.lines.includes(line));
  }

  /** The next line above that says something; null at the top of the page. */
  above(line: number): number | null {
    let n = line - 1;
    while (n >= 0 && this.isBlank(n)) n--;
    return n < 0 ? null : n;
  }
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

function displaced(places: Places, lines: readonly TextLine[], story: Story, index: number): Finding | null {
  const { headline, headlineLines, link } = story;
  const opening = places.openingOf(story);
  if (headline === null || link === null || opening === null) return null;
  if (!isSure(link, places.opensByForm(story, opening))) return null;
  if (standsAbove(places, opening, headlineLines, index)) return null;
  if (places.linesBetween(headlineLines, opening) < MIN_LINES_BETWEEN) return null;
  // A line that holds something else too is from columns that were glued: what is taken for a title there rarely is one.
  if (!headlineLines.every((line) => places.isWhole(line) && places.isOnlyOf(line, index))) return null;
  return {
    rule: displacedHeadline.id,
    span: headline.span,
    message: say('The title “{0}” stands away from its story, which begins in line {1}', headline.text, opening + 1),
    evidence: linkEvidence(link),
    fixes: [
      {
        class: 'Q',
        title: say('Move the title above its story'),
        edits: moveEdits(places.page, lines, headlineLines, opening),
      },
    ],
  };
}

const isSure = ({ confidence }: Link, opensByForm: boolean): boolean =>
  confidence >= (opensByForm ? SURE_OF_FORM : SURE_WITHOUT);

/** Whether the title block ends right above the line, with blanks and other parts of the story (a picture) between at most. */
function standsAbove(places: Places, opening: number, headlineLines: readonly number[], story: number): boolean {
  let above = places.above(opening);
  while (above !== null && !headlineLines.includes(above) && places.isOnlyOf(above, story)) above = places.above(above);
  return above !== null && headlineLines.includes(above);
}

function moveEdits(page: Page, lines: readonly TextLine[], headlineLines: readonly number[], opening: number): Edit[] {
  const end = lineEndOf(lines);
  const gap = page.traits.padded ? end : '';
  const sorted = [...headlineLines].sort((a, b) => a - b);
  const title = sorted.map((line) => spanText(page.text, lines[line].span) + end).join(gap);
  const at = lines[opening].span.start;
  return [...deleteLines(lines, sorted), { span: { start: at, end: at }, text: title + gap }];
}
