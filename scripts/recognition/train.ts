/*
 * Learns the recogniser's weights from annotated pages and writes server/src/page/weights.generated.ts; prints what the
 * recogniser scores on pages that took no part in its training (folds by page number), which is the honest figure.
 *   npx tsx scripts/recognition/train.ts [--dry-run] [--keep FILE] [--reuse FILE [--anew STAGE,STAGE]]
 * Five minutes on one core. --keep writes the tables of every fold, so that evaluate.ts can score a change of the code
 * that needs no learning; --reuse takes such a file and learns only the stages of --anew (the links if none is named).
 * Stages learn one after the other, each from the out-of-fold work of those before it (see rowStages.ts and storyStages.ts).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { firstStories } from '../../server/src/page/firstStories';
import { runsOf } from '../../server/src/page/runs';
import { assemble, assembleTexts } from '../../server/src/page/stories';
import type { Weights, WeightTable } from '../../server/src/page/weights';
import { readLexicon } from '../lexicon';
import { boundaryJudgements, linkJudgements, reliability } from './calibration';
import { prepare } from './examples';
import { loadSheets, PAGES, PAGES_ALT } from './pages';
import * as rowStages from './rowStages';
import { scoreFolds } from './score';
import * as storyStages from './storyStages';

const FOLDS = 3;
/** Of the other extractors' pages every so manieth takes part: all of them gain nothing more and take twice the time. */
const SHARE = 2;
/** Where runs are cut to learn how they are joined: more often than the recogniser does, for more joins to learn from. */
const LEARN_CUT = 0.1;
/** Times that linking learns from the stories it helped to make; later rounds change little. */
const LINK_ROUNDS = 3;
/** Weights below this are left out of the table. */
const LEAST = 0.03;

interface Learnt<T> {
  readonly byFold: readonly T[];
  readonly all: T;
}

const started = Date.now();
const log = (text: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const sheets = [
  ...loadSheets(PAGES, true),
  ...loadSheets(PAGES_ALT, false).filter(({ engine }, n) => engine !== 'layout' && n % SHARE === 0),
];
const examples = prepare(sheets, readLexicon(), FOLDS);
log(`${examples.length} pages`);

/** Tables of an earlier run (--reuse FILE): then only the stages of --anew are learnt, the links if it is not there. */
const reuse = process.argv.indexOf('--reuse');
const anew = (process.argv.includes('--anew') ? process.argv[process.argv.indexOf('--anew') + 1] : 'link').split(',');
const former: Partial<Record<keyof Weights, Learnt<Weights[keyof Weights]>>> =
  reuse > 0 ? JSON.parse(readFileSync(process.argv[reuse + 1], 'utf8')) : {};
const learnt: Partial<Record<keyof Weights, Learnt<Weights[keyof Weights]>>> = {};
/** The tables learnt so far, of one fold or (fold null) of all pages. */
const tables = (fold: number | null): Weights =>
  Object.fromEntries(
    Object.entries(learnt).map(([stage, { byFold, all }]) => [stage, fold === null ? all : byFold[fold]]),
  ) as unknown as Weights;
const learn = (stage: keyof Weights, train: () => Learnt<Weights[keyof Weights]>): void => {
  learnt[stage] = (!anew.includes(stage) && former[stage]) || train();
  log(stage);
};

learn('roles', () => rowStages.trainRoles(examples, FOLDS));
learn('caption', () => rowStages.trainCaptions(examples, (learnt.roles as Learnt<Weights['roles']>).byFold, FOLDS));
learn('succession', () => rowStages.trainSuccession(examples, FOLDS));
const pages = examples.map((example) => rowStages.inOrder(example, tables(example.fold).roles, tables(example.fold)));
learn('boundary', () => rowStages.trainBoundaries(examples, pages, FOLDS));
const runs = pages.map((page, n) => runsOf(page, tables(examples[n].fold).boundary, LEARN_CUT));
learn('sequel', () => {
  const first = storyStages.trainSequels(examples, pages, runs, FOLDS);
  return storyStages.trainSequels(examples, pages, runs, FOLDS, first.byFold);
});
learn('together', () => rowStages.trainTogether(examples, FOLDS));
learn('parts', () => rowStages.trainParts(examples, FOLDS));

/** Linking learns on the first stories, then on the final ones: links decide what stories become, and stories what links say. */
learnt.link = { byFold: Array.from({ length: FOLDS }, () => ({})), all: {} };
const firstLook = (): storyStages.Look[] =>
  pages.map((page, n) => {
    const { texts, blocks } = firstStories(page, tables(examples[n].fold));
    return { bodies: texts, blocks };
  });
learn('link', () => storyStages.trainLinks(examples, firstLook(), FOLDS));
const looks = firstLook();
const byFold = Array.from({ length: FOLDS }, (_, fold) => tables(fold));
learn('split', () => storyStages.trainSplits(examples, pages, looks, byFold, FOLDS));
for (let round = 0; round < LINK_ROUNDS; round++) {
  learn('link', () =>
    storyStages.trainLinks(
      examples,
      pages.map((page, n) => assembleTexts(page, tables(examples[n].fold))),
      FOLDS,
    ),
  );
}
learn('aside', () =>
  storyStages.trainAsides(
    examples,
    pages,
    pages.map((page, n) => assembleTexts(page, tables(examples[n].fold))),
    FOLDS,
  ),
);

console.log('\nOn pages that took no part in the training:');
console.table(scoreFolds(examples, pages, tables));
const final = pages.map((page, n) => assemble(page, tables(examples[n].fold)));
console.log('Links: how sure they are said to be, and how many are right');
console.table(reliability(linkJudgements(examples, final)));
console.log('Boundaries between rows, likewise');
console.table(reliability(boundaryJudgements(examples, pages, tables)));

const keep = process.argv.indexOf('--keep');
if (keep > 0) writeFileSync(process.argv[keep + 1], JSON.stringify(learnt));

if (!process.argv.includes('--dry-run')) {
  writeFileSync('server/src/page/weights.generated.ts', generated(tables(null)));
  log('server/src/page/weights.generated.ts');
}

function generated(weights: Weights): string {
  return [
    '// Written by scripts/recognition/train.ts from annotated pages; do not edit. Log-odds by the name of the evidence.',
    "import type { Weights } from './weights';",
    '',
    `export const weights: Weights = ${JSON.stringify(round(weights), null, 2)};`,
    '',
  ].join('\n');
}

/** Two decimals, names sorted; what weighs next to nothing is left out. */
function round(node: unknown): unknown {
  const entries = Object.entries(node as Record<string, unknown>);
  if (entries.every(([, value]) => typeof value === 'number')) return tidy(node as WeightTable);
  return Object.fromEntries(entries.map(([name, value]) => [name, round(value)]));
}

function tidy(table: WeightTable): WeightTable {
  return Object.fromEntries(
    Object.entries(table)
      .filter(([name, weight]) => name === 'bias' || Math.abs(weight) >= LEAST)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  );
}
