import { runningMark } from '../text/equivalents';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Rule } from './rule';

/** ︒ for 。, ﹃ for “: marks in the form of a vertical column or of old character sets, set in running text. */
export const presentationForm: Rule = {
  id: 'presentation-form',
  group: 'encoding',
  severity: 'information',
  fixClass: 'A',
  summary: say('A mark in its vertical or small form'),
  *check({ placed: { page } }) {
    const { text } = page;
    const traditional = page.traits.profile === 'zh-Hant';
    for (let start = 0; start < text.length; start++) {
      const mark = runningMark(text.charCodeAt(start), traditional);
      if (mark === undefined) continue;
      const end = start + 1;
      yield finding(
        'presentation-form',
        { start, end },
        say('Vertical or small form {0} of the mark {1}', text[start], mark),
        [fix('A', say('Write {0}', mark), replace(start, end, mark))],
      );
    }
  },
};
