import { endsSentence } from './continuity';
import type { Draft } from './draft';
import { CLOSING_DATELINE, type FormRow, hasForm, sharesForm } from './formRows';
import { perObject, perPair } from './perObject';
import { KINDS } from './roles';
import type { Row } from './rows';
import { bin, clip, type Emit, numbered } from './weights';
import { type Bag, cosineOf, type Words } from './words';

/** Rows of one story in reading order, as far as they were found to follow one another. */
export interface Run {
  readonly rows: readonly number[];
  readonly bag: Bag;
  readonly measure: number;
}

export interface SequelContext {
  readonly rows: readonly Row[];
  readonly forms: readonly FormRow[];
  readonly words: Words;
  readonly title: readonly number[];
  /** Odds of each kind for each row. */
  readonly odds: readonly (readonly number[])[];
  readonly succession: (a: number, b: number) => number;
  /** For each row of the flow the row it goes on from. */
  readonly previous: ReadonlyMap<number, number>;
  /** For each run of the page its place among them. */
  readonly places: ReadonlyMap<Run, number>;
  /** Boundaries that were drawn in the order of the page: by the row after each, the row before and the log-odds. */
  readonly parted: ReadonlyMap<number, { readonly after: number; readonly score: number }>;
  /** Words of each title line of the page. */
  readonly titles: readonly Bag[];
  readonly ocr: boolean;
}

const SUCCESSIONS = [-4, -2, -1, 0, 1, 2, 4];
const PARTINGS = [-1, 0, 1, 2];
const DIFFERENCES = [0.25, 0.75, 1.25, 2.25, 4];
const LIKENESSES = [0.01, 0.03, 0.06, 0.1];
const CHARACTERS_MORE = [-2, -1, -0.5, -0.2, 0, 0.2, 0.5, 1, 2];
const PAIRS_MORE = [-8, -5, -3, -1.5, -0.7, -0.2, 1];
const SIZES = [1, 2, 4, 8];
const DISTANCES = [0, 1, 3, 6];

const SUCCESSION = numbered('succession ', SUCCESSIONS);
const PARTED = numbered('parted ', PARTINGS);
const DIFFERS = numbered('measure differs ', DIFFERENCES);
const DIFFERS_FEW = DIFFERS.map((name) => `${name}, few rows`);
const LIKENESS = numbered('likeness ', LIKENESSES);
const CHARACTERS = numbered('affinity of characters ', CHARACTERS_MORE);
const PAIRS = numbered('affinity of pairs ', PAIRS_MORE);
const SMALLER = numbered('smaller has ', SIZES);
const BELOW = numbered('below, runs between ', DISTANCES);
const ABOVE = numbered('above, runs between ', DISTANCES);

/** Whether a row closes its story: names or a dateline in brackets at its end, a byline of its own, a jump line. */
export const closesStory = (forms: FormRow): boolean =>
  forms.ended.some(
    (form) =>
      form.kind === 'jump' ||
      (form.kind === 'byline' && form.place !== 'lead' && form.score > 1.5) ||
      (form.kind === 'dateline' && form.closing && form.atLineEnd),
  );

/**
 * Whether a row is nothing but a dateline that stands behind what it dates: it goes on from the text above it. Of 78 such rows
 * between two invented stories 58 had opened the one below.
 */
export const datesAbove = ({ tags }: FormRow): boolean => tags.includes(`${CLOSING_DATELINE} fills row`);

/** … or nothing but a line that tells on which page the story goes on, which closes the text above it. */
export const closesAbove = (forms: FormRow): boolean => datesAbove(forms) || forms.tags.includes('jump fills row');

/** A row that is nothing but names in brackets signs the text above it. */
export const SIGNATURE = 'byline tail fills row';

/**
 * Whether rows end their story: the last of them closes it, or a signature below it that was set apart. Of 505 stories of
 * annotated pages that looked so three went on, two of them misread.
 */
export function isClosed({ sheet, forms }: Pick<Draft, 'sheet' | 'forms'>, rows: readonly number[]): boolean {
  const last = rows[rows.length - 1];
  if (closesStory(forms[last])) return true;
  const signed = last + 1 < forms.length && forms[last + 1].tags.includes(SIGNATURE) && !rows.includes(last + 1);
  return signed && endsSentence(sheet.rows[last].bare);
}

