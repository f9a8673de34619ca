import { strict as assert } from 'node:assert';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../../server/src/cli/encoding';
import { bytesWith, readPageFile, replaceFile } from '../../../server/src/cli/files';
import type { Terminal } from '../../../server/src/cli/terminal';
import { inFolder, newspaper } from './run';

/** Radical forms, which a class A rule repairs, and a vertical title, which a quick fix joins. */
const DAMAGED = '城东新桥今⽇通⻋\n\n绿\n水\n长\n流\n\n两岸居⺠往来只需五分钟。\n';
const REPAIRED = DAMAGED.replace('⽇', '日').replace('⻋', '车').replace('⺠', '民');

describe('newspaper fix', () => {
  const written = async (bytes: Uint8Array | string, ...options: string[]): Promise<Buffer> => {
    let result: Buffer = Buffer.alloc(0);
    await inFolder(async (folder) => {
      const file = join(folder, 'a.txt');
      writeFileSync(file, bytes);
      const { code } = await newspaper(['fix', ...options, 'a.txt'], folder);
      assert.equal(code, 0);
      result = readFileSync(file);
    });
    return result;
  };

  it('repairs in place what is safe', async () => {
    assert.equal((await written(DAMAGED)).toString(), REPAIRED);
  });

  it('repairs by the rules named alone', async () => {
    assert.equal((await written(DAMAGED, '--only', 'doubled-text')).toString(), DAMAGED);
    assert.equal((await written(DAMAGED, '--only', 'doubled-text,radical-form')).toString(), REPAIRED);
  });

  it('applies quick fixes only where asked', async () => {
    assert.match((await written(DAMAGED, '--include-quick')).toString(), /绿水长流/);
  });

  it('keeps line ends and the byte order mark', async () => {
    const bytes = await written(`\ufeff${DAMAGED.replaceAll('\n', '\r\n')}`);
    assert.equal(bytes.toString(), `\ufeff${REPAIRED.replaceAll('\n', '\r\n')}`);
  });

  for (const encoding of ['gb18030', 'utf-16le'] as const) {
    it(`keeps ${encoding}`, async () => {
      const bytes = (text: string) => encode({ text, encoding, bom: encoding === 'utf-16le' }) ?? Buffer.alloc(0);
      assert.deepEqual([...(await written(bytes(DAMAGED)))], [...bytes(REPAIRED)]);
    });
  }

  it('does not touch a file that needs nothing', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.txt');
      writeFileSync(file, REPAIRED);
      utimesSync(file, 1000, 1000);
      assert.equal((await newspaper(['fix', 'a.txt'], folder)).notes, '');
      assert.equal(statSync(file).mtimeMs, 1_000_000);
    }));

  it('prints with --stdout and writes nothing', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), DAMAGED);
      assert.equal((await newspaper(['fix', '--stdout', 'a.txt'], folder)).out, REPAIRED);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), DAMAGED);
    }));

  it('repairs standard input to standard output', async () => {
    assert.equal((await newspaper(['fix', '-'], '.', { stdin: DAMAGED })).out, REPAIRED);
  });

  it('shows a diff with --dry-run and writes nothing', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), DAMAGED);
      const { out } = await newspaper(['fix', '--dry-run', 'a.txt'], folder);
      assert.match(
        out,
        /^--- a\/a\.txt\n\+\+\+ b\/a\.txt\n@@ -1,8 \+1,8 @@\n-城东新桥今⽇通⻋\n\+城东新桥今日通车\n \n 绿\n/,
      );
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), DAMAGED);
    }));

  it('writes nothing where a byte would not come out as it went in', () =>
    inFolder(async (folder) => {
      const bytes = Buffer.concat([Buffer.from(DAMAGED), Buffer.from([0xff, 0x0a])]);
      writeFileSync(join(folder, 'a.txt'), bytes);
      const { code, notes } = await newspaper(['fix', 'a.txt'], folder);
      assert.equal(code, 2);
      assert.match(notes, /a\.txt holds bytes that are not utf-8/);
      assert.deepEqual(readFileSync(join(folder, 'a.txt')), bytes);
    }));

  it('writes nothing into a file of an encoding that it cannot write, and goes on with the others', () =>
    inFolder(async (folder) => {
      // 清河兩岸新橋今日通車 ， 今日, three times.
      const bytes = Buffer.from('b24daa65a8e2a9a4b773bef4a4b5a4e9b371a8ae20a14120a4b5a4e90a'.repeat(3), 'hex');
      writeFileSync(join(folder, 'a.txt'), bytes);
      writeFileSync(join(folder, 'b.txt'), DAMAGED);
      for (const command of ['fix', 'check', 'outline'] as const) {
        const { code, notes } = await newspaper([command, 'a.txt', 'b.txt'], folder);
        assert.equal(code, 2);
        assert.match(notes, /^newspaper: a\.txt is neither UTF-8 nor GB18030 text but seems to be Big5/);
      }
      assert.deepEqual(readFileSync(join(folder, 'a.txt')), bytes);
      assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), REPAIRED);
    }));

  it('keeps the file mode, follows a link, and leaves no temporary file', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), DAMAGED);
      chmodSync(join(folder, 'a.txt'), 0o640);
      symlinkSync('a.txt', join(folder, 'link.txt'));
      assert.equal((await newspaper(['fix', 'link.txt'], folder)).code, 0);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), REPAIRED);
      assert.equal(statSync(join(folder, 'a.txt')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder), ['a.txt', 'link.txt']);
    }));

  it('does not overwrite a file that changed since it was read', () =>
    inFolder(async (folder) => {
      const terminal = { directory: folder } as Terminal;
      writeFileSync(join(folder, 'a.txt'), DAMAGED);
      const file = await readPageFile('a.txt', null, terminal);
      writeFileSync(join(folder, 'a.txt'), `${DAMAGED}新的一行。\n`);
      await assert.rejects(replaceFile(file, bytesWith(file, REPAIRED), terminal), /changed since it was read/);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), `${DAMAGED}新的一行。\n`);
      assert.deepEqual(readdirSync(folder), ['a.txt']);
    }));
});
