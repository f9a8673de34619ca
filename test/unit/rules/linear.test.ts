import { rules } from '../../../server/src/rules/index';
import type { Group } from '../../../server/src/rules/rule';
import { assertLinear } from '../growth';
import { findingsOnBare } from './bare';

/* A long line filled with what a rule looks for costs each rule little: no loop is quadratic, no expression backtracks. */

/** UTF-16 units of the shorter text; the longer one has ten times as many. */
const LENGTH = 6000;

const FILLINGS = [
  '春 ',
  '1 ',
  '春 1 ',
  '（ ',
  '（春 ',
  '〈',
  '《记者',
  '一',
  '`春',
  '] 月',
  '“',
  '”（',
  ', 春',
  '(',
  '(春)',
  '⼭',
  '...',
  '--',
  '\ufffd',
  '(cid:',
  '，',
  ' ',
  '\u200b',
  '１1',
  '鏂板',
  '\n\n',
  '春\n',
  '，\n',
  '记者王\n',
  '（记者 王\n明）',
  '春天      夏天\n',
  '1O',
  '龘靐',
];

/** The rules of stories look at what was read, and here nothing was. */
const GROUPS: ReadonlySet<Group> = new Set(['encoding', 'spacing', 'layout', 'punctuation', 'character']);

describe('time of the rules of characters and lines', () => {
  for (const rule of rules.filter(({ group }) => GROUPS.has(group)))
    it(`${rule.id} is linear`, () => {
      for (const filling of FILLINGS)
        assertLinear(
          (repeats) => findingsOnBare(rule, filling.repeat(repeats), { ocr: true }),
          Math.ceil(LENGTH / filling.length),
          JSON.stringify(filling),
        );
    }).timeout(60000);
});
