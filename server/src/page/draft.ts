import { listedLines } from '../text/fieldRows';
import type { Lexicon } from '../text/lexicon';
import { splitLines, type TextLine } from '../text/lines';
import { Grams } from './continuity';
import { type FormRow, formRows, NO_FORMS } from './formRows';
import { findForms, formLines } from './forms';
import { perObject } from './perObject';
import type { Profile } from './profiles/profile';
import { KINDS, roleContext, roleEvidence } from './roles';
import { isStackRow, readRows, type Sheet } from './rows';
import { looksLikeOcr } from './traits';
import { type Weights, WeightTables } from './weights';
import { Words } from './words';

/** What the first stages make of a page, before stories are put together. Row indices throughout. */
export interface Draft {
  readonly sheet: Sheet;
  readonly forms: readonly FormRow[];
  readonly roles: ReturnType<typeof roleContext>;
  readonly grams: Grams;
  readonly words: Words;
  readonly profile: Profile;
  readonly ocr: boolean;
  /** Lines that are rows of tables and lists: each a paragraph. */
  readonly listed: ReadonlySet<number>;
}

/** `ownLines` are those of the text that are to be read together. */
export function draft(
  text: string,
  lexicon: Lexicon,
  profile: Profile,
  ownLines: readonly TextLine[] = splitLines(text),
  ocr = looksLikeOcr(text),
): Draft {
  const sheet = readRows(text, ownLines);
  const { flowing } = sheet;
  const lines = flowing.map(({ line, span }) => ({ n: line, span, eol: '' }));
  const apart = sheet.rows.slice(flowing.length).map(() => NO_FORMS);
  const forms = [...formRows(flowing, findForms(formLines(text, lines), profile)), ...apart];
  const grams = new Grams(sheet.rows);
  const roles = roleContext(
    { ...sheet, rows: flowing },
    lexicon,
    grams,
    forms.map(({ tags }) => tags),
  );
  return {
    sheet,
    forms,
    roles,
    grams,
    words: new Words(sheet.rows, grams, lexicon),
    profile,
    ocr,
    listed: listedLines(text, ownLines),
  };
}

/** Odds of each kind for each row. */
export function judgeRoles(page: Draft, weights: Weights['roles']): number[][] {
  const tables = tablesOf(weights);
  return page.sheet.rows.map((_, i) =>
    isStackRow(page.sheet, i)
      ? KINDS.map((kind) => (kind === 'title' ? 1 : 0))
      : softmax([0, ...tables.weigh((emit) => roleEvidence(page.roles, i, emit))]),
  );
}

/** The tables in the order of KINDS, whose first, the body, is the zero point. */
const tablesOf = perObject(
  ({ title, caption, byline, furniture }: Weights['roles']) => new WeightTables([title, caption, byline, furniture]),
);

function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - max));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((odd) => odd / sum);
}
