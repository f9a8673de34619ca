/*
 * Annotated pages as the stages see them, and how a table of weights is learnt from cases.
 */
import { type Draft, draft } from '../../server/src/page/draft';
import { chooseProfile } from '../../server/src/page/profiles/choose';
import { isStackRow } from '../../server/src/page/rows';
import type { Emit, WeightTable } from '../../server/src/page/weights';
import type { Lexicon } from '../../server/src/text/lexicon';
import { option } from './options';
import type { Sheet } from './pages';
import { bodyPositions } from './positions';
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

/** How much weights are held back, against the usual. */
export const PENALTY = option('--penalty', 1);

/** A table for each fold, learnt of the other folds, and one learnt of all. */
export interface Tables {
  readonly byFold: readonly WeightTable[];
  readonly all: WeightTable;
}

/**
 * Trains one binary table per fold (on the other folds), and one on all. Where tables are `held`, their weights stay as
 * they are, and only evidence that they do not know (and the bias) is learnt.
 */
export function trainTables(
  examples: readonly Example[],
  collect: (example: Example, add: Add, n: number) => void,
  l2: number,
  folds: number,
  held?: Tables,
): Tables {
  const space = new FeatureSpace();
  const samples: (Sample & { fold: number })[] = [];
  examples.forEach((example, n) => {
    const add: Add = (y, evidence) => {
      samples.push({ ...space.row(evidence), y, weight: sheetWeight(example.sheet), fold: example.fold });
    };
    collect(example, add, n);
  });
  const known = new Set(held?.byFold.flatMap((weights) => Object.keys(weights)));
  const fit = (chosen: readonly Sample[], weights: WeightTable | undefined): WeightTable => {
    if (!weights) return table(space, train(chosen, space.names.length, 2, l2 * PENALTY), 0);
    const cases = chosen.map((sample) => withGiven(sample, space, known, weights));
    const learnt = table(space, train(cases, space.names.length, 2, l2 * PENALTY), 0);
    const fresh = Object.entries(learnt).filter(([name]) => name !== 'bias' && !known.has(name));
    return { ...weights, ...Object.fromEntries(fresh), bias: (weights.bias ?? 0) + learnt.bias };
  };
  const others = (fold: number): Sample[] => samples.filter((sample) => sample.fold !== fold);
  return {
    byFold: Array.from({ length: folds }, (_, fold) => fit(others(fold), held?.byFold[fold])),
    all: fit(samples, held?.all),
  };
}

/** The case with what is not known of it, and what the held weights say of the rest. */
function withGiven(sample: Sample, space: FeatureSpace, known: ReadonlySet<string>, weights: WeightTable): Sample {
  const places = Array.from(sample.at, (_, n) => n);
  const given = places.reduce(
    (sum, n) => sum + sample.x[n] * (weights[space.names[sample.at[n]]] ?? 0),
    weights.bias ?? 0,
  );
  const fresh = places.filter((n) => !known.has(space.names[sample.at[n]]));
  return {
    ...sample,
    at: Int32Array.from(fresh, (n) => sample.at[n]),
    x: Float64Array.from(fresh, (n) => sample.x[n]),
    given,
  };
}

/** Scored pages count more than their other extractions, OCR pages (a third of what comes in, and few) most. */
export const sheetWeight = (sheet: Sheet): number =>
  sheet.engine === 'seed' ? REAL : sheet.main ? MAIN + (sheet.ocr ? 1 : 0) : 0.5;
const MAIN = option('--main', 1);
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
