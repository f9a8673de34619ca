import { isClosing } from '../text/characters';
import { looksLikeName } from '../text/names';
import { type BlockHead, blockHeads } from './blockHeads';
import { bracketsOf, endsSentence, goesOn } from './continuity';
import type { Draft } from './draft';
import { listsOf } from './listRows';
import type { Evidence } from './model';
import type { Row } from './rows';
import { CUT_REACH } from './titleLines';
import { LOWERED, lowerAboveText, mayBeTitle, type Other, raiseApart } from './titlesApart';

/*
 * What the rows around a row say of its being a title's, beyond the odds of the first look. Titles stand together, and words
 * and brackets show what reads on. The counts are of annotated pages that took no part in learning those odds.
 */

/** By row. */
type Odds = readonly number[];

const isTitle = (title: Odds, i: number): boolean => title[i] > 0.5;

/** For each row the odds that it is a title's, and why where the first look said otherwise. */
export interface TitleOdds {
  readonly odds: number[];
  readonly why: ReadonlyMap<number, Evidence>;
  /** For each row of a title that heads a block of text, the row below that title. */
  readonly headEnds: ReadonlyMap<number, number>;
}

/** What made a title of a row, or text of it: by their names in a hover. */
export const TITLE_REASONS = {
  together: 'stands with a title',
  cut: 'a word reads on between it and a title',
  between: 'stands between two titles',
  opens: 'the row below begins with its words',
  apart: 'no text stands beside it that it could belong to',
  heads: 'heads a block of text',
  headsList: 'heads a list',
  text: 'reads on in the text around it',
  above: 'begins the text right below it',
  listed: 'a row of a list',
} as const;
/** … of which these made it text. */
export const TEXT_REASONS: ReadonlySet<string> = new Set([
  TITLE_REASONS.text,
  TITLE_REASONS.above,
  TITLE_REASONS.listed,
]);
/** Such reasons are conditions that hold or not, and no sums of odds: they count in a hover as strong evidence does. */
const DECIDES = 3;

/** The odds after a look at the rows around. */
export function titleOdds(page: Draft, first: Odds, other: Other): TitleOdds {
  const why = new Map<number, Evidence>();
  const after = (before: Odds, name: string, odds: number[]): number[] => {
    odds.forEach((_, i) => {
      if (isTitle(odds, i) !== isTitle(before, i)) why.set(i, { name, score: DECIDES });
    });
    return odds;
  };
  let odds = after(first, TITLE_REASONS.together, raiseBesideTitles(page, first, other));
  // Of OCR's rows too many look like titles.
  if (page.ocr) return { odds: after(odds, TITLE_REASONS.text, lowerText(page, odds)), why, headEnds: new Map() };
  const headEnds = headRows(blockHeads(page, first, other));
  const unlessHead = (raised: Odds, lowered: Odds): number[] =>
    lowered.map((p, i) => (headEnds.has(i) ? raised[i] : p));
  odds = after(odds, TITLE_REASONS.cut, raiseAtCutWords(page, odds));
  odds = after(odds, TITLE_REASONS.apart, raiseApart(page, odds, other));
  odds = after(
    odds,
    TITLE_REASONS.heads,
    odds.map((p, i) => (headEnds.has(i) ? Math.max(p, HEADS) : p)),
  );
  odds = after(odds, TITLE_REASONS.between, raiseBetweenTitles(page, odds));
  odds = after(odds, TITLE_REASONS.text, unlessHead(odds, lowerText(page, odds)));
  odds = after(odds, TITLE_REASONS.above, unlessHead(odds, lowerAboveText(page, odds, first, other)));
  odds = after(odds, TITLE_REASONS.opens, raiseAboveItsWords(page, odds));
  const lists = listsOf(page, other);
  odds = after(
    odds,
    TITLE_REASONS.headsList,
    odds.map((p, i) => (lists.heads.has(i) ? Math.max(p, HEADS) : p)),
  );
  odds = after(
    odds,
    TITLE_REASONS.listed,
    odds.map((p, i) => (lists.rows.has(i) ? Math.min(p, LOWERED) : p)),
  );
  return { odds, why, headEnds };
}

