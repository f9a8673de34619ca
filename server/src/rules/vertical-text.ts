import { isClosing, isSpace } from '../text/characters';
import { runningMark } from '../text/equivalents';
import type { Lexicon } from '../text/lexicon';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import type { Span } from '../text/span';
import { doubledUnits } from './doubled-text';
import type { Finding, Rule } from './rule';
import { countHan, isCell, type Unit, unitsOf } from './units';
import { wordSpans } from './words';

/** Fewer cells may be the ends of wrapped lines, or a small table. */
const MIN_CELLS = 4;
const MIN_HAN = 3;
/** No newspaper sets one vertical line of a title longer; what is longer is two titles that touch. */
const MAX_CELLS = 17;

export const verticalText: Rule = {
  id: 'vertical-text',
  group: 'layout',
  severity: 'warning',
  fixClass: 'Q',
  summary: say('A vertical title, extracted one character a line'),
  *check({ placed: { page }, resources }) {
    const traditional = page.traits.profile === 'zh-Hant';
    const lines = splitLines(page.text);
    for (const stack of stacksOf(unitsOf(page.text, lines), resources.lexicon)) yield stackFinding(stack, traditional);
    yield* pairedStacks(page.text, lines);
  },
};

/** A vertical line of text; a title's further lines, where they follow at once, are part of it. */
interface Stack {
  readonly text: string;
  readonly cells: number;
  readonly span: Span;
  readonly lastLine: number;
}

/** The vertical titles of a page; copies of a title (see doubled-text) are left out. */
function stacksOf(units: readonly Unit[], lexicon: Lexicon): Stack[] {
  const copiedFrom = new Map(doubledUnits(units).map(({ unit, copies }) => [unit, copies[0].start]));
  const stacks: Stack[] = [];
  let open: Stack | null = null;
  for (const [i, unit] of units.entries()) {
    const kept = copiedFrom.get(unit) ?? unit.key.length;
    const from = firstCell(unit, units[i - 1], lexicon);
    const stack = kept > from && unit.text !== '' && unit.cell ? stackOf(unit, from, kept) : null;
    if (
      stack !== null &&
      open !== null &&
      unit.firstLine - open.lastLine <= MAX_LINE_DISTANCE &&
      continues(open, stack, lexicon)
    ) {
      open = joined(open, stack);
    } else {
      if (open !== null) stacks.push(open);
      open = stack;
    }
  }
  if (open !== null) stacks.push(open);
  return stacks.filter(
    ({ text, cells }) => cells >= MIN_CELLS && countHan(text) >= MIN_HAN && new Set(text).size >= MIN_HAN,
  );
}

/** A title's next vertical line stands below the one before, with one blank line between at most. */
const MAX_LINE_DISTANCE = 2;

/** Where a vertical line begins: after a closing mark, or the last character of a spaced title, that the line above left. */
function firstCell(unit: Unit, above: Unit | undefined, lexicon: Lexicon): 0 | 1 {
  if (!unit.stack) return 0;
  if (isClosing(unit.key.charCodeAt(0))) return 1;
  if (above === undefined || unit.firstLine - above.lastLine !== 1 || !isSpaced(above)) return 0;
  const first = unit.key.slice(0, 1);
  return wordSpans(above.key, first, lexicon) && !wordSpans(first, unit.key.slice(1), lexicon) ? 1 : 0;
}

/** A line with a gap before every character: the letters of a title, spread over its width. */
const isSpaced = ({ stack, starts }: Unit): boolean =>
  !stack && starts.length >= MIN_HAN && starts.every((at, i) => i === 0 || at - starts[i - 1] > 1);

/** The unit from cell `from` on, without its copy. */
function stackOf(unit: Unit, from: number, kept: number): Stack {
  const whole = kept === unit.key.length;
  const end = whole ? unit.span.end : unit.starts[kept - 1] + 1;
  return {
    text: whole && from === 0 ? unit.text : unit.key.slice(from, kept),
    cells: whole ? unit.cells - from : kept - from,
    span: { start: from === 0 ? unit.span.start : unit.starts[from], end },
    lastLine: unit.lastLine,
  };
}

/**
 * Whether a stack goes on with the next one: where it is too short to be a title itself, a single character is left over,
 * or a word spans the join. Else the next is a title of its own.
 */
const continues = (above: Stack, below: Stack, lexicon: Lexicon): boolean =>
  above.cells + below.cells <= MAX_CELLS &&
  (above.cells < MIN_CELLS || below.cells === 1 || wordSpans(above.text, below.text, lexicon));

const joined = (above: Stack, below: Stack): Stack => ({
  text: above.text + below.text,
  cells: above.cells + below.cells,
  span: { start: above.span.start, end: below.span.end },
  lastLine: below.lastLine,
});

function stackFinding({ text, cells, span }: Stack, traditional: boolean): Finding {
  const across = horizontal(text, traditional);
  const one = cells <= MAX_CELLS;
  return {
    rule: verticalText.id,
    span,
    message: one
      ? say('A vertical title, one character a line: “{0}”', across)
      : say('Vertical titles that touch, one character a line: “{0}”', across),
    evidence: [say('{0} lines of one character follow each other.', cells)],
    fixes: one ? [{ class: 'Q', title: say('Join into one line'), edits: [{ span, text: across }] }] : [],
  };
}

/** Corner brackets upright, which some extractors put for the vertical ones; in simplified text they are quotation marks. */
const CORNER_BRACKETS: ReadonlyMap<string, string> = new Map([
  ['『', '“'],
  ['』', '”'],
  ['「', '‘'],
  ['」', '’'],
]);

/** The text of a vertical line as it reads across: vertical marks become those of running text. */
function horizontal(text: string, traditional: boolean): string {
  const parts: string[] = [];
  for (const character of text) {
    const upright = runningMark(character.charCodeAt(0), traditional) ?? character;
    parts.push(traditional ? upright : (CORNER_BRACKETS.get(upright) ?? upright));
  }
  return parts.join('');
}

/** Two vertical lines side by side came out as lines of two characters with a gap: which to read first only a person can say. */
function* pairedStacks(text: string, lines: readonly TextLine[]): Iterable<Finding> {
  let run: TextLine[] = [];
  for (const line of lines) {
    if (isPair(text, line)) {
      run.push(line);
      continue;
    }
    if (run.length > 0 && isBlank(text, line) && line.n === run[run.length - 1].n + 1) continue;
    yield* pairFinding(text, run);
    run = [];
  }
  yield* pairFinding(text, run);
}

function* pairFinding(text: string, run: readonly TextLine[]): Iterable<Finding> {
  if (run.length < MIN_CELLS) return;
  const span = { start: run[0].span.start, end: run[run.length - 1].span.end };
  if (countHan(text.slice(span.start, span.end)) < 2 * MIN_HAN) return;
  yield {
    rule: verticalText.id,
    span,
    message: say('Two vertical lines side by side, two characters a line'),
    evidence: [say('{0} lines of two characters with a gap follow each other.', run.length)],
    fixes: [],
  };
}

function isBlank(text: string, { span }: TextLine): boolean {
  for (let i = span.start; i < span.end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** The longest line that is looked at for a pair: two cells and a gap. */
const MAX_PAIR_LINE = 40;

function isPair(text: string, { span }: TextLine): boolean {
  if (span.end - span.start > MAX_PAIR_LINE) return false;
  const tokens = text
    .slice(span.start, span.end)
    .split(/\s+/)
    .filter((token) => token !== '');
  return tokens.length === 2 && tokens.every(isCell);
}
