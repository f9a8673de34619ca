import assert from 'node:assert/strict';
import { fixAll } from '../../../server/src/rules/fix';
import { hashAround } from '../../../server/src/rules/ignore';
import { defaultSettings, type Settings } from '../../../server/src/rules/settings';
import { testResources } from '../resources';

type Options = Parameters<typeof fixAll>[3];
const ALL = [
  'letter-spacing',
  'digit-spacing',
  'stray-space',
  'radical-form',
  'half-width-punctuation',
  'mark-lookalike',
];

function check(before: string, after: string, options: Partial<Options> = {}, settings: Partial<Settings> = {}): void {
  const result = fixAll(
    before,
    testResources(),
    { ...defaultSettings, ...settings },
    { rules: ALL, classes: ['A'], ...options },
  );
  assert.equal(result.text, after);
  assert.ok(result.settled);
}

describe('fix all', () => {
  it('applies the fixes of several rules', () => check('签约 62 个⼤项目: 好', '签约62个大项目：好'));
  it('repairs what a repair uncovers', () => check('春 天 ⼭ ⽔ : 相 连', '春天山水：相连'));
  it('repairs every page', () => check('签约 62 个\f签约 63 个\n', '签约62个\f签约63个\n'));
  it('keeps line ends', () => check('签约 62 个\r\n春风 ，\r秋雨\n', '签约62个\r\n春风，\r秋雨\n'));
  it('applies quick fixes where they are wanted', () => check('比分3 5 7', '比分357', { classes: ['A', 'Q'] }));
  it('leaves quick fixes where they are not', () => check('比分3 5 7', '比分3 5 7'));
  it('applies the rules that are named', () => check('签约 62 个⼤', '签约 62 个大', { rules: ['radical-form'] }));
  it('applies a named rule that is off', () =>
    check('⼤', '大', { rules: ['radical-form'] }, { severities: { 'radical-form': 'off' } }));
  it('without names applies what is on', () =>
    check('签约 62 个⼤', '签约62个⼤', { rules: undefined }, { severities: { 'radical-form': 'off' } }));
  it('spares what was ignored', () => {
    const text = '签约 62个，投资 9亿';
    const hash = hashAround(text, { start: 2, end: 3 });
    check(text, '签约 62个，投资9亿', {}, { ignored: [{ rule: 'digit-spacing', hash }] });
  });
  it('does not read the page for rules that look at characters and lines', () => {
    const unread = {
      ...testResources(),
      get lexicon(): never {
        throw new Error('was read');
      },
    };
    const { text } = fixAll('签约 62 个⼤', unread, defaultSettings, {
      rules: ['radical-form'],
      classes: ['A'],
    });
    assert.equal(text, '签约 62 个大');
  });
  it('changes nothing in nothing', () => check('', ''));
  it('counts what it did', () => {
    const { applied, rounds } = fixAll('签约 62 个⼤', testResources(), defaultSettings, {
      rules: ALL,
      classes: ['A'],
    });
    assert.deepEqual(applied, { 'digit-spacing': 2, 'radical-form': 1 });
    assert.equal(rounds, 2);
  });
});
