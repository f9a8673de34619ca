import type { Draft } from './draft';
import type { Form } from './forms';
import type { Evidence } from './model';
import { KINDS } from './roles';
import { isStackRow, stackRows } from './rows';
import { TEXT_REASONS, titleOdds } from './titleOdds';

/*
 * What the rows around a row, and its forms, say of its kind beyond the odds of the first look.
 */

type Odds = readonly (readonly number[])[];

/** By row. */
export interface RowKinds {
  /** Odds of a title row, and of furniture. */
  readonly title: readonly number[];
  /** Why, where the rows around decided it. */
  readonly titleWhy: ReadonlyMap<number, Evidence>;
  /** For each row of a title that heads a block of text, the row below that title. */
  readonly headEnds: ReadonlyMap<number, number>;
  /** Title rows that are the heads of columns: they part texts as titles do, and are no part of one. */
  readonly heads: ReadonlySet<number>;
  readonly furniture: readonly number[];
  /** Rows that are only a name, set apart from the text. */
  readonly asides: readonly number[];
}

const TITLE = KINDS.indexOf('title');
const BYLINE = KINDS.indexOf('byline');
const FURNITURE = KINDS.indexOf('furniture');

/** `captioned` are the rows of captions: they are nothing else. */
export function kindsOf(page: Draft, odds: Odds, captioned: ReadonlySet<number>): RowKinds {
  const { forms } = page;
  const { rows } = page.sheet;
  const other = {
    isAside: (i: number): boolean => isAside(page, odds, i),
    isCaption: (i: number): boolean => captioned.has(i),
    isFurniture: (i: number): boolean => odds[i][FURNITURE] > 0.5,
  };
  const [own, rules] = [ownMatter(page), ruleRows(page)];
  const firstOdds = (i: number): number => {
    // The characters of a vertical headline stand behind the last row, and are no title below it.
    if (isStackRow(page.sheet, i) || rules.has(i)) return 0;
    const p = odds[i][TITLE];
    return p > MAYBE_HEAD && forms[i].tags.includes(STANDING_HEAD) ? Math.max(p, HEAD) : p;
  };
  const first = odds.map((_, i) => firstOdds(i));
  const { odds: title, why, headEnds } = titleOdds(page, first, other);
  const furniture = odds.map((o) => o[FURNITURE]);
  for (const i of [...captioned, ...textRows(page), ...stackRows(page.sheet)]) title[i] = 0;
  const heads = standingHeads(page, title);
  for (const i of heads) furniture[i] = 1;
  for (const i of [...own, ...rules]) {
    title[i] = 0;
    furniture[i] = 1;
  }
  const asides = rows
    .map((_, i) => i)
    .filter((i) => !captioned.has(i) && !own.has(i) && title[i] <= 0.5 && isAside(page, odds, i));
  // What another form decided in the end needs no such reason.
  const titleWhy = new Map([...why].filter(([i, { name }]) => title[i] > 0.5 !== TEXT_REASONS.has(name)));
  return { title, titleWhy, headEnds, heads: new Set(heads), furniture, asides };
}

/** The form's name among the evidence of a row. */
export const STANDING_HEAD = 'standing-head fills row';

/**
 * 短评, 简讯 alone on the row above a title, or below it: the head of a column that comes every day, and no part of this day's
 * title. Where there is no other title it is what the text is called.
 */
const standingHeads = ({ forms, sheet }: Draft, title: readonly number[]): number[] =>
  forms.flatMap(({ tags }, i) => {
    if (!tags.includes(STANDING_HEAD)) return [];
    const { bare, width, gap } = sheet.rows[i];
    const listed = tags.includes(LISTED_HEAD);
    const above = title[i + 1] > 0.5 && (listed || sheet.rows[i + 1].width >= width + WIDER_TITLE);
    const below = title[i - 1] > 0.5 && listed && bare.length >= WHOLE_HEAD && gap <= 0;
    return above || below ? [i] : [];
  });

/** What may be the head of a column from these odds on makes a title of what it stands beside, as a title with these odds does. */
const MAYBE_HEAD = 0.2;
const HEAD = 0.6;

/** Only its ending shows a head of a column: lines that one headline was broken into are about as wide (ems) as one another. */
const WIDER_TITLE = 2;
/** A shorter word (综述, 调查) below a title may be its last one. */
const WHOLE_HEAD = 3;
const LISTED_HEAD = 'sure standing-head';

/** What a paper prints of itself (its numbers, its editors) says so in words, wherever it stands and however wide it is. */
const ownMatter = ({ forms, sheet }: Draft): ReadonlySet<number> =>
  new Set(
    forms.flatMap(({ tags, forms: own }, i) => {
      const names = sheet.rows[i].bare.includes('：') || own.some(namesEditors);
      return tags.includes('masthead fills row') || (names && tags.includes('credit fills row')) ? [i] : [];
    }),
  );

const namesEditors = ({ why }: Form): boolean => why.some(({ name }) => name === 'credit.names');

/** ————, ＊＊＊, ======: a line between stories, typed. 50 of 184 such rows of invented pages had become titles, or part of one. */
const ruleRows = ({ sheet }: Draft): ReadonlySet<number> =>
  new Set(sheet.flowing.flatMap(({ bare }, i) => (RULE.test(bare) ? [i] : [])));

/** Fewer are the dash of a deck or the dots of a sentence; …… may be a text's own line however long it is. */
const RULE = /^[-—－–─━=＝*＊~～_＿.·．■●○◆◇★☆]{3,}$/;

/** What stands in a story's text and in no title. */
const TEXT_FORMS: ReadonlySet<string> = new Set(['jump', 'continued', 'dateline', 'lead']);
/** … from these log-odds of the form on. */
const SURE_FORM = 2.5;

const textRows = ({ forms }: Draft): number[] =>
  forms.flatMap((row, i) =>
    row.forms.some(({ kind, score }) => TEXT_FORMS.has(kind) && score >= SURE_FORM) ? [i] : [],
  );

/** A row of at most this many ems that looks like a byline stands apart from the text. */
const ASIDE_WIDTH = 8;

const isAside = (page: Draft, odds: Odds, i: number): boolean =>
  odds[i][BYLINE] > 0.5 &&
  page.sheet.rows[i].width <= ASIDE_WIDTH &&
  !page.sheet.rows[i].bare.includes('）') &&
  (page.ocr || !page.forms[i].forms.some(signsText));

/**
 * Names in brackets that sign a text stand in it, even those that a line's end has cut: （林⏎舟）. Text layers had 18 such rows;
 * of OCR's there were two, and one was better apart.
 */
const signsText = (form: Form): boolean => form.kind === 'byline' && form.place === 'tail';
