import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { ruleTable } from '../../../scripts/ruleTable';
import { rules } from '../../../server/src/rules/index';

const FOLDER = 'docs/rules';

describe('documentation of the rules', () => {
  it('the index is the one that the rules give (npx tsx scripts/generate-docs.ts)', () =>
    assert.equal(readFileSync(`${FOLDER}/README.md`, 'utf8'), ruleTable(rules)));

  it('every rule has its page, and every page its rule', () => {
    const pages = readdirSync(FOLDER).filter((file) => file !== 'README.md');
    assert.deepEqual(pages.sort(), rules.map(({ id }) => `${id}.md`).sort());
  });
});
