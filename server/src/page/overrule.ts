import { indexAt, type TextLine } from '../text/lines';
import { withoutSpans } from '../text/span';
import { withoutMarkedBody } from './bodyMarks';
import { Flow, type Step } from './flow';
import { figureOf, furnitureOf, isTitleKind, type Line, roleOf, titleOf } from './markedLines';
import type { Element, Page, Story, Title } from './model';
import { type Part, type Rejoin, storyOf } from './overruledStory';
import { joinRows } from './paragraphs';
import type { Profile } from './profiles/profile';
import { readRows } from './rows';
import type { Stretch } from './stretches';

/*
 * What a person marked in raw text, done to the page that was recognised without the marked lines: stories are cut and
 * joined, and titles, subheads, captions and bylines put where the marks say. The recogniser sees no marked line but those
 * called body (bodyMarks.ts), so no mark depends on what it would have made of it.
 */

/**
 * `recognised` is the page read without the marked lines; `marked` are those, in order; `stretches` are the raw ones.
 * `text` is the text that was recognised: offsets and lines are the page's.
 */
export function overrule(
  recognised: Page,
  text: string,
  lines: readonly TextLine[],
  stretches: readonly Stretch[],
  marked: readonly Line[],
  profile: Profile,
): Page {
  const body = new Set(marked.filter(({ mark }) => roleOf(mark) === 'body').map(({ n }) => n));
  const page = withoutMarkedBody(recognised, {
    has: (n) => body.has(n),
    textOf: (n, roles) => {
      const own = recognised.pieces.filter(({ line, role }) => line === n && roles.includes(role));
      const parts = own.length > 0 ? own : [lines[n]];
      return parts.map(({ span }) => text.slice(span.start, span.end).trim()).join('');
    },
    profile,
  });
  const parts = new Parts(page, lines, stretches, marked);
  const others = marked.filter((line) => !parts.attach(line));
  const { stories, orphans } = parts.stories(text, profile);
  return {
    ...page,
    stories: stories.filter(tells),
    figures: [
      ...page.figures,
      ...stories.filter((story) => !tells(story)).flatMap((story) => story.figures),
      ...others.filter(({ mark }) => mark?.kind === 'figure').map((line) => figureOf(line, profile)),
    ],
    orphans: [
      ...page.orphans,
      ...orphans,
      ...others.filter(({ mark }) => roleOf(mark) === 'title').map((line) => titleOf([line])),
    ],
    furniture: [...page.furniture, ...others.flatMap(furnitureOf)],
  };
}

/** A picture whose title marks took away is no story any more. */
const tells = ({ headline, kicker, deck, paragraphs, bylines, dateline, jump, continuedFrom }: Story): boolean =>
  [headline, kicker, deck, dateline, jump, continuedFrom].some((element) => element !== null) ||
  paragraphs.length + bylines.length > 0;

class Parts {
  private readonly flow: Flow;
  private readonly parts: Part[] = [];
  /** By line, the part it is in. */
  private readonly owners = new Map<number, Part>();
  /** Parts that were joined to another one, with it. */
  private readonly joined = new Map<Part, Part>();
  /** The first text line of a stretch, with its title block. */
  private readonly cuts = new Map<number, Line[]>();
  /** By the last line of its title block. */
  private readonly blockEnds = new Map<number, Part>();
  private readonly replaced: Title[] = [];

  constructor(
    page: Page,
    lines: readonly TextLine[],
    private readonly stretches: readonly Stretch[],
    marked: readonly Line[],
  ) {
    this.flow = new Flow(page.stories, (offset) => Math.max(0, indexAt(lines, offset)));
    const held = new Set(page.stories.flatMap(elementsApart).flatMap((element) => element.lines));
    for (const line of marked)
      if (roleOf(line.mark) === 'body' && !held.has(line.n)) this.flow.takeIn(stepOf(line, null));
    for (const line of marked) if (line.mark?.kind === 'subhead') this.insertSubhead(line);
    for (const stretch of stretches) this.cutAt(stretch, blockOf(stretch, marked));
    for (const [i, story] of page.stories.entries()) this.divide(story, this.flow.steps(i));
    for (const steps of this.flow.strangers()) this.divide(null, steps);
    for (const part of this.parts) {
      const end = part.block.at(-1);
      if (end) this.blockEnds.set(end.n, part);
    }
    const firsts = new Map(
      this.parts.flatMap((part): [Story, Part][] => (part.story && part.first ? [[part.story, part]] : [])),
    );
    for (const [story, first] of firsts) this.shareElements(story, first);
    for (const line of marked) if (roleOf(line.mark) === 'join') this.join(line.n);
  }

  /** Gives a caption or byline to its story: the text above it; right below a title block, the text below. False for other lines. */
  attach(line: Line): boolean {
    const isFigure = line.mark?.kind === 'figure';
    if (!isFigure && roleOf(line.mark) !== 'byline')
      return furnitureOf(line).length === 0 && roleOf(line.mark) !== 'title';
    const text = this.textFor(line.n);
    const part = this.blockEnds.get(line.n - 1) ?? (text === null ? undefined : this.owners.get(text));
    if (!part) return false;
    (isFigure ? part.figures : part.bylines).push(line);
    return true;
  }

