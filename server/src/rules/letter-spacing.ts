import type { Page } from '../page/model';
import { isMark } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import type { Edit, Span } from '../text/span';
import { finding, fix, remove, replace } from './report';
import type { Finding, Rule } from './rule';
import { isNames, nameGaps, type Run } from './spaced-names';
import { countIdeographs, foldedText, gapWidth, isIdeograph, tokensOf } from './tokens';

/** 生 而 与 酒 结 缘: a line stretched to the column's width with a space after each character. */
export const letterSpacing: Rule = {
  id: 'letter-spacing',
  group: 'spacing',
  severity: 'warning',
  fixClass: 'A',
  summary: say('Characters set apart by spaces'),
  *check({ placed: { page }, resources: { lexicon } }) {
    const lines = splitLines(page.text);
    for (const line of lines) {
      const tokens = tokensOf(page.text, line);
      if (tokens.length < MIN_TOKENS_OF_A_RUN || betweenStacks(page, lines, line, tokens)) continue;
      for (const run of looseRuns(page.text, tokens)) {
        const found = describeRun(page.text, tokens, run, lexicon);
        if (found) yield found;
      }
    }
  },
};

/* What makes a run of one-character tokens letter-spacing and not a list of padded names (康 伟): enough of it. */
const MIN_TOKENS_OF_A_RUN = 4;
const MIN_GAPS_BETWEEN_IDEOGRAPHS = 3;
const MIN_TOKENS_OF_A_MIXED_RUN = 6;
const MIN_IDEOGRAPHS_OF_A_MIXED_RUN = 2;
const MIN_TOKENS_BESIDE_SEAM = 4;
/** A line so short between lines of one or two characters is part of two vertical titles side by side. */
const MAX_STACKED_CHARACTERS = 4;
const MAX_STACK_CELL = 2;

/** The longest stretches of tokens in which no two letters touch. */
function looseRuns(text: string, tokens: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isLoose(text, tokens[i])) continue;
    const last = endOfLoose(text, tokens, i);
    const former = runs.at(-1);
    if (former && isSeam(text, tokens, former, { first: i, last }))
      runs[runs.length - 1] = { first: former.first, last };
    else runs.push({ first: i, last });
    i = last;
  }
  return runs;
}

function endOfLoose(text: string, tokens: readonly Span[], first: number): number {
  let last = first;
  while (last + 1 < tokens.length && isLoose(text, tokens[last + 1])) last++;
  return last;
}

/** 凤 来枝 繁: two ideographs that touch between two runs, where a title's copy was glued on or one space is missing. */
function isSeam(text: string, tokens: readonly Span[], former: Run, next: Run): boolean {
  if (next.first - former.last !== 2) return false;
  const { start, end } = tokens[former.last + 1];
  const long = ({ first, last }: Run) => last - first + 1 >= MIN_TOKENS_BESIDE_SEAM;
  const pair = end - start === 2 && isIdeograph(text.charCodeAt(start)) && isIdeograph(text.charCodeAt(start + 1));
  return pair && long(former) && long(next);
}

/** One letter, marks attached or not; or letters with marks between (资（深). */
function isLoose(text: string, { start, end }: Span): boolean {
  let afterLetter = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const letter = !isMark(unit);
    if (letter && afterLetter && !isLowSurrogate(unit)) return false;
    afterLetter = letter;
  }
  return true;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function describeRun(text: string, tokens: readonly Span[], run: Run, lexicon: Lexicon): Finding | null {
  if (!isLetterSpaced(text, tokens, run, lexicon)) return null;
  const usual = usualWidth(text, tokens, run);
  const edits: Edit[] = [];
  if (joinsWord(text, tokens, run.first - 1, lexicon)) edits.push(...closeGap(text, tokens, run.first - 1, usual));
  const names = nameGaps(text, tokens, run, usual);
  for (let i = run.first; i < run.last; i++) if (!names.has(i)) edits.push(...closeGap(text, tokens, i, usual));
  if (joinsWord(text, tokens, run.last, lexicon)) edits.push(...closeGap(text, tokens, run.last, usual));
  if (edits.length === 0) return null;
  const span = { start: edits[0].span.start, end: edits[edits.length - 1].span.end };
  const start = Math.min(span.start, tokens[run.first].start);
  const end = Math.max(span.end, tokens[run.last].end);
  return finding(
    'letter-spacing',
    { start, end },
    say('Letter-spaced: {0} characters set apart by spaces', run.last - run.first + 1),
    [fix('A', say('Close the letter-spacing'), ...edits)],
    [say('Chinese print sets characters close; gaps wider than the usual one of this run stay as one space.')],
  );
}

