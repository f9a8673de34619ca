import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewspaperDocument } from '../../../server/src/page/document';
import { lazyPage } from '../../../server/src/page/lazy';
import { rules } from '../../../server/src/rules/index';
import type { Rule } from '../../../server/src/rules/rule';
import { checkWith } from '../../../server/src/rules/run';
import { defaultSettings } from '../../../server/src/rules/settings';
import { testResources } from '../resources';
import known from './clean-text.json';

/*
 * The pages of ../shared/pages as they should read: what the rules find there, counted by rule. Each finding of the first
 * table was looked at: they are true of the text, or false alarms that are known (docs/rules). Those of the second follow
 * the recogniser: scripts/measure-structure.ts --clean --list shows and judges them. A change is a diff to read; where it
 * is for the better, UPDATE_CLEAN_TEXT=1 npx mocha -g 'clean text' writes it down.
 */

const PAGES = '../shared/pages';
const KNOWN = 'test/unit/rules/clean-text.json';
const UPDATE = process.env.UPDATE_CLEAN_TEXT === '1';
/** Reading all pages takes seconds, on a busy machine many. */
const READING_MS = 120_000;

/** The rules that ask for stories and what is left over of them. */
const ABOUT_STORIES = new Set([
  'displaced-headline',
  'hard-wrap',
  'unpaired-mark',
  'missing-headline',
  'orphan-headline',
  'truncated-article',
  'unresolved-jump',
  'inconsistent-date',
  'duplicate-paragraph',
]);

describe('clean text', () => {
  const compared = (name: keyof typeof known, selected: readonly Rule[]) =>
    function (this: Mocha.Context): void {
      if (!existsSync(PAGES)) this.skip();
      this.timeout(READING_MS);
      const { counts, examples } = findingsOf(selected);
      if (UPDATE) {
        const others = JSON.parse(readFileSync(KNOWN, 'utf8')) as typeof known;
        writeFileSync(KNOWN, `${JSON.stringify({ ...others, [name]: counts }, null, 2)}\n`);
      } else assert.deepEqual(counts, known[name], examples.join('\n'));
    };

  it(
    'has the damage that is known',
    compared(
      'text',
      rules.filter(({ id }) => !ABOUT_STORIES.has(id)),
    ),
  );
  it(
    'reads with the doubts that are known',
    compared(
      'stories',
      rules.filter(({ id }) => ABOUT_STORIES.has(id)),
    ),
  );
});

function findingsOf(selected: readonly Rule[]): { counts: Record<string, number>; examples: string[] } {
  const counts: Record<string, number> = {};
  const examples: string[] = [];
  const resources = testResources();
  for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.clean.txt'))) {
    const text = readFileSync(join(PAGES, file), 'utf8');
    const document: NewspaperDocument = {
      text,
      pages: [{ start: 0, firstLine: 0, page: lazyPage(text, resources) }],
    };
    const fail = (rule: Rule, error: unknown): never => assert.fail(`${rule.id} on ${file}: ${error}`);
    for (const { rule, span } of checkWith(selected, document, resources, defaultSettings, fail)) {
      counts[rule] = (counts[rule] ?? 0) + 1;
      examples.push(`${rule}: ${file} at ${span.start}`);
    }
  }
  return { counts, examples };
}
