import { isClosing, isHan } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import {
  bracketsOf,
  type Edge,
  type Ending,
  endingOf,
  endsSentence,
  GAIN_CAP,
  type Grams,
  type Joins,
  kindOf,
} from './continuity';
import { type FormRow, sharesForm } from './formRows';
import type { Row } from './rows';
import { datesAbove, SIGNATURE } from './sequels';
import { bin, type Emit, numbered, Prefixed } from './weights';

export interface SuccessionContext {
  readonly rows: readonly Row[];
  readonly joins: Joins;
  readonly grams: Grams;
  readonly sides: readonly Sides[];
  readonly forms: readonly FormRow[];
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  /** Lines of several columns are glued on the page. */
  readonly glued: boolean;
}

/** What a row brings to each break, whatever stands on the other side. */
export interface Sides {
  readonly edge: Edge;
  readonly ended: boolean;
  readonly ending: Ending;
  readonly beginning: Ending;
  /** The first character begins no word, the last one ends none. */
  readonly oddHead: boolean;
  readonly oddTail: boolean;
}

export function sidesOf({ bare }: Row, lexicon: Lexicon): Sides {
  return {
    edge: bracketsOf(bare),
    ended: endsSentence(bare),
    ending: endingOf(bare),
    beginning: kindOf(bare.charCodeAt(0)),
    oddHead: lexicon.longestWordAt(bare, 0, Math.min(bare.length, 4)) === 1,
    oddTail: tailStandsAlone(bare, lexicon),
  };
}

const DIFFERENCES = [-6, -3, -1.25, -0.25, 0.25, 1.25, 3, 6];
const FULL_DIFFERENCES = [0.25, 0.75, 1.25, 2.25, 4];
const SHORTS = [0.25, 1.25, 2.25, 5];

const ENDINGS: readonly Ending[] = [
  'sentence',
  'inner',
  'closing',
  'opening',
  'dash',
  'digit',
  'latin',
  'han',
  'other',
];
const THEN = new Map(
  ENDINGS.map((first) => [first, new Map(ENDINGS.map((second) => [second, `${first} then ${second}`]))]),
);
const then = (first: Ending, second: Ending): string => THEN.get(first)?.get(second) ?? `${first} then ${second}`;

const shortNames = (state: string): readonly (readonly string[])[] =>
  numbered(`${state}, short by `, SHORTS).map((name) => numbered(`${name}, next under by `, SHORTS));
const SHORT_ENDED = shortNames('ended');
const SHORT_OPEN = shortNames('open');
const FULL = numbered('both full, width differs ', FULL_DIFFERENCES);
const OPEN_ENDED = numbered('open/ended, width differs ', DIFFERENCES);
const ENDED_OPEN = numbered('ended/open, width differs ', DIFFERENCES);
const ENDED_ENDED = numbered('ended/ended, width differs ', DIFFERENCES);
const FROM = new Prefixed('from ');
const TO = new Prefixed('to ');

/** What speaks for and against row b continuing row a, whatever stands between them. */
export function successionEvidence(context: SuccessionContext, i: number, j: number, emit: Emit): void {
  const { rows, joins, grams, sides, forms } = context;
  const a = rows[i];
  const b = rows[j];
  const before = sides[i];
  const after = sides[j];
  const gain = joins.gain(i, j);
  emit('join gain', gain / GAIN_CAP);
  if (gain > 0.5) emit('some gain');
  if (gain > 4) emit('clear gain');
  const across = grams.across(a.bare, b.bare);
  if (across > 0) emit(across === 3 ? 'an n-gram of 3 spans the break' : 'an n-gram of 2 spans the break');
  emit(then(before.ending, after.beginning));
  if (before.ending === 'han' && after.beginning === 'han' && gain < 0.5) {
    if (after.oddHead) emit('odd head');
    if (before.oddTail) emit('odd tail');
  }
  bracketEvidence(before.edge, after.edge, b.bare, emit);
  // How wide names are that sign a text tells nothing, nor how wide a dateline is that closes one.
  if (forms[j].tags.includes(SIGNATURE) || datesAbove(forms[j]))
    emit(before.ended ? 'ended, then signed' : 'open, then signed');
  else widthEvidence(context, i, j, emit);
  if (b.indented) emit(before.ended ? 'ended, then indented' : 'open, then indented');
  if (sharesForm(forms[i], rows[i].line, forms[j], rows[j].line)) {
    // What the two rows hold of it is no evidence of its own: names that sign a text end it, but not where a line cuts them.
    emit('one form spans the break');
    return;
  }
  for (const form of forms[i].tags) emit(FROM.of(form));
  for (const form of forms[j].tags) emit(TO.of(form));
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

/**
 * A spread row fills its column, whatever its width says; one that is as wide as the rows around it (but for so many ems) does
 * so anyway. Where columns are glued, spaces part those as well, and a spread row's width says nothing.
 */
const FULL_SHORT = 0.5;

function widthEvidence(
  { rows, sides, forward, backward, glued }: SuccessionContext,
  i: number,
  j: number,
  emit: Emit,
): void {
  const a = rows[i];
  const b = rows[j];
  const { ended } = sides[i];
  const bEnded = sides[j].ended;
  const short = Math.max(0, (backward[i] || a.width) - a.width);
  const under = Math.max(0, (forward[j] || b.width) - b.width);
  const aSpread = a.spread && (glued || short > FULL_SHORT);
  const bSpread = b.spread && (glued || under > FULL_SHORT);
  emit((ended ? SHORT_ENDED : SHORT_OPEN)[bin(aSpread ? 0 : short, SHORTS)][bin(bSpread ? 0 : under, SHORTS)]);
  if (aSpread || bSpread) emit('one is spread');
  else if (!ended && !bEnded) emit(FULL[bin(Math.abs(a.width - b.width), FULL_DIFFERENCES)]);
  else emit((!ended ? OPEN_ENDED : bEnded ? ENDED_ENDED : ENDED_OPEN)[bin(b.width - a.width, DIFFERENCES)]);
}
