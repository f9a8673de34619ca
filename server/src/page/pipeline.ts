import type { Lexicon } from '../text/lexicon';
import { splitLines, type TextLine } from '../text/lines';
import { type BoundaryContext, boundaryEvidence, measureOf } from './boundaries';
import { findCaptions } from './captions';
import { Grams } from './continuity';
import { type FormRow, formRows } from './formRows';
import { findForms, formLines } from './forms';
import { findTracks } from './order';
import type { Profile } from './profiles/profile';
import { KINDS, roleContext, roleEvidence } from './roles';
import { type Row, readRows, type Sheet } from './rows';
import { placesOf, type Run, type SequelContext } from './sequels';
import { type SuccessionContext, sidesOf, successionEvidence } from './succession';
import { titleLines } from './titles';
import { looksLikeOcr } from './traits';
import { type Emit, sigmoid, type Weights, type WeightTable, weigh, weighAll } from './weights';
import { type Bag, bagOf, Words } from './words';

/** What the first stages make of a page, before stories are put together. Row indices throughout. */
export interface Draft {
  readonly sheet: Sheet;
  readonly forms: readonly FormRow[];
  readonly roles: ReturnType<typeof roleContext>;
  readonly grams: Grams;
  readonly words: Words;
  readonly profile: Profile;
  readonly ocr: boolean;
}

/** `ownLines` are those of the text that are to be read together. */
export function draft(
  text: string,
  lexicon: Lexicon,
  profile: Profile,
  ownLines: readonly TextLine[] = splitLines(text),
  ocr = looksLikeOcr(text),
): Draft {
  const sheet = readRows(text, ownLines);
  const lines = sheet.rows.map(({ line, span }) => ({ n: line, span, eol: '' }));
  const forms = formRows(sheet.rows, findForms(formLines(text, lines), profile));
  const grams = new Grams(sheet.rows);
  const roles = roleContext(
    sheet,
    lexicon,
    grams,
    forms.map(({ tags }) => tags),
  );
  return { sheet, forms, roles, grams, words: new Words(sheet.rows, lexicon), profile, ocr };
}

/** Odds of each kind for each row. */
export function judgeRoles(page: Draft, weights: Weights['roles']): number[][] {
  // In the order of KINDS, whose first, the body, is the zero point.
  const tables = [weights.title, weights.caption, weights.byline, weights.furniture];
  return page.sheet.rows.map((_, i) => softmax([0, ...weighAll(tables, (emit) => roleEvidence(page.roles, i, emit))]));
}

function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - max));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((odd) => odd / sum);
}

export interface Ordered extends Draft {
  readonly odds: readonly (readonly number[])[];
  readonly title: readonly number[];
  readonly captions: readonly (readonly number[])[];
  /** Rows that are only a name, set apart from the text. */
  readonly asides: readonly number[];
  readonly chains: readonly (readonly number[])[];
  readonly succession: (a: number, b: number) => number;
  readonly explainSuccession: (a: number, b: number, emit: Emit) => void;
  /** For each row of the flow the row it goes on from. */
  readonly previous: ReadonlyMap<number, number>;
  readonly boundary: BoundaryContext;
  readonly titleBags: readonly Bag[];
}

export function successionContext(page: Draft): SuccessionContext {
  const { rows } = page.sheet;
  return {
    rows,
    joins: page.roles.joins,
    grams: page.grams,
    sides: rows.map((row) => sidesOf(row, page.roles.lexicon)),
    forms: page.forms,
    forward: page.roles.forward,
    backward: page.roles.backward,
  };
}

export function order(
  page: Draft,
  odds: readonly (readonly number[])[],
  weights: Pick<Weights, 'caption' | 'succession'>,
): Ordered {
  const { rows } = page.sheet;
  const title = titleOdds(rows, odds);
  const captions = findCaptions(page, odds, weights.caption);
  const captioned = new Set(captions.flat());
  for (const i of captioned) title[i] = 0;
  const furniture = odds.map((o) => o[KINDS.indexOf('furniture')]);
  for (const i of textRows(page)) title[i] = 0;
  for (const i of [...standingHeads(page, title), ...ownMatter(page)]) {
    title[i] = 0;
    furniture[i] = 1;
  }
  const context = successionContext(page);
  const explainSuccession = (a: number, b: number, emit: Emit): void => successionEvidence(context, a, b, emit);
  const known = new Map<number, number>();
  const succession = (a: number, b: number): number => {
    const key = a * rows.length + b;
    let score = known.get(key);
    if (score === undefined) {
      score = weigh(weights.succession, (emit) => successionEvidence(context, a, b, emit));
      known.set(key, score);
    }
    return score;
  };
  const asides = rows.map((_, i) => i).filter((i) => !captioned.has(i) && title[i] <= 0.5 && isAside(page, odds, i));
  const out = new Set([...captioned, ...asides]);
  const flow = rows.map((_, i) => i).filter((i) => title[i] <= 0.5 && furniture[i] <= 0.5 && !out.has(i));
  const previous = findTracks(flow, succession);
  const next = new Map([...previous].map(([b, a]) => [a, b]));
  const chains: number[][] = [];
  for (const i of flow) {
    if (previous.has(i)) continue;
    const chain = [i];
    for (let j = next.get(i); j !== undefined; j = next.get(j)) chain.push(j);
    chains.push(chain);
  }
  const place = new Map(flow.map((row, n) => [row, n]));
  const boundary = {
    rows,
    forms: page.forms,
    words: page.words,
    title,
    furniture,
    asides: new Set(asides),
    place,
    succession,
  };
  const titleBags = titleLines(page, title)
    .map(({ text }) => bagOf([text.replace(/ /g, '')]))
    .filter((bag) => page.words.sum(bag) > 0);
  return {
    ...page,
    titleBags,
    odds,
    title,
    captions,
    asides,
    chains,
    succession,
    explainSuccession,
    previous,
    boundary,
  };
}

