import { isClosing, isOpening } from '../text/characters';
import { splitLines } from '../text/lines';
import { say } from '../text/message';
import type { Span } from '../text/span';
import { gapWidth, hasColumnGap, isColumnText, isGlued, tokensOf } from '../text/tokens';
import { letterSpacedGaps, letterSpacedRuns } from './letter-runs';
import { finding, fix, remove } from './report';
import type { Rule } from './rule';

/** 中国 ，: Chinese marks bring their own blank; a space beside them is the extractor's. */
export const straySpace: Rule = {
  id: 'stray-space',
  group: 'spacing',
  severity: 'information',
  fixClass: 'A',
  summary: say('A space beside a mark'),
  *check({ placed: { page } }) {
    const { text } = page;
    const lines = splitLines(text);
    for (const line of lines) {
      const tokens = tokensOf(text, line);
      if (hasColumnGap(text, tokens)) continue;
      const glued = isGlued(tokens);
      const taken = letterSpacedGaps(letterSpacedRuns(text, lines, line, tokens));
      for (let i = 0; i + 1 < tokens.length; i++) {
        if (taken.has(i)) continue;
        if (!isStray(text, tokens[i], tokens[i + 1], glued)) continue;
        const span = { start: tokens[i].end, end: tokens[i + 1].start };
        yield finding(
          'stray-space',
          span,
          say('Space beside a mark'),
          [fix('A', say('Remove the space'), remove(span.start, span.end))],
          [say('A Chinese mark brings its own blank half.')],
        );
      }
    }
  },
};

/** Marks that a sentence runs on after. Not 。 and ）: there a space parts lead, credit and caption. */
const RUNS_ON = '，、；：！？';
const CLOSES = '，、；：。！？）》〉”’」』】〕…';

/** A mark's own blank half and a space beside it; what is wider parts columns. */
const WIDEST_STRAY = 2;

/** （ ）, （1950— ）: room to be filled in. */
const leavesRoom = (text: string, left: Span, right: Span): boolean =>
  isClosing(text.charCodeAt(right.start)) && (isOpening(text.charCodeAt(left.end - 1)) || text[left.end - 1] === '—');

function isStray(text: string, left: Span, right: Span, glued: boolean): boolean {
  if (gapWidth(text, left.end, right.start) > WIDEST_STRAY) return false;
  if (leavesRoom(text, left, right)) return false;
  if (CLOSES.includes(text[right.start])) return true;
  if (!RUNS_ON.includes(text[left.end - 1]) || isOpening(text.charCodeAt(right.start))) return false;
  return !(glued && isColumnText(left) && isColumnText(right));
}
