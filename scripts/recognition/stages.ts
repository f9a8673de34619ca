/*
 * The stages that learn, one after the other: each is trained on what the stages before it say of pages that took no part
 * in their training (folds by page number), so that no stage learns to trust too much.
 */
import { asideEvidence, homes } from '../../server/src/page/asides';
import { boundaryEvidence } from '../../server/src/page/boundaries';
import { captionEvidence } from '../../server/src/page/captions';
import { joinRuns } from '../../server/src/page/joining';
import { type Body, linkContext, linkEvidence } from '../../server/src/page/links';
import {
  type Draft,
  draft,
  judgeRoles,
  makeRun,
  type Ordered,
  order,
  type Runs,
  runsOf,
  sequelContext,
  successionContext,
} from '../../server/src/page/pipeline';
import { chooseProfile } from '../../server/src/page/profiles/choose';
import { mergeEvidence, refinement, splitEvidence, splitPlaces } from '../../server/src/page/refine';
import { KINDS, roleEvidence } from '../../server/src/page/roles';
import { type Run, sequelEvidence } from '../../server/src/page/sequels';
import type { Assembly, Texts } from '../../server/src/page/stories';
import { successionEvidence } from '../../server/src/page/succession';
import type { Link } from '../../server/src/page/titleLinks';
import {
  MAX_STEPS,
  makeBlock,
  partEvidence,
  type TitleBlock,
  type TitleLine,
  titleLines,
  togetherEvidence,
} from '../../server/src/page/titles';
import type { Emit, Weights, WeightTable } from '../../server/src/page/weights';
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
      role: rows.map(({ line }) => {
        const truth = sheet.truth.lines[line];
        return truth.role === 'byline' && truth.roles?.includes('body') ? 'body' : truth.role;
      }),
    };
  });
}

/** Trains one binary table per fold (on the other folds), and one on all. */
export function trainTables(
  examples: readonly Example[],
  collect: (example: Example, add: (y: number, evidence: (emit: Emit) => void, weight?: number) => void) => void,
  l2: number,
  folds: number,
): { byFold: WeightTable[]; all: WeightTable; samples: number } {
  const space = new FeatureSpace();
  const samples: (Sample & { fold: number })[] = [];
  for (const example of examples) {
    collect(example, (y, evidence, weight = 1) => {
      samples.push({ ...space.row(evidence), y, weight: weight * sheetWeight(example.sheet), fold: example.fold });
    });
  }
  const fit = (chosen: readonly Sample[]): WeightTable => table(space, train(chosen, space.names.length, 2, l2), 0);
  const byFold = Array.from({ length: folds }, (_, fold) => fit(samples.filter((sample) => sample.fold !== fold)));
  return { byFold, all: fit(samples), samples: samples.length };
}

/** Scored pages count more than their other extractions, OCR pages (a third of what comes in, and few) most. */
const sheetWeight = (sheet: Sheet): number => (sheet.engine === 'seed' ? REAL : sheet.main ? (sheet.ocr ? 2 : 1) : 0.5);
/** A real page, not one set for measuring: there is one, and it has what real pages have. */
const REAL = 8;

export function table(space: FeatureSpace, w: Float64Array, klass: number): WeightTable {
  const d = space.names.length + 1;
  const entries = space.names.map((name, i): [string, number] => [name, w[klass * d + i]]);
  return Object.fromEntries([['bias', w[klass * d + d - 1]] as [string, number], ...entries]);
}

const KIND_OF_ROLE: Readonly<Record<string, number>> = {
  headline: 1,
  kicker: 1,
  deck: 1,
  subhead: 1,
  body: 0,
  lead: 0,
  dateline: 0,
  jump: 0,
  caption: 2,
  byline: 3,
  folio: 4,
};