/** 短评, 简讯 alone on the row above a title: the head of a column that comes every day, and no part of this day's title. */
const standingHeads = ({ forms }: Draft, title: readonly number[]): number[] =>
  forms.flatMap((row, i) => (row.tags.includes('standing-head fills row') && title[i + 1] > 0.5 ? [i] : []));

/** What a paper prints of itself (its numbers, its editors) says so in words, wherever it stands and however wide it is. */
const ownMatter = ({ forms, sheet }: Draft): number[] =>
  forms.flatMap(({ tags }, i) =>
    tags.includes('masthead fills row') || (tags.includes('credit fills row') && sheet.rows[i].bare.includes('：'))
      ? [i]
      : [],
  );

/** What stands in a story's text and in no title. */
const TEXT_FORMS: ReadonlySet<string> = new Set(['jump', 'continued', 'dateline', 'lead']);
/** … from these log-odds of the form on. */
const SURE_FORM = 2.5;

const textRows = ({ forms }: Draft): number[] =>
  forms.flatMap((row, i) =>
    row.forms.some(({ kind, score }) => TEXT_FORMS.has(kind) && score >= SURE_FORM) ? [i] : [],
  );

const TITLE = KINDS.indexOf('title');
const BYLINE = KINDS.indexOf('byline');

/** A row of at most this many ems that looks like a byline stands apart from the text. */
const ASIDE_WIDTH = 8;

const isAside = (page: Draft, odds: readonly (readonly number[])[], i: number): boolean =>
  odds[i][BYLINE] > 0.5 && page.sheet.rows[i].width <= ASIDE_WIDTH && !page.sheet.rows[i].bare.includes('）');

/** A row that alone would not pass for a title does so beside one, from these odds on. */
const BESIDE_TITLE = 0.22;
/** In one text box with a title (no blank line between on a padded page) much less is enough. */
const IN_BOX = 0.1;
/** … and its odds then count as these. */
const RAISED = 0.6;

function titleOdds(rows: readonly Row[], odds: readonly (readonly number[])[]): number[] {
  const title = odds.map((o) => o[TITLE]);
  const beside = (i: number, k: number): boolean =>
    k >= 0 && k < rows.length && odds[k][TITLE] > 0.5 && rows[Math.max(i, k)].gap <= 0;
  const boxed = (i: number, k: number): boolean =>
    beside(i, k) && rows[Math.max(i, k)].gap < 0 && odds[i][TITLE] > IN_BOX;
  return title.map((p, i) =>
    p <= 0.5 && ((p > BESIDE_TITLE && (beside(i, i - 1) || beside(i, i + 1))) || boxed(i, i - 1) || boxed(i, i + 1))
      ? RAISED
      : p,
  );
}

/** Runs of rows between boundaries, and the log-odds of the boundaries that parted them (by the row after each). */
export interface Runs {
  readonly runs: readonly Run[];
  readonly parted: ReadonlyMap<number, { readonly after: number; readonly score: number }>;
}

export function runsOf(page: Ordered, table: WeightTable, threshold: number): Runs {
  const runs: Run[] = [];
  const parted = new Map<number, { after: number; score: number }>();
  for (const chain of page.chains) {
    let run: number[] = [chain[0]];
    for (let k = 1; k < chain.length; k++) {
      const score = weigh(table, (emit) => boundaryEvidence(page.boundary, chain, k, emit));
      if (sigmoid(score) > threshold) {
        parted.set(chain[k], { after: chain[k - 1], score });
        runs.push(makeRun(page, run));
        run = [];
      }
      run.push(chain[k]);
    }
    runs.push(makeRun(page, run));
  }
  return { runs: runs.sort((a, b) => a.rows[0] - b.rows[0]), parted };
}

export const makeRun = (page: Draft, rows: readonly number[]): Run => ({
  rows,
  bag: bagOf(rows.map((i) => page.sheet.rows[i].bare)),
  measure: measureOf(page.sheet.rows, rows),
});

export const sequelContext = (
  page: Ordered,
  runs: readonly Run[],
  parted: Runs['parted'] = new Map(),
): SequelContext => ({
  parted,
  rows: page.sheet.rows,
  forms: page.forms,
  words: page.words,
  title: page.title,
  odds: page.odds,
  succession: page.succession,
  previous: page.previous,
  places: placesOf(runs),
  titles: page.titleBags,
  ocr: page.ocr,
});
