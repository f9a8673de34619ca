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
  private readonly pieces: Piece[] = [];
  private units = 0;

  /** Takes over [start, end) of the source as it is. */
  copy(source: string, start: number, end: number): this {
    return this.take(View.of(source, start, end), 0, end - start);
  }

  /** Takes over [start, end) of another view of the same source. */
  take(view: View, start: number, end: number): this {
    return this.add({ text: view.text.slice(start, end), view, from: start });
  }

  /** Puts `text` where the source has `span`: each of its units maps to the whole span. */
  put(text: string, span: Span): this {
    return this.add({ text, span });
  }

  get length(): number {
    return this.units;
  }

  /** Takes back the last units of the last piece. */
  withdraw(count: number): this {
    const last = this.pieces.pop();
    if (last === undefined) return this;
    this.units -= last.text.length;
    return this.add({ ...last, text: last.text.slice(0, last.text.length - count) });
  }

  /** The text alone, for whom the way back does not matter. */
  get text(): string {
    return this.pieces.map(({ text }) => text).join('');
  }

  build(): View {
    const [starts, ends] = [new Int32Array(this.units), new Int32Array(this.units)];
    let at = 0;
    for (const piece of this.pieces) {
      for (let i = 0; i < piece.text.length; i++, at++) {
        starts[at] = 'span' in piece ? piece.span.start : piece.view.sourceOffset(piece.from + i);
        ends[at] = 'span' in piece ? piece.span.end : piece.view.sourceEnd(piece.from + i);
      }
    }
    return View.mapped(this.text, starts, ends);
  }

  private add(piece: Piece): this {
    this.pieces.push(piece);
    this.units += piece.text.length;
    return this;
  }
}

/** A text that another view has from `from` on, or that stands for a span of the source. */
type Piece =
  | { readonly text: string; readonly view: View; readonly from: number }
  | { readonly text: string; readonly span: Span };