export function trainRoles(
  examples: readonly Example[],
  folds: number,
): { byFold: Weights['roles'][]; all: Weights['roles'] } {
  const space = new FeatureSpace();
  const samples: (Sample & { fold: number })[] = [];
  for (const { draft: page, role, fold, sheet } of examples) {
    role.forEach((name, i) => {
      const y = KIND_OF_ROLE[name];
      if (y === undefined) return;
      samples.push({ ...space.row((emit) => roleEvidence(page.roles, i, emit)), y, weight: sheetWeight(sheet), fold });
    });
  }
  const fit = (chosen: readonly Sample[]): Weights['roles'] => {
    const w = train(chosen, space.names.length, KINDS.length, 2, 70);
    const tables = KINDS.map((_, k) => table(space, w, k));
    const less = (k: number): WeightTable =>
      Object.fromEntries(Object.keys(tables[k]).map((name) => [name, tables[k][name] - tables[0][name]]));
    return { title: less(1), caption: less(2), byline: less(3), furniture: less(4) };
  };
  const byFold = Array.from({ length: folds }, (_, fold) => fit(samples.filter((sample) => sample.fold !== fold)));
  return { byFold, all: fit(samples) };
}

export { judgeRoles };

/** For each row the row of its story that comes next, by the positions in the body. */
export function successors(example: Example): Map<number, number> {
  const stories = new Map<number, number[]>();
  example.positions.forEach((position, i) => {
    const article = example.article[i];
    if (position === null || article === null) return;
    const rows = stories.get(article);
    if (rows) rows.push(i);
    else stories.set(article, [i]);
  });
  const next = new Map<number, number>();
  for (const rows of stories.values()) {
    rows.sort((a, b) => (example.positions[a] ?? 0) - (example.positions[b] ?? 0));
    for (let k = 0; k + 1 < rows.length; k++) next.set(rows[k], rows[k + 1]);
  }
  return next;
}

const FLOW = new Set(['body', 'lead', 'dateline', 'jump', 'byline', 'caption']);
const WINDOW = 8;
/** Of the pages' other extractions every so manieth row is enough. */
const SKIP = 3;

export const trainSuccession = (examples: readonly Example[], folds: number) =>
  trainTables(
    examples,
    (example, add) => {
      const context = successionContext(example.draft);
      const next = successors(example);
      const flow = example.role.map((_, i) => i).filter((i) => FLOW.has(example.role[i]));
      flow.forEach((a, k) => {
        if (example.positions[a] === null || (!example.sheet.main && k % SKIP > 0)) return;
        for (const b of flow.slice(k + 1, k + 1 + WINDOW)) {
          add(next.get(a) === b ? 1 : 0, (emit) => successionEvidence(context, a, b, emit));
        }
      });
    },
    2,
    folds,
  );

export const inOrder = (
  example: Example,
  roles: Weights['roles'],
  weights: Pick<Weights, 'caption' | 'succession'>,
): Ordered => order(example.draft, judgeRoles(example.draft, roles), weights);

export const trainCaptions = (examples: readonly Example[], roles: readonly Weights['roles'][], folds: number) =>
  trainTables(
    examples,
    (example, add) => {
      const odds = judgeRoles(example.draft, roles[example.fold]);
      const rowOfLine = new Map(example.draft.sheet.rows.map((row, i) => [row.line, i]));
      for (const { captionLines } of example.sheet.truth.articles) {
        for (const lines of captionLines) {
          const rows = lines
            .map((n) => rowOfLine.get(n))
            .filter((i) => i !== undefined)
            .sort((a, b) => a - b);
          if (rows.length === 0) continue;
          const last = rows[rows.length - 1];
          for (let first = last; first > 0 && rows.includes(first); first--) {
            add(rows.includes(first - 1) ? 1 : 0, (emit) =>
              captionEvidence(example.draft, odds, first - 1, first, last, emit),
            );
          }
        }
      }
    },
    1,
    folds,
  );

export const trainBoundaries = (examples: readonly Example[], pages: readonly Ordered[], folds: number) =>
  trainTables(
    examples,
    (example, add) => {
      const page = pages[examples.indexOf(example)];
      for (const chain of page.chains) {
        for (let k = 1; k < chain.length; k++) {
          const [a, b] = [example.article[chain[k - 1]], example.article[chain[k]]];
          if (a === null || b === null) continue;
          add(a === b ? 0 : 1, (emit) => boundaryEvidence(page.boundary, chain, k, emit));
        }
      }
    },
    2,
    folds,
  );

