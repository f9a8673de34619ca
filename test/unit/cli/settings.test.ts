import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, newspaper } from './run';

const PAGE = '昨⽇无雨——今⽇有⾬...\n';

/** The rules that `check` reports for a page in pages/, with this project file above it. */
async function check(config: string, expected: string[]): Promise<void> {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'pages'));
    writeFileSync(join(folder, 'pages', 'a.txt'), PAGE);
    writeFileSync(join(folder, 'newspaper.config.json'), config);
    const { out } = await newspaper(['check', '--format', 'json', 'pages/a.txt'], folder);
    const rules: { rule: string }[] = JSON.parse(out);
    assert.deepEqual([...new Set(rules.map(({ rule }) => rule))].sort(), expected);
  });
}

describe('the project file on the command line', () => {
  it('says nothing by default', () => check('{}', ['ellipsis', 'radical-form']));
  it('turns rules off', () => check('{"rules": {"ellipsis": "off"}}', ['radical-form']));
  it('by path', () =>
    check(
      '{"overrides": [{"files": "pages/*", "rules": {"radical-form": "off"}}, {"files": "x/*", "rules": {"ellipsis": "off"}}]}',
      ['ellipsis'],
    ));

  it('that is nearest wins alone', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), PAGE);
      writeFileSync(join(folder, 'newspaper.config.json'), '{"rules": {"ellipsis": "off"}}');
      mkdirSync(join(folder, 'inner'));
      writeFileSync(join(folder, 'inner', 'a.txt'), PAGE);
      writeFileSync(join(folder, 'inner', 'newspaper.config.json'), '{"rules": {"radical-form": "off"}}');
      const { out } = await newspaper(['check', '--format', 'json', 'inner/a.txt'], folder);
      assert.deepEqual([...new Set(JSON.parse(out).map(({ rule }: { rule: string }) => rule))], ['ellipsis']);
    });
  });

  it('that is wrong is named, with what would be right; nothing is written', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), PAGE);
      writeFileSync(join(folder, 'newspaper.config.json'), '{"rules": {"elipsis": "off"}}');
      const { code, notes } = await newspaper(['fix', 'a.txt'], folder);
      assert.equal(code, 2);
      assert.match(notes, /newspaper\.config\.json: rules: there is no rule elipsis/);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), PAGE);
    });
  });
});
