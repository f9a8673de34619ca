import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fixAll } from '../../../server/src/rules/fix';
import { rules } from '../../../server/src/rules/index';
import { defaultSettings, type Settings } from '../../../server/src/rules/settings';
import { testResources } from '../resources';

/* What docs/rules says of the rules of encoding, spacing and punctuation: it is there, and its examples are true. */

/** Rules whose example is a sketch: it would take a whole page to show. */
const SKETCHED = ['blank-line-padding', 'mojibake'];

const half: Settings = { ...defaultSettings, style: { ...defaultSettings.style, fullWidthAlphanumeric: 'half' } };

/** The fenced blocks of a page of documentation; <U+00A0> stands for the character. */
function examplesOf(markdown: string): string[] {
  const blocks = markdown.split('```').filter((_, i) => i % 2 === 1);
  return blocks.map((block) =>
    block
      .replace(/^text\n|\n$/g, '')
      .replace(/<U\+([0-9A-F]+)>/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
}

describe('documentation of the rules', () => {
  for (const rule of rules.filter(({ group }) => ['encoding', 'spacing', 'punctuation'].includes(group)))
    it(rule.id, () => {
      const file = `docs/rules/${rule.id}.md`;
      assert.ok(existsSync(file));
      const markdown = readFileSync(file, 'utf8');
      assert.ok(markdown.startsWith(`# ${rule.id}\n`));
      for (const fact of [`**${rule.group}**`, `**${rule.severity}**`, `**${rule.fixClass}**`])
        assert.ok(markdown.includes(fact), `${file} lacks ${fact}`);
      const [before, after] = examplesOf(markdown);
      if (after === undefined || SKETCHED.includes(rule.id)) return;
      const settings = rule.id === 'full-width-alphanumeric' ? half : defaultSettings;
      assert.equal(fixAll(before, testResources(), settings, { rules: [rule.id], classes: ['A'] }).text, after);
    });
});
