import { isRadicalForm } from '../text/characters';
import { radicalEquivalent } from '../text/equivalents';
import { say } from '../text/message';
import { codePointName, finding, fix, replace } from './report';
import type { Rule } from './rule';

/** The one shape that the two scripts write with different ideographs: ⼾ is 户 in a simplified page, 戶 in a traditional one. */
const TRADITIONAL: ReadonlyMap<string, string> = new Map([['⼾', '戶']]);

/** ⽇ for 日: fonts share one glyph between a radical and an ideograph, and extractors write the radical's code. */
export const radicalForm: Rule = {
  id: 'radical-form',
  group: 'encoding',
  severity: 'information',
  fixClass: 'A',
  summary: say('A radical’s code in place of the ideograph of the same shape'),
  *check({ placed: { page } }) {
    const { text } = page;
    const traditional = page.traits.profile === 'zh-Hant';
    for (let start = 0; start < text.length; start++) {
      if (!isRadicalForm(text.charCodeAt(start))) continue;
      let end = start;
      let written = '';
      for (let unit = text[end]; end < text.length; unit = text[++end]) {
        const equivalent = radicalEquivalent(text.charCodeAt(end));
        if (equivalent === undefined) break;
        written += (traditional && TRADITIONAL.get(unit)) || equivalent;
      }
      if (end === start) continue;
      const title = say('Write {0}', written);
      yield finding(
        'radical-form',
        { start, end },
        say('Radical form {0} stands for {1}', text.slice(start, end), written),
        [fix('A', title, replace(start, end, written))],
        [
          say(
            '{0} is the code of a radical; {1} is the ideograph.',
            codePointName(text[start]),
            codePointName(written),
          ),
        ],
      );
      start = end - 1;
    }
  },
};
