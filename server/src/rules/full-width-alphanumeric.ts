import { isDigit } from '../text/characters';
import { halfWidthAlphanumeric } from '../text/equivalents';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Rule } from './rule';

/** ２０２３, ＬＥＤ: the forms of old type. House style: keep them (default) or write 2023, LED; a number in both forms is a slip. */
export const fullWidthAlphanumeric: Rule = {
  id: 'full-width-alphanumeric',
  group: 'punctuation',
  severity: 'information',
  fixClass: 'A',
  summary: say('Full-width letters or digits'),
  *check({ placed: { page }, style }) {
    const { text } = page;
    for (let start = 0; start < text.length; start++) {
      if (!startsWord(text, start)) continue;
      const end = endOfWord(text, start);
      const half = halved(text, start, end);
      const written = text.slice(start, end);
      if (half !== written) {
        const wanted = style.fullWidthAlphanumeric === 'half';
        if (wanted || isMixedNumber(text, start, end))
          yield finding(
            'full-width-alphanumeric',
            { start, end },
            wanted ? say('Full-width {0}', written) : say('{0} mixes full-width and ASCII digits', written),
            [fix(wanted ? 'A' : 'Q', say('Write {0}', half), replace(start, end, half))],
          );
      }
      start = end - 1;
    }
  },
};

const isAlphanumeric = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xff01 && halfWidthAlphanumeric(unit) !== undefined && unit !== 0xff05 && unit !== 0xff0e)
  );
};

/** The point of a number and the sign after it go with its digits. */
const isJoint = (text: string, at: number): boolean => '.．%％'.includes(text[at] ?? ' ');

const startsWord = (text: string, at: number): boolean => isAlphanumeric(text, at);

function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && (isAlphanumeric(text, end) || isJoint(text, end))) end++;
  return end;
}

function halved(text: string, start: number, end: number): string {
  let half = '';
  for (let i = start; i < end; i++) half += halfWidthAlphanumeric(text.charCodeAt(i)) ?? text[i];
  return half;
}

function isMixedNumber(text: string, start: number, end: number): boolean {
  let full = false;
  let ascii = false;
  for (let i = start; i < end; i++) {
    if (!isDigit(text.charCodeAt(i))) continue;
    if (text.charCodeAt(i) > 0xff) full = true;
    else ascii = true;
  }
  return full && ascii;
}
