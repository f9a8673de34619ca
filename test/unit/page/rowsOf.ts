import { type Draft, draft, judgeRoles } from '../../../server/src/page/draft';
import { zhHans } from '../../../server/src/page/profiles/zh-Hans';
import { type Row, readRows } from '../../../server/src/page/rows';
import { weights } from '../../../server/src/page/weights.generated';
import { testLexicon } from '../lexicon';

/** The rows of a page given by its lines. */
export const rowsOf = (...lines: readonly string[]): readonly Row[] => readRows(lines.join('\n')).rows;

/** What the first stages make of a page given by its lines, and the odds of each row's kinds. */
export function draftOf(...lines: readonly string[]): { readonly page: Draft; readonly odds: number[][] } {
  const page = draft(lines.join('\n'), testLexicon(), zhHans);
  return { page, odds: judgeRoles(page, weights.roles) };
}
