/*
 * How often the recogniser is right where it says how sure it is: links of titles and boundaries between rows, on pages
 * that took no part in the training.
 */
import { boundaryEvidence } from '../../server/src/page/boundaries';
import type { Ordered } from '../../server/src/page/ordered';
import type { Assembly } from '../../server/src/page/titleLinks';
import { sigmoid, type Weights, weigh } from '../../server/src/page/weights';
import { articleOf, type Example } from './examples';

const EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0001];

export interface Judgement {
  readonly odds: number;
  readonly right: boolean;
}

export function linkJudgements(examples: readonly Example[], assemblies: readonly Assembly[]): Judgement[] {
  return examples.flatMap((example, n) => {
    if (!example.sheet.main) return [];
    const { links, blocks, bodies } = assemblies[n];
    return links.map(({ block, body, score }) => {
      const article = articleOf(example, blocks[block].rows);
      return { odds: sigmoid(score), right: article !== null && articleOf(example, bodies[body].rows) === article };
    });
  });
}

/** Whether a story ends between two rows that follow one another: sure either way counts alike. */
export function boundaryJudgements(
  examples: readonly Example[],
  pages: readonly Ordered[],
  tables: (fold: number) => Weights,
): Judgement[] {
  return examples.flatMap((example, n) => {
    if (!example.sheet.main) return [];
    const page = pages[n];
    const table = tables(example.fold).boundary;
    return page.chains.flatMap((chain) =>
      chain.slice(1).flatMap((row, k): Judgement[] => {
        const [a, b] = [example.article[chain[k]], example.article[row]];
        if (a === null || b === null) return [];
        const odds = sigmoid(weigh(table, (emit) => boundaryEvidence(page.boundary, chain, k + 1, emit)));
        return [{ odds: Math.max(odds, 1 - odds), right: odds > 0.5 === (a !== b) }];
      }),
    );
  });
}

export function reliability(
  judgements: readonly Judgement[],
): Record<string, { said: number; right: number; cases: number }> {
  const rows: Record<string, { said: number; right: number; cases: number }> = {};
  for (let e = 0; e + 1 < EDGES.length; e++) {
    const cases = judgements.filter(({ odds }) => odds >= EDGES[e] && odds < EDGES[e + 1]);
    if (cases.length === 0) continue;
    const mean = (value: (j: Judgement) => number): number =>
      Math.round((cases.reduce((sum, j) => sum + value(j), 0) / cases.length) * 100) / 100;
    rows[`${EDGES[e]}–${Math.min(1, EDGES[e + 1])}`] = {
      said: mean(({ odds }) => odds),
      right: mean(({ right }) => (right ? 1 : 0)),
      cases: cases.length,
    };
  }
  return rows;
}
