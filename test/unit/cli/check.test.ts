import { strict as assert } from 'node:assert';
import { readdirSync, writeFileSync } from 'node:fs';
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
