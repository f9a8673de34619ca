import { isClosing, isHan } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import { type Edge, endingOf, endsSentence, GAIN_CAP, type Grams, joinGain, kindOf } from './continuity';

import type { Row } from './rows';
import type { Emit } from './weights';

export interface SuccessionContext {
  readonly rows: readonly Row[];
  readonly lexicon: Lexicon;
  readonly grams: Grams;
  readonly edges: readonly Edge[];
  readonly forms: readonly (readonly string[])[];
  readonly forward: readonly number[];
  readonly backward: readonly number[];
}

const DIFFERENCES = [-6, -3, -1.25, -0.25, 0.25, 1.25, 3, 6];
const bin = (value: number, edges: readonly number[]): number => {
  let i = 0;
  while (i < edges.length && value > edges[i]) i++;
  return i;
};

/** What speaks for and against row b continuing row a, whatever stands between them. */
export function successionEvidence(context: SuccessionContext, i: number, j: number, emit: Emit): void {
  const { rows, lexicon, grams, edges, forms } = context;
  const a = rows[i];
  const b = rows[j];
  const gain = joinGain(a.bare, b.bare, lexicon);
  const ended = endsSentence(a.bare);
  const ending = endingOf(a.bare);
  const beginning = kindOf(b.bare.charCodeAt(0));
  emit('join gain', gain / GAIN_CAP);
  if (gain > 0.5) emit('some gain');
  if (gain > 4) emit('clear gain');
  const across = grams.across(a.bare, b.bare);
  if (across > 0) emit(`an n-gram of ${across} spans the break`);
  emit(`${ending} then ${beginning}`);
  if (ending === 'han' && beginning === 'han' && gain < 0.5) {
    if (standsAlone(b.bare, 0, lexicon)) emit('odd head');
    if (tailStandsAlone(a.bare, lexicon)) emit('odd tail');
  }
  bracketEvidence(edges[i], edges[j], b.bare, emit);
  widthEvidence(context, i, j, ended, emit);
  if (b.indented) emit(ended ? 'ended, then indented' : 'open, then indented');
  for (const form of forms[i]) emit(`from ${form}`);
  for (const form of forms[j]) emit(`to ${form}`);
}

function standsAlone(text: string, at: number, lexicon: Lexicon): boolean {
  let longest = 1;
  lexicon.eachWordAt(text, at, Math.min(text.length, at + 4), (end) => {
    longest = end - at;
  });
  return longest === 1;
}

function tailStandsAlone(text: string, lexicon: Lexicon): boolean {
  for (let length = 2; length <= 4 && length <= text.length; length++) {
    if (lexicon.isWord(text, text.length - length, text.length)) return false;
  }
  return isHan(text.charCodeAt(text.length - 1));
}

function bracketEvidence(a: Edge, b: Edge, head: string, emit: Emit): void {
  if (b.closes.length > 0) emit(a.open.includes(b.closes[0]) ? 'closes what was open' : 'closes what was not open');
  else if (a.open.length > 0) emit('leaves open what was open');
  if (isClosing(head.charCodeAt(0))) emit('begins with a closing mark');
}

function widthEvidence(
  { rows, forward, backward }: SuccessionContext,
  i: number,
  j: number,
  ended: boolean,
  emit: Emit,
): void {
  const a = rows[i];
  const b = rows[j];
  const bEnded = endsSentence(b.bare);
  const short = a.spread ? 0 : Math.max(0, (backward[i] || a.width) - a.width);
  const under = b.spread ? 0 : Math.max(0, (forward[j] || b.width) - b.width);
  const state = `${ended ? 'ended' : 'open'}`;
  emit(`${state}, short by ${bin(short, [0.25, 1.25, 2.25, 5])}, next under by ${bin(under, [0.25, 1.25, 2.25, 5])}`);
  if (!a.spread && !b.spread) {
    if (!ended && !bEnded)
      emit(`both full, width differs ${bin(Math.abs(a.width - b.width), [0.25, 0.75, 1.25, 2.25, 4])}`);
    else emit(`${state}/${bEnded ? 'ended' : 'open'}, width differs ${bin(b.width - a.width, DIFFERENCES)}`);
  } else emit('one is spread');
}
