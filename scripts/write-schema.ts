// Writes what package.json and schemas/ say of the rules: npx tsx scripts/write-schema.ts (a test fails when they differ).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { configSchema, ruleSeverities } from '../server/src/rules/configSchema';

mkdirSync('schemas', { recursive: true });
writeFileSync('schemas/newspaper.config.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const [{ properties }] = manifest.contributes.configuration;
const { description: _, ...schema } = ruleSeverities() as { description: string };
properties['newspaper.rules'] = {
  ...schema,
  default: {},
  order: 5,
  scope: 'resource',
  markdownDescription: '%configuration.rules%',
};
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
