import assert from 'node:assert/strict';
import { rules } from '../../../server/src/rules/index';
import { findingsOnBare } from './bare';

/* A long line filled with what a rule looks for costs each rule little: no loop is quadratic, no expression backtracks. */

const LENGTH = 1 << 16;
/** Generous, for busy machines: a quadratic rule takes longer. */
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
];

describe('time of the rules of characters and lines', () => {
  for (const rule of rules.filter(({ group }) => ['encoding', 'spacing', 'punctuation'].includes(group)))
    it(`${rule.id} is linear`, () => {
      for (const filling of FILLINGS) {
        const started = performance.now();
        findingsOnBare(rule, filling.repeat(LENGTH / filling.length), { ocr: true });
        const took = performance.now() - started;
        assert.ok(took < MILLISECONDS, `${JSON.stringify(filling)} took ${Math.round(took)} ms`);
      }
    }).timeout(60000);
});