/** The story most rows of the run belong to, and where in it the run begins and ends. */
export function truthOfRun(
  example: Example,
  run: Pick<Run, 'rows'>,
): { article: number | null; first: number | null; last: number | null } {
  const votes = new Map<number, number>();
  for (const i of run.rows) {
    const article = example.article[i];
    if (article !== null) votes.set(article, (votes.get(article) ?? 0) + 1);
  }
  const article = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const at = run.rows
    .filter((i) => example.article[i] === article)
    .map((i) => example.positions[i])
    .filter((p) => p !== null);
  return { article, first: at[0] ?? null, last: at[at.length - 1] ?? null };
}

/** Runs of a page as they are when the surest pairs of them have been joined, down to these log-odds. */
const JOINED_DOWN_TO = [3, 1, -0.5];

/**
 * From the runs as they were cut, and, where a first table is given (one a fold), from what that table has made of them
 * half way as well: for runs are joined one pair after the other.
 */
export const trainSequels = (
  examples: readonly Example[],
  pages: readonly Ordered[],
  all: readonly Runs[],
  folds: number,
  first: readonly WeightTable[] = [],
) =>
  trainTables(
    examples,
    (example, add) => {
      const n = examples.indexOf(example);
      const { runs, parted } = all[n];
      addSequels(example, pages[n], runs, parted, add);
      const sequel = first[example.fold];
      if (!sequel) return;
      for (const least of JOINED_DOWN_TO)
        addSequels(example, pages[n], joinRuns(pages[n], runs, { sequel }, parted, least), parted, add);
    },
    2,
    folds,
  );

function addSequels(
  example: Example,
  page: Ordered,
  runs: readonly Run[],
  parted: Runs['parted'],
  add: (y: number, evidence: (emit: Emit) => void) => void,
): void {
  const context = sequelContext(page, runs, parted);
  const truth = runs.map((run) => truthOfRun(example, run));
  runs.forEach((s, i) => {
    runs.forEach((t, j) => {
      if (i === j || truth[i].article === null || truth[j].article === null) return;
      const same = truth[i].article === truth[j].article;
      if (same && !((truth[i].last ?? 0) < (truth[j].first ?? 0))) return;
      add(same ? 1 : 0, (emit) => sequelEvidence(context, s, t, emit));
    });
  });
}

export { makeRun, runsOf };

const TITLES = new Set(['headline', 'kicker', 'deck']);

/** Title lines as the truth has them: what the grouping should make of them. */
const trueTitles = (example: Example): number[] => example.role.map((role) => (TITLES.has(role) ? 1 : 0));

export const trainTogether = (examples: readonly Example[], folds: number) =>
  trainTables(
    examples,
    (example, add) => {
      const lines = titleLines(example.draft, trueTitles(example));
      for (let n = 1; n < lines.length; n++) {
        const [u, v] = [lines[n - 1], lines[n]];
        if (Math.min(...v.rows) - Math.max(...u.rows) > MAX_STEPS) continue;
        const same = example.article[u.rows[0]] === example.article[v.rows[0]];
        add(same ? 1 : 0, (emit) => togetherEvidence(example.draft, u, v, emit));
      }
    },
    2,
    folds,
  );

const PARTS = ['headline', 'kicker', 'deck'] as const;

