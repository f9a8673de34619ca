import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';

const lock = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../../package-lock.json'), 'utf8'));
const packages: Record<string, { optionalDependencies?: Record<string, string> }> = lock.packages;

describe('package-lock.json', () => {
  it('names the optional packages of every platform, or npm ci refuses it (see scripts/complete-lock.mjs)', () => {
    const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    assert.deepEqual(
      named.filter((name) => !(`node_modules/${name}` in packages)),
      [],
    );
  });
});
