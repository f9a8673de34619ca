/*
 * The stages that learn of rows and title lines: each is trained on what the stages before it say of pages that took no
 * part in their training (folds by page number), so that no stage learns to trust too much. Those that learn of stories
 * stand in storyStages.ts.
 */
import { boundaryEvidence } from '../../server/src/page/boundaries';
import { captionEvidence } from '../../server/src/page/captions';
import { judgeRoles } from '../../server/src/page/draft';
import { type Ordered, order, successionContext } from '../../server/src/page/ordered';
import { KINDS, roleEvidence } from '../../server/src/page/roles';
import { isStackRow } from '../../server/src/page/rows';
import { successionEvidence } from '../../server/src/page/succession';
import { type TitleLine, titleLines } from '../../server/src/page/titleLines';
import { isParted, MAX_STEPS, makeBlock, partEvidence, togetherEvidence } from '../../server/src/page/titles';
import type { Weights, WeightTable } from '../../server/src/page/weights';
import { type Example, PENALTY, sheetWeight, type Tables, table, trainTables } from './examples';
import { FeatureSpace, type Sample, train } from './regression';

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
      if (y === undefined || isStackRow(page.sheet, i)) return;
      samples.push({ ...space.row((emit) => roleEvidence(page.roles, i, emit)), y, weight: sheetWeight(sheet), fold });
    });
  }
  const fit = (chosen: readonly Sample[]): Weights['roles'] => {
    const w = train(chosen, space.names.length, KINDS.length, 2 * PENALTY, 70);
    const tables = KINDS.map((_, k) => table(space, w, k));
    const less = (k: number): WeightTable =>
      Object.fromEntries(Object.keys(tables[k]).map((name) => [name, tables[k][name] - tables[0][name]]));
    return { title: less(1), caption: less(2), byline: less(3), furniture: less(4) };
  };
  const byFold = Array.from({ length: folds }, (_, fold) => fit(samples.filter((sample) => sample.fold !== fold)));
  return { byFold, all: fit(samples) };
}

/** For each row the row of its story that comes next, by the positions in the body. */
function successors(example: Example): Map<number, number> {
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
      const rowOfLine = new Map(example.draft.sheet.flowing.map((row, i) => [row.line, i]));
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

export const trainBoundaries = (
  examples: readonly Example[],
  pages: readonly Ordered[],
  folds: number,
  held?: Tables,
) =>
  trainTables(
    examples,
    (example, add, n) => {
      const page = pages[n];
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
    held,
  );

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
        if (Math.min(...v.rows) - Math.max(...u.rows) > MAX_STEPS || isParted(example.draft, u, v)) continue;
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
      const block = makeBlock(example.draft, lines, title);
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
    const w = train(chosen, space.names.length, 3, 2 * PENALTY, 60);
    return { headline: table(space, w, 0), kicker: table(space, w, 1), deck: table(space, w, 2) };
  };
  return {
    byFold: Array.from({ length: folds }, (_, fold) => fit(samples.filter((s) => s.fold !== fold))),
    all: fit(samples),
  };
}