/** The odds of a row that heads a block of text. */
const HEADS = 0.94;

const headRows = (heads: readonly BlockHead[]): Map<number, number> =>
  new Map(
    heads.flatMap(({ first, end }) =>
      Array.from({ length: end - first }, (_, k): [number, number] => [first + k, end]),
    ),
  );

/** A row that alone is no title is one beside a title, or above a name on a row of its own, from these odds on. */
const BESIDE_TITLE = 0.22;
/**
 * … and right above text, where a story's first row may stand, from these on: of 43 such rows between the two 19 were titles'.
 * No column is narrower (ems).
 */
const ABOVE_TEXT = 0.42;
const LEAST_COLUMN = 7;
/** In one text box with a title (no blank line between on a padded page) much less is enough. */
const IN_BOX = 0.1;
/** … and its odds then count as these. */
const RAISED = 0.6;

/** A title's last character or two on a row of their own: the row above, which is no sentence's end, needs this much. */
const ABOVE_LAST_CHARACTERS = 0.05;
const LAST_CHARACTERS = 2;

function raiseBesideTitles(page: Draft, title: Odds, { isAside }: Other): number[] {
  const { rows } = page.sheet;
  const boxed = (i: number, k: number): boolean => isTitle(title, k) && rows[Math.max(i, k)].gap < 0;
  const beside = (i: number, k: number): boolean => isTitle(title, k) && rows[Math.max(i, k)].gap <= 0;
  const isEnd = (i: number): boolean => isTitle(title, i) && rows[i].width <= LAST_CHARACTERS && !isTitle(title, i + 1);
  const mayBeFirst = (i: number): boolean =>
    rows[i].width >= LEAST_COLUMN && standTogether(rows, i) && !isTitle(title, i + 1);
  // Of OCR's short rows too many look like names.
  const signed = (i: number): boolean => !page.ocr && i + 1 < rows.length && isAside(i + 1);
  return title.map((p, i) => {
    if (p > 0.5 || readsAsName(page, i)) return p;
    const raised =
      (p > IN_BOX && (boxed(i, i - 1) || boxed(i, i + 1))) ||
      (p > BESIDE_TITLE && (beside(i, i + 1) || signed(i))) ||
      (p > (mayBeFirst(i) ? ABOVE_TEXT : BESIDE_TITLE) && beside(i, i - 1)) ||
      (p > ABOVE_LAST_CHARACTERS && beside(i, i + 1) && isEnd(i + 1) && !endsSentence(rows[i].bare));
    return raised ? RAISED : p;
  });
}

/** A name beside a title is its author’s: all nine such rows were, and none a title’s. */
const NAME_LENGTH = 4;
const SURE_NAME = 0.8;

const readsAsName = ({ roles, sheet }: Draft, i: number): boolean =>
  sheet.rows[i].bare.length <= NAME_LENGTH && looksLikeName(sheet.rows[i].bare, roles.lexicon) > SURE_NAME;

/**
 * A word that the line's end cuts (ln P gained by reading on, see continuity.ts) makes the row above a title's one, too, whatever
 * it looks like; a row below a title's needs these odds besides: of 28 such rows on text layers 24 were titles' …
 */
const CUT_WORD = 7;
const BELOW_CUT_WORD = 0.05;
/** … or BESIDE_TITLE, where rows of other columns stand between: both such rows were titles', of seven with less none. No other row reads on in this one, or into it, by more than this. */
const UNCUT = 0.5;

function raiseAtCutWords(page: Draft, title: Odds): number[] {
  const { rows } = page.sheet;
  const { joins } = page.roles;
  const isCut = (i: number, k: number): boolean => joins.gain(i, k) >= CUT_WORD;
  const isUncut = (i: number): boolean => i < 0 || i + 1 >= rows.length || joins.gain(i, i + 1) < UNCUT;
  const goesOnAfar = (k: number): boolean => {
    for (let i = Math.max(0, k - CUT_REACH); i < k - 1; i++)
      if (isTitle(title, i) && isCut(i, k) && isUncut(i) && isUncut(k - 1)) return true;
    return false;
  };
  return title.map((p, i) => {
    if (p > 0.5) return p;
    const raised =
      (isTitle(title, i + 1) && standTogether(rows, i) && isCut(i, i + 1) && isUncut(i - 1)) ||
      (p > BELOW_CUT_WORD && isTitle(title, i - 1) && standTogether(rows, i - 1) && isCut(i - 1, i)) ||
      (p > BESIDE_TITLE && goesOnAfar(i));
    return raised ? RAISED : p;
  });
}

