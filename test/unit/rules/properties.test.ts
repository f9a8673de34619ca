import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/page/document';
import { fixAll } from '../../../server/src/rules/fix';
import { rules } from '../../../server/src/rules/index';
import { checkWith } from '../../../server/src/rules/run';
import { defaultSettings } from '../../../server/src/rules/settings';
import { foldUnit } from '../../../server/src/text/equivalents';
import { applyEdits } from '../../../server/src/text/span';
import { testResources } from '../resources';

/* What holds for the class A rules of the groups encoding, spacing and punctuation, whatever the text. */

const ids = rules
  .filter(({ fixClass, group }) => fixClass === 'A' && ['encoding', 'spacing', 'punctuation'].includes(group))
  .map(({ id }) => id);
const selected = rules.filter(({ id }) => ids.includes(id));
const fix = (text: string) => fixAll(text, testResources(), defaultSettings, { rules: ids, classes: ['A'] });
const check = (text: string) =>
  checkWith(selected, readDocument(text, testResources()), testResources(), defaultSettings, (rule, error) => {
    throw new Error(`${rule.id}: ${error}`);
  });

/** Lines made of what the rules look for, and of good text around it. */
const pieces = fc.constantFrom(
  ...[
    '春',
    '天',
    '河',
    '边',
    '一',
    '的',
    ' ',
    ' ',
    '　',
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '〈',
    '《',
    '》',
    '、',
    '：',
  ],
  ...['1', '2', '２', '%', '.', ',', ':', '(', ')', '?', '-', '--', '—', '...', '`', ']', '0', 'A', 'http://'],
  ...[
    '⼭',
    '⽇',
    '\uf900',
    '︒',
    '﹃',
    '\u200b',
    '\u00a0',
    '\u0001',
    '\ufffd',
    '𠀀',
    '\ud840',
    '\ufeff',
    '□',
    '讯',
    '记者',
    '下转',
  ],
  ...['春 天 河 边 ', '1 2 3 元', '本报讯', '\n', '\n\n', '\r\n', '\f'],
);
const page = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
/** The same without characters that nobody sees, which hide from one rule what another looks for. */
const visiblePage = page.map((text) => text.replace(/[\u0001\u00a0\u200b\ufeff]/g, ''));

/** Han characters, letters and digits in order, encoding forms folded; halves of pairs left as they are. */
function content(text: string): string {
  let kept = '';
  for (let i = 0; i < text.length; i++) kept += foldUnit(text.charCodeAt(i)) ?? text[i];
  return kept.replace(/[^\p{L}\p{N}]/gu, '');
}

describe('fixes of class A', () => {
  it('settle, and leave nothing to fix', () =>
    fc.assert(
      fc.property(page, (text) => {
        const first = fix(text);
        assert.ok(first.settled);
        assert.equal(fix(first.text).text, first.text);
        assert.deepEqual(
          check(first.text).filter(({ fixes }) => fixes.at(0)?.class === 'A'),
          [],
        );
      }),
    ));

  it('change no Han character, letter or digit but exact equivalents', () =>
    fc.assert(
      fc.property(page, (text) => {
        // 一一一 for ——— is the one named exception: the ones are misread dashes.
        const fixed = fix(text);
        if (fixed.applied['mark-lookalike'] === undefined) assert.equal(content(fixed.text), content(text));
      }),
    ));

  it('keep the number of lines and pages', () =>
    fc.assert(
      fc.property(page, (text) => {
        const ends = (s: string) => s.replace(/[^\n\f]/g, '');
        const fixed = fix(text);
        if (fixed.applied['blank-line-padding'] === undefined) assert.equal(ends(fixed.text), ends(text));
      }),
    ));

  it('change only what they report, without overlaps of their own', () =>
    fc.assert(
      fc.property(page, (text) => {
        for (const { rule, span, fixes } of check(text)) {
          if (rule === 'blank-line-padding') continue;
          let done = 0;
          for (const edit of fixes.flatMap(({ edits }) => edits)) {
            assert.ok(span.start <= edit.span.start && edit.span.end <= span.end, `${rule} edits beyond its span`);
            assert.ok(edit.span.start >= done, `${rule} overlaps itself`);
            done = edit.span.end;
          }
        }
      }),
    ));

  it('need not be repeated: one fix applied, the same rule has nothing left to say there', () =>
    fc.assert(
      fc.property(visiblePage, fc.nat(), (text, pick) => {
        const findings = check(text).filter(({ rule, fixes }) => rule !== 'blank-line-padding' && fixes.length > 0);
        if (findings.length === 0) return;
        const one = findings[pick % findings.length];
        const { edits } = one.fixes[0];
        const shift = edits.reduce((sum, { span, text: written }) => sum + written.length - (span.end - span.start), 0);
        const left = check(applyEdits(text, edits)).filter(
          ({ rule, span }) => rule === one.rule && span.start < one.span.end + shift && span.end > one.span.start,
        );
        assert.deepEqual(left, []);
      }),
    ));
});
