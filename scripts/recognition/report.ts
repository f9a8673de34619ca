/*
 * Prints how well the recogniser does with the tables of the folds: each page with weights that never saw it.
 */
import type { Ordered } from '../../server/src/page/ordered';
import { assemble } from '../../server/src/page/stories';
import type { Weights } from '../../server/src/page/weights';
import { boundaryJudgements, linkJudgements, reliability } from './calibration';
import type { Example } from './examples';
import { scoreFolds } from './score';

export function report(
  examples: readonly Example[],
  pages: readonly Ordered[],
  tables: (fold: number) => Weights,
): void {
  console.log('\nOn pages that took no part in the training:');
  console.table(scoreFolds(examples, pages, tables));
  console.log('On their other extractions, likewise:');
  console.table(scoreFolds(examples, pages, tables, false));
  const final = pages.map((page, n) => assemble(page, tables(examples[n].fold)));
  console.log('Links: how sure they are said to be, and how many are right');
  console.table(reliability(linkJudgements(examples, final)));
  console.log('Boundaries between rows, likewise');
  console.table(reliability(boundaryJudgements(examples, pages, tables)));
}
