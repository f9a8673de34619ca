import { isChinese } from '../text/characters';
import { splitLines } from '../text/lines';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Rule } from './rule';

/** `--` for ——; and, where the house style asks for two, the three of many papers or the one of OCR. */
export const dash: Rule = {
  id: 'dash',
  group: 'punctuation',
  severity: 'information',
  fixClass: 'A',
  summary: say('A dash that is not ——'),
  *check({ placed: { page }, style }) {
    const { text } = page;
    for (const { span } of splitLines(text)) {
      for (let start = span.start; start < span.end; start++) {
        const mark = text[start];
        if (mark !== '-' && mark !== '—') continue;
        let end = start;
        while (end < span.end && text[end] === mark) end++;
        if (isDash(text, start, end, style.dash === 'double'))
          yield finding('dash', { start, end }, say('Dash written {0}', text.slice(start, end)), [
            fix('A', say('Write {0}', '——'), replace(start, end, '——')),
          ]);
        start = end - 1;
      }
    }
  },
};

/** Longer ones are rules across the page. */
const LONGEST_DASH = 3;

function isDash(text: string, start: number, end: number, double: boolean): boolean {
  const length = end - start;
  const inText = isChinese(text.charCodeAt(start - 1)) || isChinese(text.charCodeAt(end));
  if (text[start] === '-') return length === 2 && inText;
  // One — parts the ends of a range (北京—上海) or the halves of a name; only three are surely a dash.
  return double && length === LONGEST_DASH && inText;
}