export function trainParts(
  examples: readonly Example[],
  folds: number,
): { byFold: Weights['parts'][]; all: Weights['parts'] } {
  const space = new FeatureSpace();
  const samples: (Sample & { fold: number })[] = [];
  for (const example of examples) {
    const title = trueTitles(example);
    const byArticle = new Map<number, TitleLine[]>();
    for (const line of titleLines(example.draft, title)) {
      const article = example.article[line.rows[0]];
      if (article !== null) byArticle.set(article, [...(byArticle.get(article) ?? []), line]);
    }
    for (const lines of byArticle.values()) {
      const block = makeBlock(lines, title);
      lines.forEach((line, n) => {
        const y = PARTS.indexOf(example.role[line.rows[0]] as (typeof PARTS)[number]);
        samples.push({
          ...space.row((emit) => partEvidence(example.draft, block, n, emit)),
          y,
          weight: sheetWeight(example.sheet),
          fold: example.fold,
        });
      });
    }
  }
  const fit = (chosen: readonly Sample[]): Weights['parts'] => {
    const w = train(chosen, space.names.length, 3, 2, 60);
    return { headline: table(space, w, 0), kicker: table(space, w, 1), deck: table(space, w, 2) };
  };
  return {
    byFold: Array.from({ length: folds }, (_, fold) => fit(samples.filter((s) => s.fold !== fold))),
    all: fit(samples),
  };
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

export const trainLinks = (examples: readonly Example[], assemblies: readonly Assembly[], folds: number) =>
  trainTables(
    examples,
    (example, add) => {
      const { blocks, bodies } = assemblies[examples.indexOf(example)];
      const context = linkContext(example.draft, blocks, bodies);
      blocks.forEach((block, t) => {
        if (block.lines.length === 0) return;
        const wanted = articleOf(example, block.rows);
        bodies.forEach((body, s) => {
          const same = wanted !== null && articleOf(example, body.rows) === wanted;
          add(same ? 1 : 0, (emit) => linkEvidence(context, t, s, emit));
        });
      });
    },
    2,
    folds,
  );

/** A first assembly of a page: what the second look is trained on. */
export interface FirstLook {
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
}

export const trainSplits = (
  examples: readonly Example[],
  pages: readonly Ordered[],
  looks: readonly FirstLook[],
  weights: readonly Weights[],
  folds: number,
) =>
  trainTables(
    examples,
    (example, add) => {
      const n = examples.indexOf(example);
      const { bodies, blocks, links } = looks[n];
      const look = refinement(pages[n], weights[example.fold], bodies, blocks, links);
      bodies.forEach(({ rows }, s) => {
        for (const k of splitPlaces(look, s)) {
          const before = articleOf(example, rows.slice(Math.max(0, k - 3), k));
          const after = articleOf(example, rows.slice(k, k + 3));
          if (before === null || after === null) continue;
          add(example.article[rows[k - 1]] !== example.article[rows[k]] && before !== after ? 1 : 0, (emit) =>
            splitEvidence(look, s, k, emit),
          );
        }
      });
    },
    2,
    folds,
  );

export const trainMerges = (
  examples: readonly Example[],
  pages: readonly Ordered[],
  looks: readonly FirstLook[],
  weights: readonly Weights[],
  folds: number,
) =>
  trainTables(
    examples,
    (example, add) => {
      const n = examples.indexOf(example);
      const { bodies, blocks, links } = looks[n];
      const look = refinement(pages[n], weights[example.fold], bodies, blocks, links);
      const runs = bodies.map((body) => makeRun(pages[n], body.rows));
      const truth = runs.map((run) => truthOfRun(example, run));
      runs.forEach((_, s) => {
        runs.forEach((_, t) => {
          if (s === t || bodies[s].figure || bodies[t].figure || truth[s].article === null || truth[t].article === null)
            return;
          const same = truth[s].article === truth[t].article;
          if (same && !((truth[s].last ?? 0) < (truth[t].first ?? 0))) return;
          add(same ? 1 : 0, (emit) => mergeEvidence(look, runs, s, t, emit));
        });
      });
    },
    2,
    folds,
  );

/** Bylines that stand apart: which story each belongs to. */
export const trainAsides = (
  examples: readonly Example[],
  pages: readonly Ordered[],
  texts: readonly Texts[],
  folds: number,
) =>
  trainTables(
    examples,
    (example, add) => {
      const n = examples.indexOf(example);
      const { bodies, blocks, links, asides } = texts[n];
      const look = homes(pages[n], bodies, blocks, links);
      const truth = bodies.map(({ rows }) => truthOfRun(example, { rows }).article);
      for (const rows of asides) {
        const article = example.article[rows[0]];
        if (article === null || !truth.includes(article)) continue;
        bodies.forEach(({ figure }, body) => {
          if (!figure) add(truth[body] === article ? 1 : 0, (emit) => asideEvidence(look, rows, body, emit));
        });
      }
    },
    2,
    folds,
  );
