/** Writes docs/rules/README.md, the table of all rules, from the rules: npx tsx scripts/generate-docs.ts (a test fails when they differ). */
import { writeFileSync } from 'node:fs';
import { rules } from '../server/src/rules/index';
import { ruleTable } from './ruleTable';

writeFileSync('docs/rules/README.md', ruleTable(rules));
