import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../../server/src/page/document';
import { rules } from '../../../server/src/rules';
import { fixAll } from '../../../server/src/rules/fix';
import type { Finding } from '../../../server/src/rules/rule';
import { checkWith } from '../../../server/src/rules/run';
import { defaultSettings } from '../../../server/src/rules/settings';
import { testResources } from '../resources';

/* What holds for all rules together, on whole pages as extractors and OCR leave them. */

const PAGES = ['samples', join('test', 'pages')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.outline.txt'))
    .map((name) => join(folder, name)),
);

const check = (text: string): Finding[] =>
  checkWith(rules, readDocument(text, testResources()), testResources(), defaultSettings, (rule, error) => {
    throw new Error(`${rule.id}: ${error}`);
  });

const fixed = (text: string): string => fixAll(text, testResources(), defaultSettings, { classes: ['A'] }).text;

/** Findings about stories may come with a repair: the page is read better. */
const ofText = ({ rule }: Finding): boolean =>
  ['encoding', 'spacing', 'punctuation', 'character'].includes(rules.find(({ id }) => id === rule)?.group ?? '');

function countByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

describe('the rules on whole pages', () => {
  it('there are pages, and damage on them', () => {
    assert.ok(PAGES.length >= 8);
    assert.ok(countByRule(PAGES.flatMap((file) => check(readFileSync(file, 'utf8')))).size >= 10);
  });

  for (const file of PAGES) {
    const text = readFileSync(file, 'utf8');

    it(`${file}: findings and fixes are plain data`, () => {
      const findings = check(text);
      assert.deepEqual(structuredClone(findings), findings);
    });

    it(`${file}: safe fixes leave nothing to fix, and give no new finding`, () => {
      const after = fixed(text);
      assert.equal(fixed(after), after);
      const before = countByRule(check(text));
      const added = [...countByRule(check(after).filter(ofText))].filter(
        ([rule, count]) => count > (before.get(rule) ?? 0),
      );
      assert.deepEqual(added, []);
    });
  }
}).timeout(60000);
