import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
const english = read('README.md');
const chinese = read('README.zh-CN.md');

describe('the READMEs', () => {
  it('are equal in both languages: headings, lists, tables, commands', () => {
    assert.deepEqual(shape(chinese), shape(english));
  });

  it('give each production dependency its reason, and no other', () => {
    const { dependencies } = JSON.parse(read('package.json'));
    const section = english.slice(english.indexOf('| package | why |'));
    const rows = [...section.matchAll(/^\| ([@\w/.-]+) \| (.+) \|$/gm)].filter(([, name]) => name !== 'package');
    assert.deepEqual(rows.map(([, name]) => name).sort(), Object.keys(dependencies).sort());
  });

  for (const [name, text] of [
    ['README.md', english],
    ['README.zh-CN.md', chinese],
    ['CONTRIBUTING.md', read('CONTRIBUTING.md')],
  ]) {
    it(`${name} links to what is there`, () => {
      const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
      const local = links.filter((link) => !link.startsWith('http') && link !== 'image' && link !== '图片');
      assert.deepEqual(
        local.filter((link) => !fs.existsSync(path.join(root, link))),
        [],
      );
    });

    it(`${name} names scripts that are there`, () => {
      const { scripts } = JSON.parse(read('package.json'));
      const named = [...text.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(([, script]) => script);
      assert.deepEqual(
        named.filter((script) => !(script in scripts)),
        [],
      );
    });
  }
});

/** What each line is, without its words; code is taken as it stands but for its comments. */
function shape(text: string): string[] {
  let code = false;
  return text.split('\n').map((line) => {
    if (line.startsWith('```')) code = !code;
    if (code) return line.replace(/ *#.*/, '');
    if (line.startsWith('|')) return `row of ${line.split('|').length}`;
    return /^(#+|-|!\[)/.exec(line)?.[0] ?? (line === '' ? '' : 'text');
  });
}
