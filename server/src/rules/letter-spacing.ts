import type { Lexicon } from '../text/lexicon';
import { splitLines } from '../text/lines';
import { say } from '../text/message';
import { paddedNameGaps } from '../text/paddedNames';
import type { Edit, Span } from '../text/span';
import { foldedText, gapWidth, isIdeograph, type Run, tokensOf, usualWidth } from '../text/tokens';
import { hasSpacedText, isBetweenIdeographs, isWide, letterSpacedRuns } from './letter-runs';
import { finding, remove, replace } from './report';
import type { Finding, Rule } from './rule';
import { nameGaps } from './spaced-names';

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
      for (const run of letterSpacedRuns(page.text, lines, line, tokens)) {
        const found = describeRun(page.text, tokens, run, lexicon);
        if (found) yield found;
      }
    }
  },
};

function describeRun(text: string, tokens: readonly Span[], run: Run, lexicon: Lexicon): Finding | null {
  const usual = usualWidth(text, tokens, run);
  const names = [nameGaps(text, tokens, run, usual), paddedNameGaps(text, tokens, run, lexicon)];
  const sure = hasSpacedText(text, tokens, run);
  const closes = (i: number): boolean => {
    if (names.some((gaps) => gaps.has(i))) return false;
    const inside = i >= run.first && i < run.last && (sure || !isBetweenIdeographs(text, tokens, i));
    return inside || joinsWord(text, tokens, i, lexicon);
  };
  const edits: Edit[] = [];
  for (let i = run.first - 1; i <= run.last; i++) if (closes(i)) edits.push(...closeGap(text, tokens, i, usual));
  if (edits.length === 0) return null;
  const span = { start: edits[0].span.start, end: edits[edits.length - 1].span.end };
  const start = Math.min(span.start, tokens[run.first].start);
  const end = Math.max(span.end, tokens[run.last].end);
  return finding(
    'letter-spacing',
    { start, end },
    say('Letter-spaced: {0} characters set apart by spaces', run.last - run.first + 1),
    [{ class: 'A', title: say('Close the letter-spacing'), edits }],
    [say('Chinese print sets characters close; gaps wider than the usual one of this run stay as one space.')],
  );
}

/** A gap this many times as wide as the usual one parts phrases; up to there the widths of one line differ by chance. */
const PHRASE_FACTOR = 2;

/** Takes out the gap after token i; a gap that parts phrases becomes one space. */
function closeGap(text: string, tokens: readonly Span[], i: number, usual: number): Edit[] {
  const start = tokens[i].end;
  const end = tokens[i + 1].start;
  const keepsSpace = gapWidth(text, start, end) >= PHRASE_FACTOR * usual || endsOpening(text, tokens, i);
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
  if (i < 0 || i + 1 >= tokens.length || isWide(text, tokens, i)) return false;
  const left = ideographsBack(text, tokens[i]);
  const right = ideographsAhead(text, tokens, i + 1);
  const joined = left + right;
  for (let start = 0; start < left.length; start++)
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