/** Whether a row opens a story: a lead, dateline or continuation line at its start. */
export const opensStory = (forms: FormRow): boolean =>
  forms.begun.some(
    (form) =>
      (form.kind === 'lead' || (form.kind === 'dateline' && !form.closing) || form.kind === 'continued') &&
      form.atLineStart &&
      form.score > 2,
  );

/** A title row right above row i (blank lines aside). */
const titleAbove = (title: readonly number[], i: number): boolean => i > 0 && title[i - 1] > 0.5;

const CAPTION = KINDS.indexOf('caption');

/** For each run its place; worked out once for a list of runs, for every pair of them asks it. */
export const placesOf = perObject(
  (runs: readonly Run[]): ReadonlyMap<Run, number> => new Map(runs.map((run, n) => [run, n])),
);

const RUN_COUNTS = [12, 25, 50];
const RUNS = numbered('runs of the page ', RUN_COUNTS);

/** For each title line of the page the share of its words that the run has. */
const sharesOf = perObject((run: Run, { words, titles }: SequelContext): readonly number[] =>
  titles.map((title) => words.shared(title, run.bag) / title.weight),
);

/** A title line is in a run's words from this share on. */
const HELD = 0.15;
const JOINT = [0.05, 0.15, 0.3, 0.6];
const JOINT_SHARE = numbered('titles in common ', JOINT);

/** Two runs that hold the words of the same title are likely one story. */
function titleEvidence(context: SequelContext, s: Run, t: Run, emit: Emit): void {
  const first = sharesOf(s, context);
  const second = sharesOf(t, context);
  let joint = 0;
  let a = -1;
  let b = -1;
  for (let n = 0; n < first.length; n++) {
    joint += first[n] * second[n];
    if (first[n] > HELD && (a < 0 || first[n] > first[a])) a = n;
    if (second[n] > HELD && (b < 0 || second[n] > second[b])) b = n;
  }
  emit('titles in common', Math.min(1, joint) * 2);
  emit(JOINT_SHARE[bin(joint, JOINT)]);
  if (a < 0 || b < 0) return;
  if (a === b) emit('one title fits both best', Math.min(first[a], second[b]) * 2);
  else emit('different titles fit best', Math.min(first[a] - first[b], second[b] - second[a]) * 2);
}

/** Rows that follow one another in the order of the page: their count, first and last row. */
interface Column {
  readonly head: number;
  readonly tail: number;
  readonly count: number;
}

const HEADS = [1, 2, 4, 8];
const COUNTS = [0, 1, 2, 5];
const SIDES = ['to the left', 'to the right'];
const SIDE_HEADS = SIDES.map((side) => numbered(`${side}, heads differ `, HEADS));
const SIDE_TAILS = SIDES.map((side) => numbered(`${side}, tails differ `, HEADS));
const SIDE_COUNTS = SIDES.map((side) => numbered(`${side}, counts differ `, COUNTS));

function firstColumn({ previous }: SequelContext, { rows }: Run): Column {
  let n = 1;
  while (n < rows.length && previous.get(rows[n]) === rows[n - 1]) n++;
  return { head: rows[0], tail: rows[n - 1], count: n };
}

function lastColumn({ previous }: SequelContext, { rows }: Run): Column {
  let n = rows.length - 1;
  while (n > 0 && previous.get(rows[n]) === rows[n - 1]) n--;
  return { head: rows[n], tail: rows[rows.length - 1], count: rows.length - n };
}

/** Two columns that the extractor read side by side, row by row: those of one story begin and end together, the second to the right. */
function columnEvidence(context: SequelContext, s: Run, t: Run, emit: Emit): void {
  const [a, b] = [lastColumn(context, s), firstColumn(context, t)];
  if (b.head > a.tail || a.head > b.tail) return;
  const side = b.head > a.head ? 1 : 0;
  emit(SIDE_HEADS[side][bin(Math.abs(b.head - a.head), HEADS)]);
  emit(SIDE_TAILS[side][bin(Math.abs(b.tail - a.tail), HEADS)]);
  if (Math.min(a.count, b.count) > 2) emit(SIDE_COUNTS[side][bin(Math.abs(a.count - b.count), COUNTS)]);
}

/** Affinities count at most this much, up or down. */
const MOST_OF_CHARACTERS = 4;
const MOST_OF_PAIRS = 10;

/** What two runs that make up so much of the page have in common is the page's own choice and tells less … */
const MUCH_OF_PAGE = 0.3;
/** … and from here on nothing. */
const MOST_OF_PAGE = 0.7;

