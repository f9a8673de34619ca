import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, newspaper } from './run';

const PAGE = '城东新桥今日通车\n\n本报讯（记者 林 舟）横跨清河的城东大桥今日上午通车，\n两岸居民往来只需五分钟。\n';

describe('newspaper outline', () => {
  it('prints a tree unless a format is named', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), PAGE);
      const { code, out } = await newspaper(['outline', 'a.txt'], folder);
      assert.equal(code, 0);
      assert.match(out, /^a\.txt, page 1: /);
      assert.match(out, /\n[├└]─ /);
    }));

  it('prints the tree in Chinese where the environment is', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), PAGE);
      const environment = { LANG: 'zh_CN.UTF-8' };
      assert.match((await newspaper(['outline', 'a.txt'], folder, { environment })).out, /^a\.txt，第1页：/);
      assert.match((await newspaper(['outline', '--lang', 'en', 'a.txt'], folder, { environment })).out, /page 1/);
    }));

  it('prints an array of pages as JSON, with every key', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), `${PAGE}\f${PAGE}`);
      const { out } = await newspaper(['outline', '--format', 'json', 'a.txt'], folder);
      const pages = JSON.parse(out);
      assert.deepEqual(
        pages.map(({ file, page }: { file: string; page: number }) => [file, page]),
        [
          ['a.txt', 1],
          ['a.txt', 2],
        ],
      );
      assert.deepEqual(Object.keys(pages[0]), ['file', 'page', 'folio', 'articles', 'figures', 'furniture']);
      assert.deepEqual(
        Object.keys(pages[0].articles[0]),
        'headline kicker deck headlineLines lines bylines dateline subheads figures jump continuedFrom paragraphs confidence'.split(
          ' ',
        ),
      );
    }));

  it('has its keys, and those of check, in docs/json.md', async () => {
    const told = readFileSync(join(__dirname, '../../../docs/json.md'), 'utf8');
    const stdin = `本报讯 （记者 林 舟） 今⽇通车。（下转4版）\n`;
    const [page] = JSON.parse((await newspaper(['outline', '--format', 'json', '-'], '.', { stdin })).out);
    const [finding] = JSON.parse((await newspaper(['check', '--format', 'json', '-'], '.', { stdin })).out);
    const [article] = page.articles;
    const objects = [page, page.folio, article, article.bylines[0], article.jump, finding, finding.start];
    const keys = objects.flatMap((object) => Object.keys(object));
    assert.ok(keys.length > 30);
    assert.deepEqual(
      keys.filter((key) => !told.includes(`\`${key}\``)),
      [],
    );
  });

  it('counts lines from 1 in the file, not in the page', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), `${PAGE}\f${PAGE}`);
      const { out } = await newspaper(['outline', '--format', 'json', 'a.txt'], folder);
      const [first, second] = JSON.parse(out).map((page: { articles: { lines: number[] }[] }) =>
        page.articles.flatMap(({ lines }) => lines),
      );
      assert.ok(first.includes(1));
      assert.deepEqual(
        second,
        first.map((line: number) => line + 4),
      );
    }));

  it('prints a page a line as JSONL', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), `${PAGE}\f${PAGE}`);
      writeFileSync(join(folder, 'b.txt'), PAGE);
      const { out } = await newspaper(['outline', '--format', 'jsonl', 'a.txt', 'b.txt'], folder);
      const lines = out.trimEnd().split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line).file),
        ['a.txt', 'a.txt', 'b.txt'],
      );
    }));

  it('reads standard input', async () => {
    const { out } = await newspaper(['outline', '--format', 'json', '-'], '.', { stdin: PAGE });
    assert.equal(JSON.parse(out)[0].file, '-');
    assert.ok(JSON.parse(out)[0].articles.length > 0);
  });

  it('finds the files of a folder and of a pattern, each once, in order', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, '2023', '02'), { recursive: true });
      mkdirSync(join(folder, '.hidden'));
      for (const name of [
        '2023/b.txt',
        '2023/02/a.newspaper',
        '2023/02/c.版面.txt',
        '2023/notes.md',
        '.hidden/d.txt',
      ]) {
        writeFileSync(join(folder, name), PAGE);
      }
      const names = async (...words: string[]) => {
        const { out } = await newspaper(['outline', '--format', 'jsonl', ...words], folder);
        return out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).file);
      };
      assert.deepEqual(await names('2023'), ['2023/02/a.newspaper', '2023/02/c.版面.txt', '2023/b.txt']);
      assert.deepEqual(await names('2023/**/*.txt'), ['2023/02/c.版面.txt', '2023/b.txt']);
      assert.deepEqual(await names('2023/*.md', '2023/notes.md'), ['2023/notes.md']);
      assert.deepEqual(await names('**/*.{newspaper,md}'), ['2023/02/a.newspaper', '2023/notes.md']);
    }));

  const odd: [string, string | Uint8Array][] = [
    ['an empty file', ''],
    ['a byte order mark alone', '\ufeff'],
    ['line ends alone', '\r\n\r\n\n\r'],
    ['form feeds alone', '\f\f\f'],
    ['binary', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
    ['NUL', '\0'.repeat(3000)],
    ['lone surrogates in UTF-8', Uint8Array.from([0xed, 0xa0, 0x80, 0xe5, 0xad, 0x97, 0xed, 0xbf, 0xbf])],
    ['lone surrogates in UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x57, 0x5b, 0x00, 0xdc])],
    ['CRLF and a byte order mark', `\ufeff${PAGE.replaceAll('\n', '\r\n')}`],
    ['half-written marks', '---\nnewspaper: [\n# \n*\n![\n\\\n## \n*a\n![b](\n<!-- body\n'],
  ];
  for (const [what, bytes] of odd) {
    it(`gives an outline of ${what}`, async () => {
      for (const format of ['json', 'text']) {
        const { code, out } = await newspaper(['outline', '--format', format, '-'], '.', { stdin: bytes });
        assert.equal(code, 0);
        if (format === 'json') assert.equal(JSON.parse(out)[0].page, 1);
      }
    });
  }

  it('says of bytes that are no text that they are none', async () => {
    const { notes } = await newspaper(['outline', '-'], '.', { stdin: '\0'.repeat(3000) });
    assert.equal(notes, 'newspaper: - holds bytes that are no text');
  });

  it('takes every file of a folder, for it changes none', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), '江水流过渡口\n月光落在石阶\n');
      const { out, notes } = await newspaper(['outline', '.'], folder);
      assert.match(out, /^a\.txt, page 1: /);
      assert.equal(notes, '');
    }));

  it('gives an outline of a line of 10 MB', async () => {
    const { code, out } = await newspaper(['outline', '--format', 'json', '-'], '.', {
      stdin: '清河水长，'.repeat(670_000),
    });
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).length, 1);
  }).timeout(60_000);
});
