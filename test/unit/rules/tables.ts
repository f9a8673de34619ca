import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/page/document';
import { fixAll } from '../../../server/src/rules/fix';
import { rules } from '../../../server/src/rules/index';
import type { Finding, FixClass } from '../../../server/src/rules/rule';
import { checkWith } from '../../../server/src/rules/run';
import { defaultSettings, type Settings } from '../../../server/src/rules/settings';
import { testResources } from '../resources';

/* Tables of cases for rules: one row a case. */

const ruleOf = (id: string) => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no such rule: ${id}`);
  return rule;
};

/** What one rule finds in a text. Throws where the rule throws. */
export function findingsOf(id: string, text: string, settings: Settings = defaultSettings): Finding[] {
  const fail = (_: unknown, error: unknown) => {
    throw error;
  };
  return checkWith([ruleOf(id)], readDocument(text, testResources()), testResources(), settings, fail);
}

/** Rows of text before and after the rule's fixes of class A. */
export function repairs(id: string, rows: readonly [string, string][], settings: Settings = defaultSettings): void {
  for (const [before, after] of rows)
    it(`${show(before)} → ${show(after)}`, () => {
      const { text, settled } = fixAll(before, testResources(), settings, { rules: [id], classes: ['A'] });
      assert.equal(text, after);
      assert.ok(settled);
    });
}

/** Rows of text and its one finding: the reported text, the class of its first fix (R for none), and what it would write. */
export function finds(
  id: string,
  rows: readonly [text: string, found: string, fixClass: FixClass, written?: string][],
  settings: Settings = defaultSettings,
): void {
  for (const [text, found, fixClass, written] of rows)
    it(`${show(text)}: ${show(found)} (${fixClass})`, () => {
      const findings = findingsOf(id, text, settings);
      assert.deepEqual(
        findings.map(({ span, fixes }) => [text.slice(span.start, span.end), fixes.at(0)?.class ?? 'R']),
        [[found, fixClass]],
      );
      if (written !== undefined) assert.equal(findings[0].fixes[0].edits.map((edit) => edit.text).join(''), written);
    });
}

/** Good text in which the rule finds nothing. */
export function silent(id: string, rows: readonly string[], settings: Settings = defaultSettings): void {
  for (const text of rows)
    it(`${show(text)} is good`, () =>
      assert.deepEqual(
        findingsOf(id, text, settings).map(({ span }) => text.slice(span.start, span.end)),
        [],
      ));
}

const show = (text: string): string => {
  const shown = text.replace(/[\u0000-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff\ue000]/g, (c) =>
    c === '\n' ? '⏎' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
};
