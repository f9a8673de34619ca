import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';

const root = path.resolve(__dirname, '../..');
const vsix = path.join(root, 'newspaper-markup.vsix');

/** What the package may hold besides what the manifest names; `*` stands for a part of a name. */
const allowed = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.zh-cn.json',
  'extension/language-configuration.json',
  'extension/readme.md',
  'extension/README.zh-CN.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/docs/rules/*.md',
  'extension/dist/*.js',
  'extension/dist/*.bin',
  'extension/docs/rules/*.md',
  'extension/icons/*',
  'extension/l10n/*.json',
  'extension/schemas/*.json',
  'extension/snippets/*.json',
  'extension/syntaxes/*.json',
];

/** The bundles and data are about 1 MB together; far more means that something was bundled by mistake. */
const largest = 2_000_000;

describe('the package', () => {
  const files = unzipSync(fs.readFileSync(vsix));
  const names = Object.keys(files);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const manifest = JSON.parse(text('extension/package.json'));

  it('holds bundles and what they need, nothing else', () => {
    assert.deepEqual(
      names.filter((name) => !allowed.some((pattern) => matches(pattern, name))),
      [],
    );
  });

  it('holds every file that its manifest names', () => {
    const missing = namedFiles(manifest).filter((file) => !(path.posix.join('extension', file) in files));
    assert.deepEqual(missing, []);
  });

  it('holds both servers, the command line and the word list', () => {
    const parts = ['server.js', 'server.worker.js', 'cli.js', 'lexicon.bin'];
    assert.deepEqual(
      parts.filter((part) => !(`extension/dist/${part}` in files)),
      [],
    );
  });

  it('has every text of its manifest in both languages', () => {
    const asked = new Set([...text('extension/package.json').matchAll(/"%([^%"\s]+)%"/g)].map(([, key]) => key));
    for (const bundle of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const told = JSON.parse(text(`extension/${bundle}`));
      assert.deepEqual(
        [...asked].filter((key) => !told[key]),
        [],
        bundle,
      );
    }
  });

  it('holds minified bundles that name no file of this machine', () => {
    const bundles = names.filter((name) => name.endsWith('.js'));
    assert.deepEqual(
      bundles.filter((name) => text(name).includes('sourceMappingURL=') || text(name).includes(root)),
      [],
    );
  });

  it(`weighs less than ${largest / 1e6} MB`, () => {
    const { size } = fs.statSync(vsix);
    console.log(`      ${names.length} files, ${(size / 1000).toFixed(0)} kB`);
    assert.ok(size < largest, `${size} bytes`);
  });
});

function matches(pattern: string, name: string): boolean {
  const [before, after] = pattern.split('*');
  if (after === undefined) return name === pattern;
  const between = name.slice(before.length, name.length - after.length);
  return name.startsWith(before) && name.endsWith(after) && between !== '' && !between.includes('/');
}

/** Every relative path in a manifest, wherever it stands: `./…`, main, browser, icon. */
function namedFiles(value: unknown): string[] {
  if (typeof value === 'string') return /^(\.\/)?[\w-]+\/[\w./-]+\.\w+$/.test(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inside]) => (key === 'files' ? [] : namedFiles(inside)));
}
