import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/page/document';
import { hashAround } from '../../../server/src/rules/ignore';
import { rules } from '../../../server/src/rules/index';
import type { Rule } from '../../../server/src/rules/rule';
import { checkDocument, checkWith, severityOf } from '../../../server/src/rules/run';
import { defaultSettings, type Settings } from '../../../server/src/rules/settings';
import { say } from '../../../server/src/text/message';
import { testResources } from '../resources';

const text = '签约 62 个项目\n⼭⽔之间\f大事: 修路\n春风 ，秋雨\n';
const check = (settings: Partial<Settings> = {}, source = text) =>
  checkDocument(readDocument(source, testResources()), testResources(), { ...defaultSettings, ...settings })
    .filter(({ rule }) => ['digit-spacing', 'radical-form', 'half-width-punctuation', 'stray-space'].includes(rule))
    .map(({ rule, span }) => `${rule} ${JSON.stringify(source.slice(span.start, span.end))}`);

const failing: Rule = {
  id: 'failing',
  group: 'encoding',
  severity: 'error',
  fixClass: 'R',
  summary: say('Fails'),
  check() {
    throw new Error('as it must');
  },
};

describe('running the rules', () => {
  it('gives the findings of all pages in the order of the document', () =>
    assert.deepEqual(check(), [
      'digit-spacing " "',
      'digit-spacing " "',
      'radical-form "⼭⽔"',
      'half-width-punctuation ": "',
      'stray-space " "',
    ]));

  it('moves fixes along with their findings', () => {
    const found = checkDocument(readDocument(text, testResources()), testResources(), defaultSettings);
    const colon = found.find(({ rule }) => rule === 'half-width-punctuation');
    assert.equal(text.slice(colon?.fixes[0].edits[0].span.start, colon?.fixes[0].edits[0].span.end), ': ');
  });

  it('leaves out rules that are off', () =>
    assert.deepEqual(check({ severities: { 'digit-spacing': 'off', 'radical-form': 'off' } }), [
      'half-width-punctuation ": "',
      'stray-space " "',
    ]));

  it('leaves out ignored findings, by rule and the text around', () => {
    const at = text.indexOf(' ，');
    const hash = hashAround(text, { start: at, end: at + 1 });
    assert.ok(!check({ ignored: [{ rule: 'stray-space', hash }] }).includes('stray-space " "'));
    assert.ok(check({ ignored: [{ rule: 'digit-spacing', hash }] }).includes('stray-space " "'));
    assert.ok(!check({ ignored: [{ rule: 'stray-space', hash }] }, `签约62个\n${text}`).includes('stray-space " "'));
  });

  it('goes on where a rule fails, and says so', () => {
    const failed: string[] = [];
    const stray = rules.filter(({ id }) => id === 'stray-space');
    const found = checkWith(
      [failing, ...stray],
      readDocument(text, testResources()),
      testResources(),
      defaultSettings,
      (rule) => failed.push(rule.id),
    );
    assert.deepEqual(failed, ['failing', 'failing']);
    assert.equal(found.length, 1);
  });

  it('takes the severity of the settings, else the rule’s own', () => {
    const [first] = rules;
    assert.equal(severityOf(first, defaultSettings), first.severity);
    assert.equal(severityOf(first, { ...defaultSettings, severities: { [first.id]: 'hint' } }), 'hint');
  });

  it('has one rule for each id', () => assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length));
});
