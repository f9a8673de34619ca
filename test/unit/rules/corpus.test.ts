import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../server/src/rules/index';
import { barePage, findingsOnBare } from './bare';
import expected from './clean-text.json';

/*
 * The pages of ../shared/pages as they should read: what the rules of characters and lines find there, counted by rule.
 * Each finding was looked at. A change is a diff to read: a false alarm is a bug. (Rules that need stories are measured by
 * scripts/measure-fixes.ts --clean.)
 */

const PAGES = '../shared/pages';

describe('clean text', () => {
  it('gives the findings that are known', function () {
    if (!existsSync(PAGES)) this.skip();
    const counts: Record<string, number> = {};
    const examples: string[] = [];
    const looked = rules.filter(
      ({ id, group }) => ['encoding', 'spacing', 'punctuation'].includes(group) && id !== 'unpaired-mark',
    );
    for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.clean.txt'))) {
      const { text } = barePage(readFileSync(join(PAGES, file), 'utf8'));
      for (const rule of looked)
        for (const { span } of findingsOnBare(rule, text)) {
          counts[rule.id] = (counts[rule.id] ?? 0) + 1;
          examples.push(`${rule.id}: ${file} at ${span.start}`);
        }
    }
    assert.deepEqual(counts, expected, examples.join('\n'));
  });
});
