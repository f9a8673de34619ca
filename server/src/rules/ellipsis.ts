import { isChinese } from '../text/characters';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Rule } from './rule';

/** `...`, 。。。 or ······ for ……: six dots in the place of two characters. */
export const ellipsis: Rule = {
  id: 'ellipsis',
  group: 'punctuation',
  severity: 'information',
  fixClass: 'A',
  summary: say('An ellipsis that is not ……'),
  *check({ placed: { page } }) {
    const { text } = page;
    for (let start = 0; start < text.length; start++) {
      const dot = text[start];
      if (!DOTS.includes(dot)) continue;
      let end = start;
      while (end < text.length && text[end] === dot) end++;
      const length = end - start;
      if (length >= FEWEST && length <= MOST && (dot === '。' || inChinese(text, start, end)))
        yield finding('ellipsis', { start, end }, say('Ellipsis written {0}', text.slice(start, end)), [
          fix('A', say('Write {0}', '……'), replace(start, end, '……')),
        ]);
      start = end - 1;
    }
  },
};

const DOTS = '.。·';
/** Two are a slip; more than six lead the eye across a table of contents. */
const FEWEST = 3;
const MOST = 6;

const inChinese = (text: string, start: number, end: number): boolean =>
  isChinese(text.charCodeAt(start - 1)) || isChinese(text.charCodeAt(end));
