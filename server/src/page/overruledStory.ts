import type { Span } from '../text/span';
import type { Step } from './flow';
import { figureOf, type Line, markedBylines, SURE, titleOf } from './markedLines';
import type { Element, Paragraph, Story, Title } from './model';
import type { Profile } from './profiles/profile';
import { sortAsRead } from './readingPlaces';

/*
 * The story that is left of recognised ones when marks have cut and joined them.
 */

/** A part of a recognised story, or one that marks alone make. */
export interface Part {
  readonly steps: Step[];
  /** null for one that marks alone make. */
  readonly story: Story | null;
  /** Whether it is where the recognised story begins, and keeps its title. */
  readonly first: boolean;
  readonly block: Line[];
  readonly bylines: Line[];
  readonly figures: Line[];
  /** Elements of recognised stories that stand in this part. */
  readonly elements: Set<Element>;
}

/** Joins the rows of a paragraph anew that a mark has touched. */
export type Rejoin = (steps: readonly Step[]) => Paragraph;

/** The story of a part, with the parts that were joined to it. */
export function storyOf(head: Part, members: readonly Part[], rejoin: Rejoin, profile: Profile): Story {
  const { story, block } = head;
  const recognised = story && head.first && block.length === 0 ? story : null;
  const own = <T extends Element>(pick: (from: Story) => readonly (T | null)[]): T[] =>
    members.flatMap(({ story: from, elements }) =>
      from ? pick(from).flatMap((element) => (element && elements.has(element) ? element : [])) : [],
    );
  const title = (kind: 'kicker' | 'headline' | 'deck'): Title | null => {
    const lines = block.filter(({ mark }) => mark?.kind === kind);
    return lines.length > 0 ? titleOf(lines) : (recognised?.[kind] ?? null);
  };
  const steps = members.flatMap((part) => part.steps);
  const paragraphs = paragraphsOf(steps, rejoin);
  const bylines = sortAsRead(
    [
      ...own((from) => from.bylines),
      ...members.flatMap((part) => part.bylines.flatMap((line) => markedBylines(line, profile))),
    ],
    paragraphs,
  );
  const figures = [
    ...own((from) => from.figures),
    ...members.flatMap((part) => part.figures.map((line) => figureOf(line, profile))),
  ];
  const headlineLines = block.length > 0 ? block.map(({ n }) => n) : (recognised?.headlineLines ?? []);
  const jump = own((from) => [from.jump]).at(-1) ?? null;
  const elements: Element[] = [...bylines, ...figures, ...own((from) => [from.jump, from.continuedFrom])];
  const titles = [title('kicker'), title('headline'), title('deck')].flatMap((element) => element ?? []);
  return {
    ...(recognised ? { confidence: recognised.confidence, why: recognised.why } : SURE),
    span: hull([...steps, ...elements, ...titles]),
    lines: inOrder([...headlineLines, ...steps.map(({ n }) => n), ...elements.flatMap(({ lines }) => lines)]),
    headline: title('headline'),
    kicker: title('kicker'),
    deck: title('deck'),
    headlineLines,
    bylines,
    dateline: own((from) => [from.dateline])[0] ?? null,
    lead: own((from) => [from.lead])[0] ?? null,
    subheads: subheadsOf(steps, members, paragraphs),
    figures,
    jump,
    continuedFrom: own((from) => [from.continuedFrom])[0] ?? null,
    paragraphs,
    link: block.length > 0 ? SURE : (recognised?.link ?? null),
  };
}

/** Subheads that are marked, and the recognised ones whose lines are still here. */
function subheadsOf(steps: readonly Step[], members: readonly Part[], paragraphs: readonly Paragraph[]): Title[] {
  const lines = new Set(steps.map(({ n }) => n));
  const recognised = new Set(members.flatMap(({ story }) => story?.subheads ?? []));
  const subheads = [
    ...[...recognised].filter((subhead) => subhead.lines.every((n) => lines.has(n))),
    ...steps.flatMap(({ subhead }) => subhead ?? []),
  ];
  return sortAsRead(subheads, paragraphs);
}

/** Paragraphs that no mark touched stay as they were recognised; the others are joined anew. */
function paragraphsOf(steps: readonly Step[], rejoin: Rejoin): Paragraph[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    if (step.begins || groups.length === 0) groups.push([step]);
    else groups[groups.length - 1].push(step);
  }
  return groups
    .map((group) => {
      const [{ from, subhead, span, n }] = group;
      if (subhead) return { text: subhead.text, pieces: [span], lines: [n], subhead: true };
      const whole = from && group.length === from.pieces.length && group.every((step) => step.from === from);
      return whole ? from : rejoin(group);
    })
    .filter(({ text }) => text !== '');
}

function hull(elements: readonly { readonly span: Span }[]): Span {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const { span } of elements) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return elements.length > 0 ? { start, end } : { start: 0, end: 0 };
}

const inOrder = (lines: readonly number[]): number[] => [...new Set(lines)].sort((a, b) => a - b);
