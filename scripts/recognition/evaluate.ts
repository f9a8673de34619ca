/*
 * Scores the recogniser with the fold tables that train.ts kept: each page with weights that never saw it.
 *   npx tsx scripts/recognition/evaluate.ts FILE
 */
import { readFileSync } from 'node:fs';
import { assemble } from '../../server/src/page/stories';
import type { Weights } from '../../server/src/page/weights';
import { readLexicon } from '../lexicon';
import { linkJudgements, reliability } from './calibration';
import { prepare } from './examples';
import { loadSheets, PAGES } from './pages';
import { inOrder } from './rowStages';
import { scoreFolds } from './score';

interface Learnt {
  readonly byFold: readonly unknown[];
}

const learnt = JSON.parse(readFileSync(process.argv[2], 'utf8')) as Record<string, Learnt>;
const folds = learnt.roles.byFold.length;
const tables = (fold: number): Weights =>
  Object.fromEntries(Object.entries(learnt).map(([stage, { byFold }]) => [stage, byFold[fold]])) as unknown as Weights;
const examples = prepare(loadSheets(PAGES, true), readLexicon(), folds);
const pages = examples.map((example) => inOrder(example, tables(example.fold).roles, tables(example.fold)));
console.table(scoreFolds(examples, pages, tables));
console.table(
  reliability(
    linkJudgements(
      examples,
      pages.map((page, n) => assemble(page, tables(examples[n].fold))),
    ),
  ),
);
