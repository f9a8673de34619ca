import { isDigit, isLatin, isMark, isOpening } from '../text/characters';
import { splitLines } from '../text/lines';
import { say } from '../text/message';
import type { Span } from '../text/span';
import { finding, fix, remove } from './report';
import type { Rule } from './rule';
import { hasColumnGap, isIdeograph, tokensOf } from './tokens';

/** 共 62 个: a space between a figure and the characters beside it, which Chinese print does not set. */
export const digitSpacing: Rule = {
  id: 'digit-spacing',
  group: 'spacing',
  severity: 'information',
  fixClass: 'A',
  summary: say('A space between a figure or Latin word and Chinese text'),
  *check({ placed: { page }, style }) {
    if (style.digitSpace === 'keep') return;
    const { text } = page;
    for (const line of splitLines(text)) {
      const tokens = tokensOf(text, line);
      if (hasColumnGap(text, tokens)) continue;
      for (let i = 0; i + 1 < tokens.length; i++) {
        const [left, right] = [tokens[i], tokens[i + 1]];
        if (right.start - left.end !== 1 || text[left.end] !== ' ') continue;
        if (!meets(text, left, right) || parts(text, left, right)) continue;
        const span = { start: left.end, end: right.start };
        yield finding('digit-spacing', span, say('Space between a figure or Latin word and Chinese text'), [
          fix('A', say('Remove the space'), remove(span.start, span.end)),
        ]);
      }
    }
  },
};

const isFigure = (unit: number): boolean => isDigit(unit) || unit === 0x25 || unit === 0xff05 || unit === 0x2030;

/** Whether a figure or Latin word meets Chinese text or a mark at the gap. */
function meets(text: string, left: Span, right: Span): boolean {
  const before = text.charCodeAt(left.end - 1);
  const after = text.charCodeAt(right.start);
  if (isFigure(before)) return isIdeograph(after) || isMark(after) || (isFigure(after) === false && after === 0x2e);
  if (isFigure(after)) return isIdeograph(before) || isMark(before) || after === 0x25;
  return (isLatin(before) && isIdeograph(after)) || (isIdeograph(before) && isLatin(after));
}

/** Characters after which a space before a figure is right: a dateline, a credit, a page's name ends there. */
const ENDS_A_FIELD = '讯电摄版';

function parts(text: string, left: Span, right: Span): boolean {
  if (ENDS_A_FIELD.includes(text[left.end - 1])) return true;
  const after = text.charCodeAt(right.start);
  return isOpening(after);
}