  stories(text: string, profile: Profile): { stories: Story[]; orphans: Title[] } {
    // The rows of a vertical headline stand behind all others, out of the page's order.
    const rows = readRows(text).flowing;
    // What of a row the steps do not hold is a byline or jump, and no part of the paragraph.
    const bylines = this.parts.flatMap(({ story }) => story?.bylines ?? []);
    const rejoin: Rejoin = (steps) => {
      const indices = [...new Set(steps.map(({ span }) => Math.max(0, indexAt(rows, span.start))))];
      const spans = steps.map(({ span }) => span);
      return joinRows(rows, indices, { left: indices.flatMap((row) => withoutSpans(rows[row].span, spans)), bylines });
    };
    const members = new Map<Part, Part[]>();
    for (const part of this.parts) {
      const head = this.headOf(part);
      const known = members.get(head);
      if (known) known.push(part);
      else members.set(head, [part]);
    }
    const stories = [...members].map(([head, all]) => storyOf(head, all, rejoin, profile));
    return { stories: stories.sort((a, b) => a.lines[0] - b.lines[0]), orphans: this.replaced };
  }

  /** A subhead goes before the text below it, or else behind the text above it. */
  private insertSubhead(line: Line): void {
    const step = stepOf(line, titleOf([line]));
    const below = this.flow.below(line.n);
    const above = this.flow.above(line.n);
    if (below !== null && (above === null || !this.flow.begins(below))) this.flow.putBefore(below, step);
    else if (above !== null) this.flow.putBehind(above, step);
    else this.flow.putAlone(step);
  }

  private cutAt({ first, end, opened }: Stretch, block: Line[]): void {
    if (opened === 'page') return;
    const start = this.flow.below(first - 1);
    if (start !== null && start < end) this.cuts.set(start, block);
    else if (block.length > 0) this.parts.push({ ...newPart(null, true), block });
  }

  /** Cuts a story where a marked story begins; what stands above the cut, in whichever column, stays above. */
  private divide(story: Story | null, steps: readonly Step[]): void {
    const own = [{ part: newPart(story, true), start: -1 }];
    for (const step of steps) {
      const block = this.cuts.get(step.n);
      if (block && !this.owners.has(step.n)) {
        const opened = own.length === 1 && own[0].part.steps.length === 0;
        if (!opened) own.push({ part: newPart(story, false), start: step.n });
        const { part } = own[own.length - 1];
        part.block.push(...block);
        if (block.length > 0 && opened && story) this.replaceTitles(story);
      }
      let at = own.length - 1;
      while (own[at].start > step.n) at--;
      const { part } = own[at];
      part.steps.push(part.steps.length === 0 ? { ...step, begins: true } : step);
      if (!this.owners.has(step.n)) this.owners.set(step.n, part);
    }
    this.parts.push(...own.map(({ part }) => part));
  }

  /** Bylines, figures and the like go to the part of their story in which they stand. */
  private shareElements(story: Story, first: Part): void {
    const elements = [story.dateline, story.lead, story.jump, story.continuedFrom, ...story.bylines, ...story.figures];
    for (const element of elements) {
      if (!element) continue;
      const n = element.lines[0];
      const part = this.owners.get(this.owners.has(n) ? n : (this.textFor(n) ?? n));
      (part?.story === story ? part : first).elements.add(element);
    }
  }

  /** The text line that a line of no text belongs to: the one above it; right below a cut, the one below. */
  private textFor(n: number): number | null {
    const above = this.flow.above(n);
    const stretch = this.stretches[indexOfStretch(this.stretches, n)];
    const isCutOff = above !== null && stretch !== undefined && stretch.opened !== 'page' && above < stretch.first;
    return above === null || isCutOff ? (this.flow.below(n) ?? above) : above;
  }

  /** Line n goes on from the text above it, whichever column stands between: both are parts of one story. */
  private join(n: number): void {
    const part = this.owners.get(n);
    const above = this.flow.above(n);
    const other = above === null ? undefined : this.owners.get(above);
    if (!part || !other || this.headOf(other) === part) return;
    if (part.block.length > 0) this.replaced.push(titleOf(part.block));
    else if (part.story && part.first) this.replaceTitles(part.story);
    this.joined.set(part, this.headOf(other));
  }

  private headOf(part: Part): Part {
    let head = part;
    for (let next = this.joined.get(head); next; next = this.joined.get(head)) head = next;
    if (head !== part) this.joined.set(part, head);
    return head;
  }

  private replaceTitles({ kicker, headline, deck }: Story): void {
    this.replaced.push(...[kicker, headline, deck].flatMap((title) => title ?? []));
  }
}

/** What may stand on lines of its own, out of the paragraphs. */
const elementsApart = ({ jump, continuedFrom, bylines, figures }: Story): Element[] =>
  [jump, continuedFrom, ...bylines, ...figures].filter((element) => element !== null);

const newPart = (story: Story | null, first: boolean): Part => ({
  steps: [],
  story,
  first,
  block: [],
  bylines: [],
  figures: [],
  elements: new Set(),
});

const stepOf = ({ n, span }: Line, subhead: Title | null): Step => ({ n, span, begins: true, from: null, subhead });

const blockOf = ({ first, end }: Stretch, marked: readonly Line[]): Line[] => {
  const block: Line[] = [];
  for (let i = indexOfLine(marked, first); i < marked.length && marked[i].n < end; i++) {
    if (!isTitleKind(marked[i].mark?.kind)) break;
    block.push(marked[i]);
  }
  return block;
};

/** The index of the first marked line at or below line n. */
function indexOfLine(marked: readonly Line[], n: number): number {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marked[middle].n < n) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the stretch that line n is in, or of the one before. */
function indexOfStretch(stretches: readonly Stretch[], n: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle].first <= n) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
