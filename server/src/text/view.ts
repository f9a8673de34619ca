import type { Span } from './span';

/** For each unit of a view where its source begins and ends. */
interface OffsetMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * A text made from another one (radical forms replaced, spaces dropped, lines joined), with the way back:
 * unit i of `text` came from the source span [starts[i], ends[i]). All offsets are UTF-16 units.
 * This is the one offset map of the project: whatever is found in a view is reported through `sourceSpan`.
 */
export class View {
  /** A stretch of the source as it stands needs no map, only where it begins: most lines are such. */
  private constructor(
    readonly text: string,
    private readonly origin: number,
    private readonly map: OffsetMap | null,
  ) {}

  /** The stretch [start, end) of the source as it stands. */
  static of(source: string, start: number, end: number): View {
    return new View(source.slice(start, end), start, null);
  }

  static mapped(text: string, starts: Int32Array, ends: Int32Array): View {
    return new View(text, 0, { starts, ends });
  }

  /** Where the unit at `offset` begins in the source; at the view's end, where the source of the view ends. */
  sourceOffset(offset: number): number {
    const { map, text } = this;
    if (map === null) return this.origin + Math.min(offset, text.length);
    if (offset < map.starts.length) return map.starts[offset];
    return map.ends.length > 0 ? map.ends[map.ends.length - 1] : 0;
  }

  /** Where the unit at `offset` ends in the source. */
  sourceEnd(offset: number): number {
    return this.map === null ? this.origin + offset + 1 : this.map.ends[offset];
  }

  /** The source span from the first unit of [start, end) to its last. Empty spans stay empty. */
  sourceSpan(start: number, end: number): Span {
    const from = this.sourceOffset(start);
    return { start: from, end: end <= start ? from : this.sourceEnd(end - 1) };
  }

  /** Where in the view the source offset is, or the next unit after it where the view left it out. Needs a view in source order. */
  viewOffset(source: number): number {
    const { map, text } = this;
    if (map === null) return Math.max(0, Math.min(text.length, source - this.origin));
    let low = 0;
    let high = map.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (map.ends[middle] <= source) low = middle + 1;
      else high = middle;
    }
    return low;
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

  /** Takes back the last units of the last piece. */
  withdraw(count: number): this {
    if (count === 0) return this;
    this.starts.length -= count;
    this.ends.length -= count;
    this.parts.push((this.parts.pop() ?? '').slice(0, -count));
    return this;
  }

  build(): View {
    return View.mapped(this.parts.join(''), new Int32Array(this.starts), new Int32Array(this.ends));
  }
}
