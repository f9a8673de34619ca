import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { readConfig } from '../../../server/src/rules/config';
import { withIgnored, withLearntPair, withRuleOff } from '../../../server/src/rules/configEdits';
import { configSchema, ruleSeverities } from '../../../server/src/rules/configSchema';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('the schema of the project file', () => {
  it('is written from the rules (npx tsx scripts/write-schema.ts)', () =>
    assert.deepEqual(json('schemas/newspaper.config.schema.json'), configSchema()));

  it('holds for the setting of the editor too', () => {
    const { contributes } = json('package.json');
    const { properties } = contributes.configuration[0].properties['newspaper.rules'];
    assert.deepEqual(properties, (ruleSeverities() as { properties: object }).properties);
  });

  it('goes with every newspaper.config.json', () => {
    const { contributes } = json('package.json');
    assert.deepEqual(contributes.jsonValidation, [
      { fileMatch: 'newspaper.config.json', url: './schemas/newspaper.config.schema.json' },
    ]);
  });

  describe('takes what is read and nothing else', () => {
    const validate = new Ajv().compile(configSchema());
    const edited = withLearntPair(
      withIgnored(withRuleOff(null, 'dash', 'a/**'), { file: 'a.txt', rule: 'dash', hash: '0badc0de' }),
      { written: '未', recognised: '末' },
    );
    const texts = [
      '{}',
      edited,
      '{"rules": {"dash": "hint"}, "style": {"dash": "double"}}',
      '{"overrides": [{"files": ["a", "b"]}]}',
      '{"overrides": [{"files": []}]}',
      '{"overrides": [{"rules": {}}]}',
      '{"rules": {"dash": "loud"}}',
      '{"rules": {"no-such": "off"}}',
      '{"style": {"dash": "triple"}}',
      '{"ignored": [{"rule": "dash"}]}',
      '{"learntPairs": [{"written": "", "recognised": "末"}]}',
      '{"rule": {}}',
      '[]',
    ];
    for (const text of texts) {
      it(text.replace(/\s+/g, ' '), () => {
        let isRead = true;
        try {
          readConfig(text);
        } catch {
          isRead = false;
        }
        assert.equal(validate(JSON.parse(text)), isRead);
      });
    }
  });
});