/**
 * A text often opens with its headline's first words: of rows with these odds above a row that begins with as many of the
 * same characters, but is no copy, all four (on two pages) were titles'. Bylines and leads begin alike, too.
 */
const MAY_OPEN = 0.1;
const SAME_CHARACTERS = 5;

function raiseAboveItsWords({ sheet, forms }: Draft, title: Odds): number[] {
  const { flowing } = sheet;
  return title.map((p, i) => {
    if (p > 0.5 || p < MAY_OPEN || i + 1 >= flowing.length || forms[i].begun.length > 0) return p;
    const [bare, below] = [flowing[i].bare, flowing[i + 1].bare];
    const opens = bare !== below && bare.length > SAME_CHARACTERS && below.startsWith(bare.slice(0, SAME_CHARACTERS));
    return opens ? RAISED : p;
  });
}

/** So many rows at most between two titles’ are titles' as well, from these odds on, if they hold no form and no sentence: 32 of 35 were. */
const BETWEEN_TITLES = 0.005;
const MOST_BETWEEN = 3;
const HAN_BETWEEN = 2;

function raiseBetweenTitles(page: Draft, title: Odds): number[] {
  const odds = [...title];
  const count = page.sheet.flowing.length;
  const maybe = (i: number): boolean => title[i] > BETWEEN_TITLES && mayBeTitle(page, i, HAN_BETWEEN);
  for (let i = 1; i < count; i++) {
    if (!isTitle(title, i - 1) || isTitle(title, i)) continue;
    let end = i;
    while (end < count && end - i < MOST_BETWEEN && !isTitle(title, end) && maybe(end)) end++;
    if (end < count && isTitle(title, end)) odds.fill(RAISED, i, end);
  }
  return odds;
}

/** Of 49 rows that looked like titles and read on in the text 48 were text. */
function lowerText(page: Draft, title: Odds): number[] {
  return title.map((p, i) => (p > 0.5 && readsOnInText(page, title, i) ? LOWERED : p));
}

/** A word that a line's end cuts between text and a row that no title stands beside. */
const CUT_WORD_OF_TEXT = 4;

/**
 * Whether a row reads on from or into a row that is no title's: over a mark, in brackets that the one opens and the other
 * closes, or in a word where no title stands beside it.
 */
function readsOnInText(page: Draft, title: Odds, i: number): boolean {
  const { rows } = page.sheet;
  const isText = (k: number): boolean => k >= 0 && k < page.sheet.flowing.length && !isTitle(title, k);
  if (rows[i].bare.length > 1 && isText(i + 1) && beginsWithMark(rows[i + 1].bare)) return true;
  if (isText(i + 1) && closes(rows[i].bare, rows[i + 1].bare)) return true;
  if (isText(i - 1) && closes(rows[i - 1].bare, rows[i].bare)) return true;
  const isCut = (k: number): boolean => standTogether(rows, k) && page.roles.joins.gain(k, k + 1) >= CUT_WORD_OF_TEXT;
  return isText(i - 1) && isText(i + 1) && (isCut(i - 1) || isCut(i));
}

const standTogether = (rows: readonly Row[], i: number): boolean =>
  i >= 0 && i + 1 < rows.length && rows[i + 1].gap <= 0;

/** Whether the second row closes a bracket that the first leaves open. */
function closes(first: string, second: string): boolean {
  const { open } = bracketsOf(first);
  return open.length > 0 && open.includes(bracketsOf(second).closes[0]);
}

/** A closing mark may come to stand below a title where columns were read in turns; other marks go on from the row above. */
const beginsWithMark = (text: string): boolean => goesOn(text) && !isClosing(text.charCodeAt(0));