/** What the words of two runs have in common, and how far they look like one story's choice. */
interface Common {
  readonly shared: number;
  readonly characters: number;
  readonly pairs: number;
}

/** Worked out once for two bags: their runs are weighed both ways round, and again as long as they stay what they are. */
const commonOf = perPair((a: Bag, b: Bag, words: Words): Common => {
  const share = (a.characters.total + b.characters.total) / Math.max(1, words.characters);
  const tells = Math.max(0, Math.min(1, (MOST_OF_PAGE - share) / (MOST_OF_PAGE - MUCH_OF_PAGE)));
  return {
    shared: words.shared(a, b),
    characters: tells > 0 ? tells * words.characterAffinity(a, b) : 0,
    pairs: tells > 0 ? tells * words.pairAffinity(a, b) : 0,
  };
});

/** What two runs have in common is the same whichever comes first. */
const inCommon = (words: Words, s: Run, t: Run): Common =>
  s.rows[0] < t.rows[0] ? commonOf(s.bag, t.bag, words) : commonOf(t.bag, s.bag, words);

/** Whether the characters of two runs, and their pairs, look like one story's choice or like two stories'. */
function affinityEvidence({ characters, pairs }: Common, emit: Emit): void {
  emit('affinity of characters', clip(characters, MOST_OF_CHARACTERS));
  emit(CHARACTERS[bin(characters, CHARACTERS_MORE)]);
  emit('affinity of pairs', clip(pairs, MOST_OF_PAIRS) / 3);
  emit(PAIRS[bin(pairs, PAIRS_MORE)]);
}

/** Evidence that run t goes on where run s stops. */
export function sequelEvidence(context: SequelContext, s: Run, t: Run, emit: Emit): void {
  const { rows, forms, words, title, succession, places } = context;
  const a = s.rows[s.rows.length - 1];
  const b = t.rows[0];
  const link = Math.max(-8, Math.min(8, succession(a, b)));
  if (sharesForm(forms[a], rows[a].line, forms[b], rows[b].line)) emit('one form spans the break');
  emit('succession', link / 4);
  emit(SUCCESSION[bin(link, SUCCESSIONS)]);
  const parted = context.parted.get(b);
  if (parted?.after === a) {
    emit('parted by a boundary', Math.max(-2, Math.min(4, parted.score)));
    emit(PARTED[bin(parted.score, PARTINGS)]);
  } else if (parted) emit('parted from another run');
  const ended = endsSentence(rows[a].bare);
  emit(ended ? 'ended' : 'open');
  if (closesStory(forms[a])) emit('closed');
  if (opensStory(forms[b])) emit('opens a story');
  if (rows[b].indented) emit('indented');
  const above = titleAbove(title, b);
  if (above) emit(ended ? 'title above, ended' : 'title above, open');
  if (a + 1 < rows.length && title[a + 1] > 0.5) emit('title below');
  if (opensStory(forms[s.rows[0]])) emit('first opens a story');
  if (titleAbove(title, s.rows[0])) emit('title above the first');
  if (closesStory(forms[t.rows[t.rows.length - 1]])) emit('second closes a story');
  const change = Math.abs(s.measure - t.measure);
  const size = Math.min(s.rows.length, t.rows.length);
  emit((size < 3 ? DIFFERS_FEW : DIFFERS)[bin(change, DIFFERENCES)]);
  titleEvidence(context, s, t, emit);
  columnEvidence(context, s, t, emit);
  emit(context.ocr ? (ended ? 'OCR: ended' : 'OCR: open') : ended ? 'not OCR: ended' : 'not OCR: open');
  emit(RUNS[bin(places.size, RUN_COUNTS)]);
  const common = inCommon(words, s, t);
  const cosine = cosineOf(common.shared, s.bag, t.bag);
  emit('weight of words in common', Math.log(1 + common.shared) / 2);
  emit('likeness', cosine * 5);
  emit(LIKENESS[bin(cosine, LIKENESSES)]);
  affinityEvidence(common, emit);
  emit(SMALLER[bin(size, SIZES)]);
  emit(b > a ? 'below' : 'above');
  const between = Math.abs((places.get(t) ?? -1) - (places.get(s) ?? -1)) - 1;
  emit((b > a ? BELOW : ABOVE)[bin(between, DISTANCES)]);
  const captionA = context.odds[a][CAPTION] > 0.5 || hasForm(forms[a], 'caption-credit');
  const captionB = context.odds[b][CAPTION] > 0.5;
  if (captionA !== captionB) emit('only one is a caption');
}