function isLetterSpaced(text: string, tokens: readonly Span[], { first, last }: Run, lexicon: Lexicon): boolean {
  const count = last - first + 1;
  let ideographs = 0;
  let gaps = 0;
  for (let i = first; i <= last; i++) {
    if (countIdeographs(text, tokens[i]) > 0) ideographs++;
    if (
      i < last &&
      isIdeograph(text.charCodeAt(tokens[i].end - 1)) &&
      isIdeograph(text.charCodeAt(tokens[i + 1].start))
    )
      gaps++;
  }
  const enough =
    gaps >= MIN_GAPS_BETWEEN_IDEOGRAPHS ||
    (count >= MIN_TOKENS_OF_A_MIXED_RUN && ideographs >= MIN_IDEOGRAPHS_OF_A_MIXED_RUN);
  return enough && !isNames(text, tokens, { first, last }, lexicon);
}

/** The width that most gaps of the run have; the smaller one where two are as many. */
function usualWidth(text: string, tokens: readonly Span[], { first, last }: Run): number {
  const counts = new Map<number, number>();
  for (let i = first; i < last; i++) {
    const width = gapWidth(text, tokens[i].end, tokens[i + 1].start);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 1;
  for (const [width, count] of counts) {
    const best = counts.get(usual) ?? 0;
    if (count > best || (count === best && width < usual)) usual = width;
  }
  return usual;
}

/** Takes out the gap after token i; a gap wider than the usual one parts phrases and becomes one space. */
function closeGap(text: string, tokens: readonly Span[], i: number, usual: number): Edit[] {
  const start = tokens[i].end;
  const end = tokens[i + 1].start;
  const keepsSpace = gapWidth(text, start, end) > usual || endsOpening(text, tokens, i);
  if (!keepsSpace) return [remove(start, end)];
  return text.slice(start, end) === ' ' ? [] : [replace(start, end, ' ')];
}

/** 本报讯, 本报北京1月5日电: what follows the opening formula of a story is set off by a space. */
function endsOpening(text: string, tokens: readonly Span[], i: number): boolean {
  const { end } = tokens[i];
  if (text[end - 1] !== '讯' && text[end - 1] !== '电') return false;
  const next = text[tokens[i + 1].start];
  if (next === '（' || next === '(') return true;
  const before = foldedText(text, tokens[Math.max(0, i - OPENING_REACH)].start, end);
  return before.endsWith('本报讯') || before.endsWith('日电') || before.endsWith('日讯');
}

/** Tokens to look back over for the opening formula. */
const OPENING_REACH = 3;

/** How far from the gap a word may begin or end. */
const WORD_REACH = 3;

/** Where a run is glued to text (牢固树 立 新), the gap after token i goes only if a word of the lexicon spans it. */
function joinsWord(text: string, tokens: readonly Span[], i: number, lexicon: Lexicon): boolean {
  if (i < 0 || i + 1 >= tokens.length) return false;
  const left = ideographsBack(text, tokens[i]);
  const right = ideographsAhead(text, tokens, i + 1);
  const joined = left + right;
  for (let start = Math.max(0, left.length - WORD_REACH); start < left.length; start++)
    for (let end = left.length + 1; end <= joined.length; end++) if (lexicon.isWord(joined, start, end)) return true;
  return false;
}

/** The last ideographs of a token, folded. */
function ideographsBack(text: string, { start, end }: Span): string {
  let from = end;
  while (from > start && end - from < WORD_REACH && isIdeograph(text.charCodeAt(from - 1))) from--;
  return foldedText(text, from, end);
}

/** The first ideographs of the tokens from i on, folded, to the first character that is none. */
function ideographsAhead(text: string, tokens: readonly Span[], i: number): string {
  let found = '';
  for (; i < tokens.length && found.length < WORD_REACH; i++) {
    let at = tokens[i].start;
    while (at < tokens[i].end && found.length < WORD_REACH && isIdeograph(text.charCodeAt(at))) {
      found += foldedText(text, at, at + 1);
      at++;
    }
    if (at < tokens[i].end) break;
  }
  return found;
}

function betweenStacks(page: Page, lines: readonly TextLine[], line: TextLine, tokens: readonly Span[]): boolean {
  const characters = (n: number) =>
    n >= 0 && n < lines.length ? foldedText(page.text, lines[n].span.start, lines[n].span.end).length : 0;
  if (tokens.length > MAX_STACKED_CHARACTERS || characters(line.n) > MAX_STACKED_CHARACTERS) return false;
  return [line.n - 1, line.n + 1].some((n) => characters(n) > 0 && characters(n) <= MAX_STACK_CELL);
}
