import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sarifErrors } from '../export/sarifSchema';
import { inFolder, newspaper } from './run';

const PAGE = '城东新桥今日通车\n两岸居⺠往来只需五分钟。\n';

describe('newspaper check', () => {
  it('prints a line a finding, and counts on standard error', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), PAGE);
      const { code, out, notes } = await newspaper(['check', '--only', 'radical-form', 'a.txt'], folder);
      assert.match(out, /^a\.txt:2:4: \w+: .*⺠.* \[radical-form\]\n$/);
      assert.equal(notes, 'Findings: 1; files: 1');
      assert.equal(code, 0);
    }));

  it('prints JSON with places from 1 and the fix', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), `${PAGE}\f${PAGE}`);
      const { out } = await newspaper(['check', '--format', 'json', '--only', 'radical-form', 'a.txt'], folder);
      const findings = JSON.parse(out);
      assert.deepEqual(Object.keys(findings[0]), ['file', 'rule', 'severity', 'message', 'start', 'end', 'fix']);
      assert.deepEqual(
        findings.map(({ start, end }: { start: object; end: object }) => [start, end]),
        [
          [
            { line: 2, column: 4 },
            { line: 2, column: 5 },
          ],
          [
            { line: 4, column: 4 },
            { line: 4, column: 5 },
          ],
        ],
      );
      assert.equal(findings[0].fix.class, 'A');
    }));

  describe('of a folder', () => {
    const LICENCE = 'Permission is hereby granted , free of charge , to any person .\n';
    const NOTES = '春天的笔记 ,写在 2023 年。\n';

    const folderOf = (files: Readonly<Record<string, string>>, use: (folder: string) => Promise<void>) =>
      inFolder(async (folder) => {
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
        await use(folder);
      });

    it('passes over .txt files that are no pages, and says how many', () =>
      folderOf({ 'a.txt': `本报讯 ${PAGE}`, 'LICENSE.txt': LICENCE, 'notes.txt': NOTES }, async (folder) => {
        const { code, notes } = await newspaper(['check', '.'], folder);
        assert.equal(code, 0);
        assert.match(notes, /^Skipped \.txt files .*: 2 .*\nFindings: \d+; files: 1$/);
        assert.match((await newspaper(['fix', '.'], folder)).notes, /Skipped .*: 2/);
        assert.equal(readFileSync(join(folder, 'LICENSE.txt'), 'utf8'), LICENCE);
        assert.match((await newspaper(['markup', '--write', '.'], folder)).notes, /Skipped .*: 2/);
        assert.equal(readFileSync(join(folder, 'notes.txt'), 'utf8'), NOTES);
      }));

    it('takes files whose name says that they are pages, and those that are named', () =>
      folderOf({ 'a.page.txt': NOTES, 'b.newspaper': NOTES, 'c.版面.txt': NOTES, 'd.txt': NOTES }, async (folder) => {
        assert.match((await newspaper(['check', '.'], folder)).notes, /Skipped .*: 1 .*\nFindings: \d+; files: 3$/);
        assert.match((await newspaper(['check', 'd.txt', '.'], folder)).notes, /^Findings: \d+; files: 4$/);
        assert.match((await newspaper(['check', '*.txt'], folder)).notes, /^Findings: \d+; files: 3$/);
      }));
  });

  it('refuses bytes that are no text, and goes on with the others', () =>
    inFolder(async (folder) => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
      writeFileSync(join(folder, 'a.txt'), bytes);
      writeFileSync(join(folder, 'b.txt'), PAGE);
      for (const command of [['check'], ['fix'], ['markup', '--write']]) {
        const { code, notes } = await newspaper([...command, 'a.txt', 'b.txt'], folder);
        assert.equal(code, 2);
        assert.match(notes, /^newspaper: a\.txt holds bytes that are no text\n/);
        assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'a.txt'))), bytes);
      }
      assert.notEqual(readFileSync(join(folder, 'b.txt'), 'utf8'), PAGE);
    }));

  it('takes a page with stray control codes', async () => {
    const { code, notes } = await newspaper(['check', '-'], '.', {
      stdin: `\0\x01\x02\x03${PAGE.repeat(6)}`.repeat(2),
    });
    assert.equal(code, 0);
    assert.match(notes, /^Findings: \d+; files: 1$/);
  });

  it('prints an empty array for a clean page', async () => {
    const { out } = await newspaper(['check', '--format', 'json', '-'], '.', { stdin: '' });
    assert.deepEqual(JSON.parse(out), []);
  });

  it('prints valid SARIF, with a reference that is one', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, '头版 1.txt'), PAGE);
      const { out } = await newspaper(['check', '--format', 'sarif', '--lang', 'zh-cn', '头版 1.txt'], folder);
      const log = JSON.parse(out);
      assert.deepEqual(sarifErrors(log), []);
      const [run] = log.runs;
      assert.ok(run.results.length > 0);
      for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      const radical = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'radical-form');
      const { artifactLocation, region } = radical.locations[0].physicalLocation;
      assert.equal(decodeURI(artifactLocation.uri), '头版 1.txt');
      assert.deepEqual(region, { startLine: 2, startColumn: 4, endLine: 2, endColumn: 5 });
      artifactLocation.uri = '头版 1.txt';
      region.startLine = 0;
      const place = `/runs/0/results/${run.results.indexOf(radical)}/locations/0/physicalLocation`;
      assert.deepEqual(sarifErrors(log), [
        `${place}/artifactLocation/uri: must match format "uri-reference"`,
        `${place}/region/startLine: must be >= 1`,
      ]);
    }));

  it('prints valid SARIF for whole pages', async () => {
    const samples = join(__dirname, '../../../samples');
    const { out } = await newspaper(['check', '--format', 'sarif', ...readdirSync(samples)], samples);
    const log = JSON.parse(out);
    assert.ok(log.runs[0].results.some(({ fixes }: { fixes?: object[] }) => fixes));
    assert.deepEqual(sarifErrors(log), []);
  });
});
