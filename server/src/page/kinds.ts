import { isClosing, isInnerMark, isSentenceEnd } from '../text/characters';
import { endsSentence } from './continuity';
import type { Draft } from './draft';
import { KINDS } from './roles';
import { stackRows } from './rows';

/*
 * What the rows around a row, and its forms, say of its kind beyond the odds of the first look.
 */

type Odds = readonly (readonly number[])[];

/** By row. */
export interface RowKinds {
  /** Odds of a title row, and of furniture. */
  readonly title: readonly number[];
  readonly furniture: readonly number[];
  /** Rows that are only a name, set apart from the text. */
  readonly asides: readonly number[];
}

const TITLE = KINDS.indexOf('title');
const BYLINE = KINDS.indexOf('byline');
const FURNITURE = KINDS.indexOf('furniture');

/** `captioned` are the rows of captions: they are nothing else. */
export function kindsOf(page: Draft, odds: Odds, captioned: ReadonlySet<number>): RowKinds {
  const { rows } = page.sheet;
  const title = titleOdds(page, odds);
  const furniture = odds.map((o) => o[FURNITURE]);
  for (const i of [...captioned, ...textRows(page), ...beforeMarks(page), ...stackRows(page.sheet)]) title[i] = 0;
  for (const i of [...standingHeads(page, title), ...ownMatter(page)]) {
    title[i] = 0;
    furniture[i] = 1;
  }
  const asides = rows.map((_, i) => i).filter((i) => !captioned.has(i) && title[i] <= 0.5 && isAside(page, odds, i));
  return { title, furniture, asides };
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

/** A row that begins with a mark goes on from the row above, which is text, then, and no character of a vertical title. */
const beforeMarks = ({ sheet: { flowing } }: Draft): number[] =>
  flowing.flatMap(({ bare }, i) => (i > 0 && flowing[i - 1].bare.length > 1 && beginsWithMark(bare) ? [i - 1] : []));

function beginsWithMark(text: string): boolean {
  const unit = text.charCodeAt(0);
  return isInnerMark(unit) || isSentenceEnd(unit) || (isClosing(unit) && unit !== APOSTROPHE);
}

/** Stands before the year, too: ’99. */
const APOSTROPHE = 0x2019;

/** A row of at most this many ems that looks like a byline stands apart from the text. */
const ASIDE_WIDTH = 8;

const isAside = (page: Draft, odds: Odds, i: number): boolean =>
  odds[i][BYLINE] > 0.5 && page.sheet.rows[i].width <= ASIDE_WIDTH && !page.sheet.rows[i].bare.includes('）');

/** A row that alone is no title is one beside a title, or above a name on a row of its own, from these odds on. */
const BESIDE_TITLE = 0.22;
/** In one text box with a title (no blank line between on a padded page) much less is enough. */
const IN_BOX = 0.1;
/** … and its odds then count as these. */
const RAISED = 0.6;

/** A title's last character or two on a row of their own: the row above, which is no sentence's end, needs this much. */
const ABOVE_LAST_CHARACTERS = 0.05;
const LAST_CHARACTERS = 2;

/**
 * A word that the line's end cuts (ln P gained by reading on, see continuity.ts) makes the row above a title's one, too, whatever
 * it looks like: of 19 such rows on annotated text layers 16 were. A row below a title's needs these odds besides.
 */
const CUT_WORD = 7;
const BELOW_CUT_WORD = 0.05;
/** … where no word is cut at its own beginning: then it belongs to the row above. */
const UNCUT = 0.5;

function titleOdds(page: Draft, odds: Odds): number[] {
  const title = besideTitles(page, odds);
  // Of OCR's rows too many look like titles.
  if (page.ocr) return title;
  const { rows } = page.sheet;
  const { joins } = page.roles;
  const cutBetween = (i: number): boolean =>
    i >= 0 && i + 1 < rows.length && rows[i + 1].gap <= 0 && joins.gain(i, i + 1) >= CUT_WORD;
  const isTitle = (i: number): boolean => title[i] > 0.5;
  return title.map((p, i) => {
    if (p > 0.5) return p;
    const raised =
      (isTitle(i + 1) && cutBetween(i) && (i === 0 || joins.gain(i - 1, i) < UNCUT)) ||
      (isTitle(i - 1) && cutBetween(i - 1) && p > BELOW_CUT_WORD);
    return raised ? RAISED : p;
  });
}

function besideTitles(page: Draft, odds: Odds): number[] {
  const { rows } = page.sheet;
  const title = odds.map((o) => o[TITLE]);
  const isTitle = (i: number): boolean => title[i] > 0.5;
  const boxed = (i: number, k: number): boolean => isTitle(k) && rows[Math.max(i, k)].gap < 0;
  const beside = (i: number, k: number): boolean => isTitle(k) && rows[Math.max(i, k)].gap <= 0;
  const isEnd = (i: number): boolean => isTitle(i) && rows[i].width <= LAST_CHARACTERS && !isTitle(i + 1);
  // Of OCR's short rows too many look like names.
  const signed = (i: number): boolean => !page.ocr && i + 1 < rows.length && isAside(page, odds, i + 1);
  return title.map((p, i) => {
    if (p > 0.5) return p;
    const raised =
      (p > IN_BOX && (boxed(i, i - 1) || boxed(i, i + 1))) ||
      (p > BESIDE_TITLE && (beside(i, i - 1) || beside(i, i + 1) || signed(i))) ||
      (p > ABOVE_LAST_CHARACTERS && beside(i, i + 1) && isEnd(i + 1) && !endsSentence(rows[i].bare));
    return raised ? RAISED : p;
  });
}
