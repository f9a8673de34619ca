/*
 * Writes the recogniser's weights as the mean of several trainings: each has its own luck with 57 pages, the mean less.
 *   npx tsx scripts/recognition/blend.ts DIRECTORY [--dry-run]
 * blend.json says how much each training counts for each stage; DIRECTORY holds what train.ts kept of them, by these names.
 * `former` are the weights of an earlier version, out of the repository. Prints what the blend scores on pages that took no
 * part, without the former weights, which saw all pages.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights, WeightTable } from '../../server/src/page/weights';
import { readLexicon } from '../lexicon';
import { prepare } from './examples';
import { trainingSheets } from './pages';
import { report } from './report';
import { inOrder } from './rowStages';
import { writeTables } from './tables';

type Stage = keyof Weights;
type Node = WeightTable | Readonly<Record<string, WeightTable>>;
interface Learnt {
  readonly byFold: readonly Node[];
  readonly all: Node;
}

const FORMER = 'former';
/** The version whose weights these are. */
const FORMER_COMMIT = 'aa0860f';
/** Stands in for the former weights where nothing else has a share. */
const PLAIN = 'plain';

const blend = JSON.parse(readFileSync(join(__dirname, 'blend.json'), 'utf8')) as Record<Stage, Record<string, number>>;
const trainings = new Map<string, Record<Stage, Learnt>>();

function training(name: string): Record<Stage, Learnt> {
  const known = trainings.get(name);
  if (known) return known;
  const read = JSON.parse(readFileSync(join(process.argv[2], `${name}.json`), 'utf8')) as Record<Stage, Learnt>;
  trainings.set(name, read);
  return read;
}

/** Weights.generated.ts is a comment, an import, and one object that JSON reads as well. */
function former(): Record<Stage, Node> {
  const file = execFileSync('git', ['show', `${FORMER_COMMIT}:server/src/page/weights.generated.ts`], {
    encoding: 'utf8',
  });
  return JSON.parse(file.slice(file.indexOf('= {') + 2, file.lastIndexOf('}') + 1)) as Record<Stage, Node>;
}
const formerWeights = former();

/** The blend for one fold, of trainings alone, or, fold null, of all. */
function blended(fold: number | null): Weights {
  const stages = Object.entries(blend).map(([stage, parts]) => {
    const chosen = Object.entries(parts).filter(([name]) => fold === null || name !== FORMER);
    const of = (name: string): Node => {
      if (name === FORMER) return formerWeights[stage as Stage];
      const { byFold, all } = training(name)[stage as Stage];
      return fold === null ? all : byFold[fold];
    };
    return [stage, mean(chosen.length > 0 ? chosen.map(([name, part]) => [of(name), part]) : [[of(PLAIN), 1]])];
  });
  return Object.fromEntries(stages) as unknown as Weights;
}

function mean(parts: readonly (readonly [Node, number])[]): Node {
  const total = parts.reduce((sum, [, part]) => sum + part, 0);
  const names = [...new Set(parts.flatMap(([node]) => Object.keys(node)))];
  const entries = names.map((name) => {
    const values = parts.map(([node, part]) => [node[name], part] as const);
    const nodes = values.flatMap(([value, part]) => (typeof value === 'object' ? [[value, part] as const] : []));
    if (nodes.length > 0) return [name, mean(nodes)];
    return [name, values.reduce((sum, [value, part]) => sum + (Number(value ?? 0) * part) / total, 0)];
  });
  return Object.fromEntries(entries) as Node;
}

const folds = training(PLAIN).roles.byFold.length;
const examples = prepare(trainingSheets(), readLexicon(), folds);
const tables = Array.from({ length: folds }, (_, fold) => blended(fold));
const pages = examples.map((example) => inOrder(example, tables[example.fold].roles, tables[example.fold]));
report(examples, pages, (fold) => tables[fold]);
if (!process.argv.includes('--dry-run')) writeTables(blended(null));
