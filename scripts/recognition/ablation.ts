/*
 * What each kind of evidence brings: the annotated pages read with the committed weights, once with all of them and once
 * for each kind with its weights set to nothing (nothing is learnt anew, so the rest can't take over its work).
 *   npx tsx scripts/recognition/ablation.ts
 */
import { type Draft, judgeRoles } from '../../server/src/page/draft';
import { order } from '../../server/src/page/ordered';
import type { Weights } from '../../server/src/page/weights';
import { weights as committed } from '../../server/src/page/weights.generated';
import { readLexicon } from '../lexicon';
import { prepare } from './examples';
import { loadSheets, PAGES } from './pages';
import { scoreFolds } from './score';

const NEVER = -99;

/** Each kind: which stages' tables it silences, and which names in them. */
const KINDS: readonly { readonly kind: string; readonly without: (weights: Weights) => Weights }[] = [
  { kind: 'nothing left out', without: (weights) => weights },
  {
    kind: 'forms (leads, bylines, datelines …)',
    without: silence(
      /byline|dateline|lead\b|jump|continued|folio|credit|caption-c|standing-head|opens a story|closed|closes a story/,
    ),
  },
  { kind: 'words read over line ends', without: silence(/gain|joins|reads on|n-gram|odd (head|tail)|spans/) },
  { kind: 'widths and measures', without: silence(/width|measure|short|forward\d|backward\d|under/) },
  { kind: 'likeness of words', without: silence(/likeness|common words|words shared|shares words|choice|margin/) },
  { kind: 'affinity of characters and pairs', without: silence(/affinity/) },
  { kind: 'gaps and boxes', without: silence(/gap|box|block of/) },
  { kind: 'marks at line ends', without: silence(/ then |^ends|^begins|ended|^open|sentence|mark/) },
  {
    kind: 'the place of titles',
    without: silence(
      /right above|right below|heads between|titles between|inside the body|distance|title above|title below/,
    ),
  },
  { kind: 'joining runs (sequels)', without: (weights) => ({ ...weights, sequel: { bias: NEVER } }) },
  { kind: 'parting stories once titles are known', without: (weights) => ({ ...weights, split: { bias: NEVER } }) },
];

function silence(names: RegExp): (weights: Weights) => Weights {
  const quiet = (node: unknown): unknown =>
    Object.fromEntries(
      Object.entries(node as Record<string, unknown>).map(([name, value]) =>
        typeof value === 'number' ? [name, name !== 'bias' && names.test(name) ? 0 : value] : [name, quiet(value)],
      ),
    );
  return (weights) => quiet(weights) as Weights;
}

const examples = prepare(loadSheets(PAGES, true), readLexicon(), 1);
const read = (page: Draft, weights: Weights) => order(page, judgeRoles(page, weights.roles), weights);
const table = Object.fromEntries(
  KINDS.map(({ kind, without }) => {
    const weights = without(committed);
    const pages = examples.map(({ draft }) => read(draft, weights));
    return [kind, scoreFolds(examples, pages, () => weights).ALL];
  }),
);
console.table(table);
