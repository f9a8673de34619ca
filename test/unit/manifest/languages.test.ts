import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { readTemplates } from './templates';

const json = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'));
const manifestText = readFileSync('package.json', 'utf8');
const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

describe('both languages are complete', () => {
  describe('the manifest', () => {
    const used = new Set([...manifestText.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const texts = json(file);
      it(`${file} has every key`, () =>
        assert.deepEqual(
          [...used].filter((key) => !texts[key]),
          [],
        ));
      it(`${file} has no other`, () =>
        assert.deepEqual(
          Object.keys(texts).filter((key) => !used.has(key)),
          [],
        ));
    }
  });

  describe('messages of client, server and command line', () => {
    const chinese = json('l10n/bundle.l10n.zh-cn.json');
    const { said, literals } = readTemplates(['client/src', 'server/src']);

    it('every template has its Chinese', () => {
      assert.ok(said.size > 20);
      assert.deepEqual(
        [...said].filter(([template]) => !chinese[template]).map(([, where]) => where),
        [],
      );
    });
    it('no Chinese without a template', () => {
      assert.deepEqual(
        Object.keys(chinese).filter((template) => !literals.has(template)),
        [],
      );
    });
    it('the same places on both sides', () => {
      assert.deepEqual(
        Object.keys(chinese).filter((key) => `${places(key)}` !== `${places(chinese[key])}`),
        [],
      );
    });
  });
});
