import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../../server/src/cli/encoding';
import { inFolder, newspaper } from './run';

/** Two stories whose titles stand together above them; in the first a radical form, which a safe rule repairs. */
const PAGE = `老街夜市重新开张
干渠架起太阳能板
　　本报讯 （记者 施云帆） 停业
半年的南门老街夜市3⽉5日晚重新开
张。改造后的夜市摊位由路边挪进了
院子，统一了水电、排污和油烟净化
设施，210个摊位当晚全部营业。夜市
摊主卢春生说，老街的顾客又回来了。
　　本报讯 （记者 罗清扬） 在永
丰县红旗干渠上，一排排太阳能板像
给渠道盖上了屋顶。3月4日，记者在
现场看到，首批3.2公里的光伏渠段
已经并网发电。太阳能板每年可发电
四百万千瓦时，干渠的水也少蒸发了。
`;

/** Stories of the outline without what marking up may change. */
async function outlineOf(folder: string, file: string): Promise<unknown> {
  const { out } = await newspaper(['outline', '--format', 'json', file], folder);
  const inert = ['file', 'lines', 'headlineLines', 'confidence', 'line', 'span'];
  return JSON.parse(out, (key, value) => (inert.includes(key) ? undefined : value));
}

describe('newspaper markup', () => {
  const marked = async (text: string): Promise<string> => (await newspaper(['markup', '-'], '.', { stdin: text })).out;

  it('prints each story below its title, lines joined to paragraphs, what is safe repaired', async () => {
    const out = await marked(PAGE);
    const [first, second] = ['# 老街夜市重新开张', '# 干渠架起太阳能板'].map((title) => out.indexOf(title));
    assert.ok(first >= 0 && second > first, out);
    assert.match(out.slice(first, second), /停业半年的南门老街夜市3月5日晚重新开张。/);
    assert.match(out.slice(second), /像给渠道盖上了屋顶。/);
  });

  it('writes nothing without --write, and in place with it', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.txt');
      writeFileSync(file, PAGE);
      const { out } = await newspaper(['markup', 'a.txt'], folder);
      assert.equal(readFileSync(file, 'utf8'), PAGE);
      assert.equal((await newspaper(['markup', '--write', 'a.txt'], folder)).code, 0);
      assert.equal(readFileSync(file, 'utf8'), out);
    }));

  it('keeps the outline', () =>
    inFolder(async (folder) => {
      // Safe fixes are part of marking up, so the page they left is the one to compare with.
      const repaired = PAGE.replace('⽉', '月');
      writeFileSync(join(folder, 'a.txt'), repaired);
      const before = await outlineOf(folder, 'a.txt');
      await newspaper(['markup', '--write', 'a.txt'], folder);
      assert.notEqual(readFileSync(join(folder, 'a.txt'), 'utf8'), repaired);
      assert.deepEqual(await outlineOf(folder, 'a.txt'), before);
    }));

  for (const sample of readdirSync('samples').filter((name) => name.endsWith('.page.txt'))) {
    it(`keeps all but the text that was repaired: ${sample}`, () =>
      inFolder(async (folder) => {
        writeFileSync(join(folder, 'a.txt'), readFileSync(join('samples', sample)));
        const fields = async () =>
          JSON.parse(JSON.stringify(await outlineOf(folder, 'a.txt')), (key, value) =>
            ['paragraphs', 'figures', 'furniture'].includes(key) ? value.length : value,
          );
        const before = await fields();
        await newspaper(['markup', '--write', 'a.txt'], folder);
        assert.deepEqual(await fields(), before);
      }));
  }

  it('changes nothing the second time', async () => {
    const once = await marked(PAGE);
    assert.equal(await marked(once), once);
  });

  it('keeps encoding and line ends', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.txt');
      const text = PAGE.replace('⽉', '月').replaceAll('\n', '\r\n');
      writeFileSync(file, encode({ text, encoding: 'gb18030', bom: false }) ?? '');
      await newspaper(['markup', '--write', 'a.txt'], folder);
      const written = new TextDecoder('gb18030').decode(readFileSync(file));
      assert.match(written, /^# 干渠架起太阳能板\r$/m);
      assert.doesNotMatch(written, /[^\r]\n/);
    }));

  it('prints one file at a time', () =>
    inFolder(async (folder) => {
      for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), PAGE);
      const { code, notes } = await newspaper(['markup', 'a.txt', 'b.txt'], folder);
      assert.equal(code, 2);
      assert.match(notes, /One file is printed at a time/);
      assert.equal((await newspaper(['markup', '--write', 'a.txt', 'b.txt'], folder)).code, 0);
    }));

  describe('of what is hardly a page', () => {
    for (const [name, text] of [
      ['nothing', ''],
      ['blank lines', '\n\n　\n'],
      ['a folio alone', '2023年3月6日 星期一 第1版\n'],
      ['a title alone', '老街夜市重新开张\n'],
      ['marks without text', '#\n\n##\n\n**\n\n![]()\n\n---\n'],
      ['marks in marks', '# ## *老街夜市* # 重新开张\n\n![图![为]()](x\n'],
      ['marks amid a paragraph', '停业半年的老街\n# 夜市\n重新开张。\n---\n摊主说好。\n'],
      ['front matter that is no YAML', '---\n: [老街\n\t}\n---\n\n停业半年的老街夜市重新开张。\n'],
      ['front matter that never ends', '---\nlines: paragraphs\n停业半年的老街夜市重新开张。\n'],
    ]) {
      it(name, async () => {
        const { code, out } = await newspaper(['markup', '-'], '.', { stdin: text });
        assert.equal(code, 0);
        const han = (of: string): string => (of.match(/\p{Script=Han}/gu) ?? []).sort().join('');
        assert.equal(han(out), han(text));
        assert.equal(await marked(out), out);
      });
    }
  });
});
