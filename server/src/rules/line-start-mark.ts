import { isDigit, isSpace } from '../text/characters';
import { splitLines } from '../text/lines';
import { say } from '../text/message';
import type { Rule } from './rule';
import { isCell } from './units';

/** Marks that never begin a printed line (GB/T 15834): those that end or divide sentences, and closing ones. */
const NEVER_FIRST = '，。、；：！？）》〉』」】〕”’';
/** Two marks are no line of text; a closing quotation mark may stand alone after a break. */
const MIN_VISIBLE = 2;

export const lineStartMark: Rule = {
  id: 'line-start-mark',
  group: 'layout',
  severity: 'information',
  fixClass: 'R',
  summary: say('A line that begins with a mark that no printed line begins with'),
  *check({ placed: { page } }) {
    for (const { n, span } of splitLines(page.text)) {
      let start = span.start;
      while (start < span.end && isSpace(page.text.charCodeAt(start))) start++;
      if (span.end - start < MIN_VISIBLE || !NEVER_FIRST.includes(page.text.charAt(start))) continue;
      if (isYear(page.text, start)) continue;
      if (isCell(page.text.slice(start, Math.min(span.end, start + MIN_VISIBLE)).trim())) continue;
      yield {
        rule: lineStartMark.id,
        span: { start, end: start + 1 },
        message: say('No printed line begins with {0}', page.text.charAt(start)),
        evidence: [
          n === 0
            ? say('The line above it is missing.')
            : say('Either the line above does not belong to it, or the line was broken at the wrong place.'),
        ],
        fixes: [],
      };
    }
  },
};

/** ’98: an apostrophe for the century. */
const isYear = (text: string, at: number): boolean => text[at] === '’' && isDigit(text.charCodeAt(at + 1));
