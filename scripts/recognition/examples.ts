/*
 * Annotated pages as the stages see them, and how a table of weights is learnt from cases.
 */
import { type Draft, draft } from '../../server/src/page/draft';
import { chooseProfile } from '../../server/src/page/profiles/choose';
import { isStackRow } from '../../server/src/page/rows';
import type { Emit, WeightTable } from '../../server/src/page/weights';
import type { Lexicon } from '../../server/src/text/lexicon';
import { bodyPositions, type Sheet } from './pages';
import { FeatureSpace, type Sample, train } from './regression';

export interface Example {
  readonly sheet: Sheet;
  readonly fold: number;
  readonly draft: Draft;
  /** Position in its story's body of each row; null where it has none. */
  readonly positions: readonly (number | null)[];
  readonly article: readonly (number | null)[];
  readonly role: readonly string[];
}

export function prepare(sheets: readonly Sheet[], lexicon: Lexicon, folds: number): Example[] {
  const groups = [...new Set(sheets.map(({ group }) => group))].sort();
  return sheets.map((sheet) => {
    const page = draft(sheet.text, lexicon, chooseProfile(sheet.text));
    const rows = page.sheet.rows;
    const places = bodyPositions(rows, sheet.truth);
    return {
      sheet,
      fold: groups.indexOf(sheet.group) % folds,
      draft: page,
      positions: places,
      article: rows.map(({ line }) => (sheet.truth.lines[line].mixed ? null : sheet.truth.lines[line].article)),
      role: rows.map(({ line }, i) => {
        if (isStackRow(page.sheet, i)) return 'headline';
        const truth = sheet.truth.lines[line];
        return truth.role === 'byline' && truth.roles?.includes('body') ? 'body' : truth.role;
      }),
    };
  });
}

/** Takes a case: whether it is so (1 or 0), and what speaks for and against it. */
export type Add = (y: 0 | 1, evidence: (emit: Emit) => void) => void;

/** Trains one binary table per fold (on the other folds), and one on all. */
export function trainTables(
  examples: readonly Example[],
  collect: (example: Example, add: Add, n: number) => void,
  l2: number,
  folds: number,
): { byFold: WeightTable[]; all: WeightTable; samples: number } {
  const space = new FeatureSpace();
  const samples: (Sample & { fold: number })[] = [];
  examples.forEach((example, n) => {
    const add: Add = (y, evidence) => {
      samples.push({ ...space.row(evidence), y, weight: sheetWeight(example.sheet), fold: example.fold });
    };
    collect(example, add, n);
  });
  const fit = (chosen: readonly Sample[]): WeightTable => table(space, train(chosen, space.names.length, 2, l2), 0);
  const byFold = Array.from({ length: folds }, (_, fold) => fit(samples.filter((sample) => sample.fold !== fold)));
  return { byFold, all: fit(samples), samples: samples.length };
}

/** Scored pages count more than their other extractions, OCR pages (a third of what comes in, and few) most. */
export const sheetWeight = (sheet: Sheet): number =>
  sheet.engine === 'seed' ? REAL : sheet.main ? (sheet.ocr ? 2 : 1) : 0.5;
/** A real page, not one set for measuring: there is one, and it has what real pages have. */
const REAL = 8;

export function table(space: FeatureSpace, w: Float64Array, klass: number): WeightTable {
  const d = space.names.length + 1;
  const entries = space.names.map((name, i): [string, number] => [name, w[klass * d + i]]);
  return Object.fromEntries([['bias', w[klass * d + d - 1]] as [string, number], ...entries]);
}

/** The story that most rows belong to. */
export function articleOf(example: Example, rows: readonly number[]): number | null {
  const votes = new Map<number, number>();
  for (const i of rows) {
    const article = example.article[i];
    if (article !== null) votes.set(article, (votes.get(article) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Where rows stand that are read one after the other: in the story of most of them, from one offset to another. */
export interface Truth {
  readonly article: number | null;
  readonly first: number | null;
  readonly last: number | null;
}

export function truthOf(example: Example, rows: readonly number[]): Truth {
  const article = articleOf(example, rows);
  const at = rows
    .filter((i) => example.article[i] === article)
    .map((i) => example.positions[i])
    .filter((p) => p !== null);
  return { article, first: at[0] ?? null, last: at[at.length - 1] ?? null };
}
