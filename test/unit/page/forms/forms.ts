import assert from 'node:assert/strict';
import { type Form, findForms, formLines, type RoleNames } from '../../../../server/src/page/forms';
import type { Profile } from '../../../../server/src/page/profiles/profile';
import { zhHans } from '../../../../server/src/page/profiles/zh-Hans';
import { splitLines } from '../../../../server/src/text/lines';

/** A form below this says little; tables show what is surer. */
const SHOWN = 0.5;

const people = (parts: readonly RoleNames[]): string =>
  parts.map(({ role, names }) => `${role ?? '-'} ${names.map(({ name }) => name).join('+')}`.trim()).join(' | ');

function fields(form: Form): string {
  switch (form.kind) {
    case 'byline':
      return `${form.place}: ${people(form.parts)}`;
    case 'dateline':
      return [form.text, form.agency ?? '-', form.place ?? '-', form.month ?? '-', form.day ?? '-', form.wire].join(
        ' ',
      );
    case 'caption-credit':
      return people([form]);
    case 'jump':
    case 'continued':
      return form.page;
    case 'folio':
      return [form.newspaper ?? '-', form.date ?? '-', form.page ?? '-'].join(' ');
    default:
      return form.text;
  }
}

/** The forms of a text in short: one string a form, its kind and fields. `only` keeps some kinds. */
export function shortForms(text: string, only: readonly Form['kind'][] = [], profile: Profile = zhHans): string[] {
  return findForms(formLines(text, splitLines(text)), profile)
    .filter(({ kind, score }) => score >= SHOWN && (only.length === 0 || only.includes(kind)))
    .map((form) => `${form.kind} ${fields(form)}`);
}

/** One test a row: the text, and the forms (of the kinds that the table is about) that must be found in it. */
export function formTable(
  kinds: readonly Form['kind'][],
  rows: readonly (readonly [text: string, ...expected: string[]])[],
  profile: Profile = zhHans,
): void {
  for (const [text, ...expected] of rows) {
    it(JSON.stringify(text).slice(1, -1), () => assert.deepEqual(shortForms(text, kinds, profile), expected));
  }
}
