/*
 * Scores the recogniser with the fold tables that train.ts kept: each page with weights that never saw it.
 *   npx tsx scripts/recognition/evaluate.ts FILE
 */
import { readFileSync } from 'node:fs';
import type { Weights } from '../../server/src/page/weights';
import { readLexicon } from '../lexicon';
import { prepare } from './examples';
import { trainingSheets } from './pages';
import { report } from './report';
import { inOrder } from './rowStages';

interface Learnt {
  readonly byFold: readonly unknown[];
}

const learnt = JSON.parse(readFileSync(process.argv[2], 'utf8')) as Record<string, Learnt>;
const folds = learnt.roles.byFold.length;
const tables = (fold: number): Weights =>
  Object.fromEntries(Object.entries(learnt).map(([stage, { byFold }]) => [stage, byFold[fold]])) as unknown as Weights;
const examples = prepare(trainingSheets(), readLexicon(), folds);
const pages = examples.map((example) => inOrder(example, tables(example.fold).roles, tables(example.fold)));
report(examples, pages, tables);
