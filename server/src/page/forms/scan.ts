import { isHan, isSentenceEnd, isSpace } from '../../text/characters';
import { radicalEquivalent } from '../../text/equivalents';
import type { Span } from '../../text/span';
import type { View } from '../../text/view';

/** A line as forms see it: `view` is the line's text (normalised or as it is) with the way back to the page. */
export interface FormLine {
  /** Line number in the page, from 0. Pieces of one line (glued columns) may come as several form lines of the same number. */
  readonly n: number;
  readonly view: View;
}

/**
 * Lines joined for matching: no spaces, no line ends, one shape for every mark (see `SHAPES`), radical forms as
 * ideographs. Every unit remembers its source and whether a space or a line end stood before it. Empty lines add nothing.
 */
export class Scan {
  private constructor(
    readonly text: string,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    private readonly gaps: Uint8Array,
    private readonly lineOfUnit: Int32Array,
    /** For each line the offset of its first unit; one more entry closes the last line. */
    private readonly lineStarts: readonly number[],
    /** For each line its number in the page. */
    private readonly numbers: readonly number[],
  ) {}

  static of(lines: readonly FormLine[]): Scan {
    let capacity = 0;
    for (const { view } of lines) capacity += view.text.length;
    const units = new Uint16Array(capacity);
    const starts = new Int32Array(capacity);
    const ends = new Int32Array(capacity);
    const gaps = new Uint8Array(capacity);
    const lineOfUnit = new Int32Array(capacity);
    const lineStarts = [0];
    let length = 0;
    lines.forEach(({ view }, line) => {
      let gap = 0;
      for (let i = 0; i < view.text.length; i++) {
        const unit = view.text.charCodeAt(i);
        if (isSpace(unit)) {
          gap += unit === IDEOGRAPHIC_SPACE ? 2 : 1;
          continue;
        }
        if (unit < 0x20 || unit === 0x7f) continue;
        units[length] = CANONICAL[unit];
        starts[length] = view.sourceOffset(i);
        ends[length] = view.sourceEnd(i);
        lineOfUnit[length] = line;
        gaps[length] = Math.min(gap, 255);
        gap = 0;
        length++;
      }
      lineStarts.push(length);
    });
    const numbers = lines.map(({ n }) => n);
    return new Scan(decode(units.subarray(0, length)), starts, ends, gaps, lineOfUnit, lineStarts, numbers);
  }

  /** A scan of stretches of this one, each as a line of its own: a reading across columns. */
  pick(...ranges: readonly (readonly [start: number, end: number])[]): Scan {
    const units = ranges.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i));
    const lineStarts = [0];
    for (const [start, end] of ranges) lineStarts.push(lineStarts[lineStarts.length - 1] + end - start);
    return new Scan(
      units.map((i) => this.text[i]).join(''),
      Int32Array.from(units, (i) => this.starts[i]),
      Int32Array.from(units, (i) => this.ends[i]),
      Uint8Array.from(units, (i) => this.gaps[i]),
      Int32Array.from(ranges.flatMap(([start, end], line) => new Array<number>(end - start).fill(line))),
      lineStarts,
      ranges.map(([start]) => this.numbers[this.lineAt(start)]),
    );
  }

  get lineCount(): number {
    return this.numbers.length;
  }

  /** The number in the page of the scan's line `line`. */
  numberOf(line: number): number {
    return this.numbers[line];
  }

  /** Width in cells of the space before unit i on its own line: of a line's first unit, its indentation. */
  gapBefore(i: number): number {
    return i < this.text.length ? this.gaps[i] : 0;
  }

  /** Whether a space or a line end parts unit i from the one before. */
  partedBefore(i: number): boolean {
    return this.gapBefore(i) > 0 || this.startsLine(i);
  }

  /** Whether unit i is the first of its line; true at the end of the text. */
  startsLine(i: number): boolean {
    return i === 0 || i >= this.text.length || this.lineOfUnit[i] !== this.lineOfUnit[i - 1];
  }

  /** Index (into `lines`) of the line that holds unit i. */
  lineAt(i: number): number {
    return this.lineOfUnit[Math.min(i, this.text.length - 1)];
  }

  lineStart(line: number): number {
    return this.lineStarts[line];
  }

  lineEnd(line: number): number {
    return this.lineStarts[line + 1];
  }

  /**
   * Where [start, end) stands in the source. Lines may have come in reading order: of a stretch that goes back in the
   * source only the part on its first line counts.
   */
  sourceSpan(start: number, end: number): Span {
    const [from, to] = [this.starts[start], this.ends[end - 1]];
    if (to > from) return { start: from, end: to };
    const cut = this.lineStarts[this.lineOfUnit[start] + 1];
    return { start: from, end: this.ends[Math.min(cut, end) - 1] };
  }

  /** Whether a sentence ends right before unit i, its closing quotation mark or bracket read over. */
  endsSentence(i: number): boolean {
    let last = i - 1;
    while (last >= 0 && last > i - 4 && SENTENCE_CLOSINGS.has(this.text[last])) last--;
    return last >= 0 && (isSentenceEnd(this.text.charCodeAt(last)) || this.text[last] === '.');
  }

  /** Whether `word` stands at i. */
  has(word: string, i: number): boolean {
    return this.text.startsWith(word, i);
  }

  isHanAt(i: number): boolean {
    return i >= 0 && i < this.text.length && isHan(this.text.charCodeAt(i));
  }
}

const SENTENCE_CLOSINGS: ReadonlySet<string> = new Set(['"', ')', '》']);

const IDEOGRAPHIC_SPACE = 0x3000;
/** Full-width ASCII stands this far above ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;

/*
 * Angle brackets fold into round ones: in newspapers 〈 is a misread （ (the book title marks are 《》, which stay).
 * All quotation marks fold into one, all square and lenticular brackets into another.
 */
const SHAPES: readonly (readonly [shape: string, variants: string])[] = [
  ['(', '（〈﹙︵⟨'],
  [')', '）〉﹚︶⟩'],
  ['[', '【〔［︻'],
  [']', '】〕］︼'],
  ['"', '“”„‟＂〝〞「」『』﹁﹂﹃﹄'],
  ['·', '•・‧∙'],
  ['/', '／╱∕⁄'],
  [':', '：﹕∶'],
  ['-', '—―–─－'],
  ['〇', '○零'],
];

/** One shape for every unit: table[unit]. One unit stays one unit. */
const CANONICAL = canonicalTable();

function canonicalTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - FULL_WIDTH_OFFSET;
  for (let unit = 0x2e80; unit <= 0x2fd5; unit++) {
    const ideograph = radicalEquivalent(unit);
    if (ideograph?.length === 1) table[unit] = ideograph.charCodeAt(0);
  }
  for (const [shape, variants] of SHAPES) {
    for (const variant of variants) table[variant.charCodeAt(0)] = shape.charCodeAt(0);
  }
  return table;
}

function decode(units: Uint16Array): string {
  // String.fromCharCode takes its arguments from the stack: in slices.
  const SLICE = 8192;
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += SLICE)
    parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(i, i + SLICE)));
  return parts.join('');
}
