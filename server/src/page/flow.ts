import type { Span } from '../text/span';
import type { Paragraph, Story, Title } from './model';

/** A line, or a column's part of one, in a story's reading order. */
export interface Step {
  readonly n: number;
  readonly span: Span;
  /** Whether it begins a paragraph. */
  readonly begins: boolean;
  /** The paragraph it was recognised in; null for a line that only a mark put here. */
  readonly from: Paragraph | null;
  readonly subhead: Title | null;
}

/** The text lines of the recognised stories in reading order, and what marks put between them. */
export class Flow {
  private readonly own: Step[][];
  /** Line numbers of all text, ascending. */
  private readonly lines: number[];
  private readonly firsts: ReadonlySet<number>;
  private readonly before = new Map<number, Step[]>();
  private readonly behind = new Map<number, Step[]>();
  private readonly alone: Step[][] = [];

  constructor(stories: readonly Story[], lineAt: (offset: number) => number) {
    this.own = stories.map(({ paragraphs }) =>
      paragraphs.flatMap((from) =>
        from.pieces.map((span, i): Step => ({ n: lineAt(span.start), span, begins: i === 0, from, subhead: null })),
      ),
    );
    this.lines = [...new Set(this.own.flatMap((steps) => steps.map(({ n }) => n)))].sort((a, b) => a - b);
    this.firsts = new Set(this.own.flatMap(([first]) => (first ? [first.n] : [])));
  }

  /** The text line nearest above line n; null where there is none. */
  above(n: number): number | null {
    return this.lines[this.indexFrom(n) - 1] ?? null;
  }

  /** The text line nearest below line n. */
  below(n: number): number | null {
    return this.lines[this.indexFrom(n + 1)] ?? null;
  }

  /** Whether a recognised story begins at the line. */
  begins(n: number): boolean {
    return this.firsts.has(n);
  }

  /** Puts a line that is no text yet behind the text above it, or before the text below. */
  takeIn(step: Step): void {
    if (this.lines[this.indexFrom(step.n)] === step.n) return;
    const above = this.above(step.n);
    const below = this.below(step.n);
    if (above !== null) this.putBehind(above, step);
    else if (below !== null) this.putBefore(below, step);
    else this.putAlone(step);
  }

  putBefore(n: number, step: Step): void {
    put(this.before, n, step);
  }

  putBehind(n: number, step: Step): void {
    put(this.behind, n, step);
  }

  /** A story that only marks make. */
  putAlone(step: Step): void {
    this.alone.push([step]);
  }

  /** The steps of a recognised story (an index), with what was put between them. */
  steps(story: number): Step[] {
    const result: Step[] = [];
    let opens = false;
    for (const step of this.own[story]) {
      const before = take(this.before, step.n);
      const behind = take(this.behind, step.n);
      result.push(...before, opens || before.length > 0 ? { ...step, begins: true } : step, ...behind);
      opens = behind.length > 0;
    }
    return result;
  }

  strangers(): readonly (readonly Step[])[] {
    return this.alone;
  }

  /** The index of the first text line at or below line n. */
  private indexFrom(n: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lines[middle] < n) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function put(map: Map<number, Step[]>, n: number, step: Step): void {
  const steps = map.get(n);
  if (steps) steps.push(step);
  else map.set(n, [step]);
}

/** Takes the steps at a line out, so that the pieces of one line do not get them twice. */
function take(map: Map<number, Step[]>, n: number): Step[] {
  const steps = map.get(n) ?? [];
  map.delete(n);
  return steps;
}
