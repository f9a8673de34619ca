import { unifiedIdeograph } from '../text/equivalents';
import { say } from '../text/message';
import { codePointName, finding, fix, replace } from './report';
import type { Rule } from './rule';

/** U+F900 for 豈: a second code of one ideograph, kept in Unicode for old character sets only. */
export const compatibilityIdeograph: Rule = {
  id: 'compatibility-ideograph',
  group: 'encoding',
  severity: 'information',
  fixClass: 'A',
  summary: say('A compatibility code in place of the unified ideograph'),
  *check({ placed: { page } }) {
    const { text } = page;
    for (let start = 0; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      if (unit !== FIRST_UNIT_OF_SUPPLEMENT && (unit < 0xf900 || unit > 0xfaff)) continue;
      const codePoint = text.codePointAt(start) ?? unit;
      const unified = unifiedIdeograph(codePoint);
      if (unified === undefined) continue;
      const character = String.fromCodePoint(codePoint);
      const end = start + character.length;
      yield finding(
        'compatibility-ideograph',
        { start, end },
        say('Compatibility ideograph {0} stands for {1}', codePointName(character), unified),
        [fix('A', say('Write {0}', unified), replace(start, end, unified))],
      );
    }
  },
};

/** The high surrogate of U+2F800–2FA1F. */
const FIRST_UNIT_OF_SUPPLEMENT = 0xd87e;
