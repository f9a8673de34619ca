import assert from 'node:assert/strict';
import { hashAround, isIgnored } from '../../../server/src/rules/ignore';
import { defaultSettings } from '../../../server/src/rules/settings';
import { say } from '../../../server/src/text/message';

const place = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};
const hash = (text: string, part: string): string => hashAround(text, place(text, part));

describe('ignored findings', () => {
  const text = '春风吹过山乡的田野，新修的水渠里流着清水，人们忙着播种，老支书站在渠边看着。';

  it('are known again after edits elsewhere', () =>
    assert.equal(hash(`新的一行在上面。\n\n${text}`, '清水').slice(0, 8), hash(`${text}又一句。`, '清水').slice(0, 8)));
  it('are known again with other line breaks and spaces', () =>
    assert.equal(hash(text, '清水'), hash(text.replace('水渠', ' 水渠').replace('忙着', '忙着\n'), '清水')));
  it('are not known in another place', () => assert.notEqual(hash(text, '清水'), hash(text, '播种')));
  it('are of one rule only', () => {
    const settings = { ...defaultSettings, ignored: [{ rule: 'doubled-text', hash: hash(text, '清水') }] };
    const finding = (rule: string) => ({ rule, span: place(text, '清水'), message: say('x'), evidence: [], fixes: [] });
    assert.equal(isIgnored(text, finding('doubled-text'), settings), true);
    assert.equal(isIgnored(text, finding('vertical-text'), settings), false);
  });
});
