import assert from 'node:assert/strict';
import { ConfigProblem, editorSettings, readConfig, settingsFor } from '../../../server/src/rules/config';
import {
  globForFile,
  globForFolder,
  withIgnored,
  withLearntPair,
  withRuleOff,
} from '../../../server/src/rules/configEdits';
import { defaultSettings } from '../../../server/src/rules/settings';
import { render } from '../../../server/src/text/message';

const settings = (config: unknown, path = 'a/page.txt', base = defaultSettings) =>
  settingsFor(readConfig(JSON.stringify(config)), path, base);

describe('the project file', () => {
  describe('settles', () => {
    it('severities', () => assert.deepEqual(settings({ rules: { dash: 'off' } }).severities, { dash: 'off' }));
    it('house style', () => assert.equal(settings({ style: { digitSpace: 'keep' } }).style.digitSpace, 'keep'));
    it('nothing where it is empty', () => {
      assert.deepEqual(settings({}), defaultSettings);
      assert.deepEqual(settingsFor(readConfig(' \n'), 'page.txt', defaultSettings), defaultSettings);
      assert.deepEqual(settingsFor(readConfig('\ufeff{}'), 'page.txt', defaultSettings), defaultSettings);
    });
    it('more than the editor does', () => {
      const base = editorSettings({ rules: { dash: 'error', ellipsis: 'hint' } }, defaultSettings);
      assert.deepEqual(settings({ rules: { dash: 'off' } }, 'page.txt', base).severities, {
        dash: 'off',
        ellipsis: 'hint',
      });
    });
    it('ignored findings of the file alone', () => {
      const finding = { file: 'a/page.txt', rule: 'dash', hash: '0badc0de' };
      assert.equal(settings({ ignored: [finding] }).ignored.length, 1);
      assert.equal(settings({ ignored: [finding] }, 'b/page.txt').ignored.length, 0);
    });
    it('learnt pairs', () => {
      const pair = { written: '未', recognised: '末' };
      assert.deepEqual(settings({ learntPairs: [pair] }).learntPairs, [pair]);
    });
  });

  describe('by glob', () => {
    const cases: [string | string[], string, boolean][] = [
      ['a/**', 'a/page.txt', true],
      ['a/**', 'b/page.txt', false],
      ['**', 'a/b/page.txt', true],
      ['*.txt', 'page.txt', true],
      ['*.txt', 'a/page.txt', false],
      [['x/**', 'a/*'], 'a/page.txt', true],
      [globForFile('a/[1] 第1版*.txt'), 'a/[1] 第1版*.txt', true],
      [globForFile('a/[1].txt'), 'a/1.txt', false],
      [globForFolder('a/b/page.txt') ?? '', 'a/b/c/other.txt', true],
      [globForFolder('a/b/page.txt') ?? '', 'a/page.txt', false],
    ];
    for (const [files, path, holds] of cases) {
      it(`${files} ${holds ? 'holds' : 'does not hold'} for ${path}`, () => {
        const { severities } = settings({ overrides: [{ files, rules: { dash: 'off' } }] }, path);
        assert.equal(severities.dash === 'off', holds);
      });
    }
    it('the last one wins', () => {
      const overrides = [
        { files: '**', rules: { dash: 'off' } },
        { files: 'a/**', rules: { dash: 'error' } },
      ];
      assert.equal(settings({ rules: { dash: 'hint' }, overrides }).severities.dash, 'error');
    });
  });

  describe('is refused with the place and what would be right', () => {
    const cases: [string, string][] = [
      ['{', 'no valid JSON'],
      ['[]', 'it must be an object'],
      ['{"rule": {}}', 'unknown key rule; there are $schema, rules'],
      ['{"rules": {"no-such": "off"}}', 'rules: there is no rule no-such'],
      ['{"rules": {"dash": "loud"}}', 'rules.dash must be one of error, warning'],
      ['{"rules": []}', 'rules must be an object'],
      ['{"style": {"digitSpace": 1}}', 'style.digitSpace must be one of remove, keep'],
      ['{"style": {"digits": "keep"}}', 'unknown key style.digits; there are digitSpace'],
      ['{"overrides": {}}', 'overrides must be a list'],
      ['{"overrides": [{"rules": {}}]}', 'overrides[0].files must name files'],
      ['{"overrides": [{"files": [1]}]}', 'overrides[0].files[0] must be a text'],
      ['{"ignored": [{"rule": "dash", "hash": "x"}]}', 'ignored[0].file must be a text'],
      ['{"learntPairs": [{"written": "未"}]}', 'learntPairs[0].recognised must be a text'],
      ['{"__proto__": {"rules": 1}}', 'unknown key __proto__'],
    ];
    for (const [text, expected] of cases) {
      it(text, () =>
        assert.throws(
          () => readConfig(text),
          (error) => error instanceof ConfigProblem && render(error.problem).startsWith(expected),
        ),
      );
    }
  });

  it('what the editor sends is passed over where it is wrong', () => {
    const section = {
      rules: { dash: 'off', ellipsis: 7, 'no-such': 'off' },
      style: { digitSpace: 'some', dash: 'double' },
    };
    assert.deepEqual(editorSettings(section, defaultSettings).severities, { dash: 'off' });
    assert.deepEqual(editorSettings(section, defaultSettings).style, { ...defaultSettings.style, dash: 'double' });
    for (const odd of [null, undefined, 3, 'x', [], { rules: [] }]) {
      assert.deepEqual(editorSettings(odd, defaultSettings), defaultSettings);
    }
  });
});

describe('edits of the project file', () => {
  it('make a new one', () => {
    assert.equal(withRuleOff(null, 'dash', null), '{\n  "rules": {\n    "dash": "off"\n  }\n}\n');
    assert.equal(withRuleOff('', 'dash', null), withRuleOff(null, 'dash', null));
  });

  it('keep everything else, with its indentation and line ends', () => {
    const text = '{\r\n\t"rules": {\r\n\t\t"ellipsis": "hint"\r\n\t}\r\n}\r\n';
    assert.equal(
      withRuleOff(text, 'dash', null),
      '{\r\n\t"rules": {\r\n\t\t"ellipsis": "hint",\r\n\t\t"dash": "off"\r\n\t}\r\n}\r\n',
    );
  });

  it('add to the last override of the same files, else one more', () => {
    const once = withRuleOff(null, 'dash', 'a/**');
    const twice = withRuleOff(once, 'ellipsis', 'a/**');
    assert.deepEqual(JSON.parse(twice), { overrides: [{ files: 'a/**', rules: { dash: 'off', ellipsis: 'off' } }] });
    assert.equal(JSON.parse(withRuleOff(twice, 'dash', 'b/**')).overrides.length, 2);
  });

  it('say what they say', () => {
    const ignored = withIgnored(null, { file: 'a.txt', rule: 'dash', hash: '0badc0de' });
    assert.deepEqual(settingsFor(readConfig(ignored), 'a.txt', defaultSettings).ignored[0].hash, '0badc0de');
    const learnt = withLearntPair(ignored, { written: '未', recognised: '末' });
    assert.deepEqual(settingsFor(readConfig(learnt), 'a.txt', defaultSettings).learntPairs, [
      { written: '未', recognised: '末' },
    ]);
    assert.equal(readConfig(learnt).ignored.length, 1);
  });

  it('are refused for a text that is no project file', () =>
    assert.throws(() => withRuleOff('{"rules": 1}', 'dash', null), ConfigProblem));
});
