import type { Span } from './span';

/**
 * A text made from another one (radical forms replaced, spaces dropped, lines joined), with the way back:
 * unit i of `text` came from the source span [starts[i], ends[i]). All offsets are UTF-16 units.
 * This is the one offset map of the project: whatever is found in a view is reported through `sourceSpan`.
 */
export class View {
  constructor(
    readonly text: string,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
  ) {}

  /** The stretch [start, end) of the source as it stands. */
  static of(source: string, start: number, end: number): View {
    const starts = new Int32Array(end - start);
    const ends = new Int32Array(end - start);
    for (let i = start; i < end; i++) {
      starts[i - start] = i;
      ends[i - start] = i + 1;
    }
    return new View(source.slice(start, end), starts, ends);
  }

  /** Where the unit at `offset` begins in the source; at the view's end, where the source of the view ends. */
  sourceOffset(offset: number): number {
    if (offset < this.starts.length) return this.starts[offset];
    return this.ends.length > 0 ? this.ends[this.ends.length - 1] : 0;
  }

  /** Where the unit at `offset` ends in the source. */
  sourceEnd(offset: number): number {
    return this.ends[offset];
  }

  /** The source span from the first unit of [start, end) to its last. Empty spans stay empty. */
  sourceSpan(start: number, end: number): Span {
    if (end <= start) {
      const at = this.sourceOffset(start);
      return { start: at, end: at };
    }
    return { start: this.starts[start], end: this.ends[end - 1] };
  }

  /** Where in the view the source offset is, or the next unit after it where the view left it out. Needs a view in source order. */
  viewOffset(source: number): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle] <= source) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** This view seen through an outer one: `outer` was made from this view's text, the result maps it to this view's source. */
  through(outer: View): View {
    const n = outer.text.length;
    const starts = new Int32Array(n);
    const ends = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const span = this.sourceSpan(outer.starts[i], outer.ends[i]);
      starts[i] = span.start;
      ends[i] = span.end;
    }
    return new View(outer.text, starts, ends);
  }
}

/** Builds a view piece by piece. Pieces may come in any order of the source. */
export class ViewBuilder {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Takes over [start, end) of the source as it is. */
  copy(source: string, start: number, end: number): this {
    for (let i = start; i < end; i++) {
      this.starts.push(i);
      this.ends.push(i + 1);
    }
    this.parts.push(source.slice(start, end));
    return this;
  }

  /** Takes over [start, end) of another view of the same source. */
  take(view: View, start: number, end: number): this {
    for (let i = start; i < end; i++) {
      this.starts.push(view.sourceOffset(i));
      this.ends.push(view.sourceEnd(i));
    }
    this.parts.push(view.text.slice(start, end));
    return this;
  }

  /** Puts `text` where the source has `span`: each of its units maps to the whole span. */
  put(text: string, span: Span): this {
    for (let i = 0; i < text.length; i++) {
      this.starts.push(span.start);
      this.ends.push(span.end);
    }
    this.parts.push(text);
    return this;
  }

  get length(): number {
    return this.starts.length;
  }

  build(): View {
    return new View(this.parts.join(''), new Int32Array(this.starts), new Int32Array(this.ends));
  }
}
