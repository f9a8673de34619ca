import assert from 'node:assert/strict';
import { rules } from '../../../server/src/rules/index';
import type { Group } from '../../../server/src/rules/rule';
import { processorTime } from '../growth';
import { findingsOnBare } from './bare';

/* A long line filled with what a rule looks for costs each rule little: no loop is quadratic, no expression backtracks. */

const LENGTH = 1 << 16;
/** Generous, for slow machines: a quadratic rule takes longer. */
const MILLISECONDS = 1500;

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
      for (const filling of FILLINGS) {
        const text = filling.repeat(LENGTH / filling.length);
        const took = processorTime(() => findingsOnBare(rule, text, { ocr: true }));
        assert.ok(took < MILLISECONDS, `${JSON.stringify(filling)} took ${Math.round(took)} ms`);
      }
    }).timeout(60000);
});
