/*
 * The stages that learn of stories, each from the out-of-fold work of those before it, as those of rowStages.ts do.
 */
import { asideEvidence, homes } from '../../server/src/page/asides';
import type { Texts } from '../../server/src/page/gathering';
import { joinRuns } from '../../server/src/page/joining';
import { linkContext, linkEvidence } from '../../server/src/page/links';
import type { Ordered } from '../../server/src/page/ordered';
import { type Runs, sequelContext } from '../../server/src/page/runs';
import { type Run, sequelEvidence } from '../../server/src/page/sequels';
import { splitEvidence, splitPlaces } from '../../server/src/page/splits';
import type { Assembly } from '../../server/src/page/titleLinks';
import type { Emit, Weights, WeightTable } from '../../server/src/page/weights';
import { type Add, articleOf, type Example, type Tables, type Truth, trainTables, truthOf } from './examples';

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
  held?: Tables,
) =>
  trainTables(
    examples,
    (example, add, n) => {
      const { runs, parted } = all[n];
      addSequels(example, pages[n], runs, parted, add);
      const sequel = first[example.fold];
      if (!sequel) return;
      for (const least of JOINED_DOWN_TO)
        addSequels(example, pages[n], joinRuns(pages[n], runs, { sequel }, parted, least), parted, add);
    },
    2,
    folds,
    held,
  );

function addSequels(example: Example, page: Ordered, runs: readonly Run[], parted: Runs['parted'], add: Add): void {
  const context = sequelContext(page, runs, parted);
  const truth = runs.map(({ rows }) => truthOf(example, rows));
  addPairs(truth, add, (s, t, emit) => sequelEvidence(context, runs[s], runs[t], emit));
}

/** Which goes on in which, of all pairs of which that can be told. */
function addPairs(truth: readonly Truth[], add: Add, evidence: (s: number, t: number, emit: Emit) => void): void {
  truth.forEach((first, s) => {
    truth.forEach((second, t) => {
      if (s === t || first.article === null || second.article === null) return;
      const same = first.article === second.article;
      if (same && (first.last ?? 0) >= (second.first ?? 0)) return;
      add(same ? 1 : 0, (emit) => evidence(s, t, emit));
    });
  });
}

/** Stories and title blocks, linked or not. */
export type Look = Pick<Assembly, 'bodies' | 'blocks'>;

export const trainLinks = (examples: readonly Example[], looks: readonly Look[], folds: number, held?: Tables) =>
  trainTables(
    examples,
    (example, add, n) => {
      const { blocks, bodies } = looks[n];
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
    held,
  );

export const trainSplits = (
  examples: readonly Example[],
  pages: readonly Ordered[],
  looks: readonly Look[],
  weights: readonly Weights[],
  folds: number,
) =>
  trainTables(
    examples,
    (example, add, n) => {
      const { bodies } = looks[n];
      bodies.forEach(({ rows, figure }) => {
        for (const k of figure ? [] : splitPlaces(pages[n], rows)) {
          const before = articleOf(example, rows.slice(Math.max(0, k - 3), k));
          const after = articleOf(example, rows.slice(k, k + 3));
          if (before === null || after === null) continue;
          add(example.article[rows[k - 1]] !== example.article[rows[k]] && before !== after ? 1 : 0, (emit) =>
            splitEvidence(pages[n], weights[example.fold], bodies, rows, k, emit),
          );
        }
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
    (example, add, n) => {
      const { bodies, blocks, links, asides } = texts[n];
      const look = homes(pages[n], bodies, blocks, links);
      const truth = bodies.map(({ rows }) => articleOf(example, rows));
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
