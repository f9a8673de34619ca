import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, newspaper } from './run';

/** Wrong command lines, and what their one line must name. */
const WRONG: [string, RegExp][] = [
  ['', /No command named/],
  ['outlien a.txt', /No such command: outlien; there are outline, check, fix, markup/],
  ['outline --fromat json a.txt', /No such option: --fromat; there are --format/],
  ['outline --write a.txt', /No such option: --write/],
  ['outline -x a.txt', /No such option: -x/],
  ['outline --format yaml a.txt', /--format yaml is not known: text, json, jsonl/],
  ['check --format jsonl a.txt', /--format jsonl is not known: text, json, sarif/],
  ['outline --format', /--format wants a value: text\|json\|jsonl/],
  ['outline --help=yes', /--help takes no value/],
  ['outline --lang fr a.txt', /--lang fr is not known: en, zh-cn/],
  ['outline --encoding latin-7 a.txt', /--encoding latin-7 is not known: utf-8, gb18030, utf-16le/],
  ['check --only radical-form,no-such-rule a.txt', /No such rule: no-such-rule; there are .*radical-form/],
  ['fix --only , a.txt', /--only wants a value: .*radical-form/],
  ['fix --stdout --dry-run a.txt', /--stdout and --dry-run/],
  ['fix --stdout a.txt b.txt', /--stdout writes one file, and 2 were named/],
  ['outline', /No file named/],
  ['outline missing.txt', /No such file: missing\.txt/],
  ['fix a.txt missing.txt', /No such file: missing\.txt/],
  ['outline none-*.txt', /No file matches none-\*\.txt/],
  ['outline nowhere/**/*.txt', /No file matches nowhere/],
];

describe('the command line', () => {
  for (const [words, expected] of WRONG) {
    it(`refuses “${words}” in one line, with exit code 2`, () =>
      inFolder(async (folder) => {
        for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), '⽇⽇\n');
        const { code, out, notes } = await newspaper(words.split(' ').filter(Boolean), folder);
        assert.match(notes, expected);
        assert.equal(notes.split('\n').length, 1);
        assert.equal(code, 2);
        assert.equal(out, '');
      }));
  }

  it('tells its version and its help, of the tool and of a command', async () => {
    assert.equal((await newspaper(['--version'], '.')).out, '1.2.3\n');
    const all = await newspaper(['--help'], '.');
    for (const name of ['outline', 'check', 'fix', 'markup']) assert.match(all.out, new RegExp(`^  ${name} `, 'm'));
    const one = await newspaper(['fix', '-h'], '.');
    assert.match(one.out, /--dry-run/);
    assert.doesNotMatch(one.out, /--write/);
    assert.equal(one.code, 0);
  });

  it('takes an option in either spelling, and files after --', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, '--odd.txt'), '一段文字。\n');
      const { code, out } = await newspaper(['outline', '--format=jsonl', '--', '--odd.txt'], folder);
      assert.equal(code, 0);
      assert.equal(JSON.parse(out).file, '--odd.txt');
    }));

  it('goes on with the other files where one cannot be done, and says so', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), Uint8Array.from([0xe5, 0xad, 0x97, 0xff, 0xe2, 0xbd, 0x87]));
      writeFileSync(join(folder, 'b.txt'), '⽇\n');
      const { code, notes } = await newspaper(['fix', 'a.txt', 'b.txt'], folder);
      assert.equal(code, 2);
      assert.match(notes, /a\.txt holds bytes that are not utf-8/);
      assert.match(notes, /b\.txt: written/);
    }));
});
