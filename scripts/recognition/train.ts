/*
 * Learns the recogniser's weights from annotated pages and writes server/src/page/weights.generated.ts; prints what the
 * recogniser scores on pages that took no part in its training (folds by page number), which is the honest figure.
 *   npx tsx scripts/recognition/train.ts [--dry-run] [--keep FILE] [--reuse FILE [--anew STAGE,STAGE]]
 * Ten minutes on one core. --keep writes the tables of every fold, so that evaluate.ts can score a change of the code that
 * needs no learning; --reuse takes such a file and learns only the stages of --anew (the links if none is named), with
 * --hold (of boundaries, sequels and links) only evidence that its tables do not know. --penalty (how much weights are held
 * back against the usual) and --main (how much the scored pages count), both 1, make other trainings to be blended with this
 * one (blend.ts).
 * Stages learn one after the other, each from the out-of-fold work of those before it (see rowStages.ts and storyStages.ts).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { firstStories } from '../../server/src/page/firstStories';
import { runsOf } from '../../server/src/page/runs';
import { assembleTexts } from '../../server/src/page/stories';
import type { Weights } from '../../server/src/page/weights';
import { readLexicon } from '../lexicon';
import { prepare, type Tables } from './examples';
import { trainingSheets } from './pages';
import { report } from './report';
import * as rowStages from './rowStages';
import * as storyStages from './storyStages';
import { GENERATED, writeTables } from './tables';

const FOLDS = 3;
/** Where runs are cut to learn how they are joined: more often than the recogniser does, for more joins to learn from. */
const LEARN_CUT = 0.1;
/** Times that linking learns from the stories it helped to make; later rounds change little. */
const LINK_ROUNDS = 3;

interface Learnt<T> {
  readonly byFold: readonly T[];
  readonly all: T;
}

const started = Date.now();
const log = (text: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const examples = prepare(trainingSheets(), readLexicon(), FOLDS);
log(`${examples.length} pages`);

/** With --hold the weights of the tables reused stay as they are, and only evidence that they do not know is learnt. */
const holding = process.argv.includes('--hold');
const heldOf = (stage: keyof Weights): Tables | undefined =>
  holding ? (former[stage] as Tables | undefined) : undefined;

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
learn('boundary', () => rowStages.trainBoundaries(examples, pages, FOLDS, heldOf('boundary')));
const runs = pages.map((page, n) => runsOf(page, tables(examples[n].fold).boundary, LEARN_CUT));
learn('sequel', () => {
  const first = heldOf('sequel') ?? storyStages.trainSequels(examples, pages, runs, FOLDS);
  return storyStages.trainSequels(examples, pages, runs, FOLDS, first.byFold, heldOf('sequel'));
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
learn('link', () => storyStages.trainLinks(examples, firstLook(), FOLDS, heldOf('link')));
const looks = firstLook();
const byFold = Array.from({ length: FOLDS }, (_, fold) => tables(fold));
learn('split', () => storyStages.trainSplits(examples, pages, looks, byFold, FOLDS));
for (let round = 0; round < LINK_ROUNDS; round++) {
  learn('link', () =>
    storyStages.trainLinks(
      examples,
      pages.map((page, n) => assembleTexts(page, tables(examples[n].fold))),
      FOLDS,
      heldOf('link'),
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

const keep = process.argv.indexOf('--keep');
if (keep > 0) writeFileSync(process.argv[keep + 1], JSON.stringify(learnt));

report(examples, pages, tables);

if (!process.argv.includes('--dry-run')) {
  writeTables(tables(null));
  log(GENERATED);
}
