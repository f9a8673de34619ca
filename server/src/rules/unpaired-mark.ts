import type { Page, Story } from '../page/model';
import { isDigit, isLatin } from '../text/characters';
import { say } from '../text/message';
import { ViewBuilder } from '../text/view';
import { finding } from './report';
import type { Rule } from './rule';

/**
 * “ without ”. Quotations and brackets run over lines and columns, so each story is read as its joined paragraphs; and where
 * the page as a whole has as many opening marks as closing ones, the order was misread and no mark is missing.
 */
export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  group: 'punctuation',
  severity: 'information',
  fixClass: 'R',
  summary: say('A quotation mark or bracket without its partner'),
  *check({ placed: { page } }) {
    for (const pair of PAIRS) {
      const { opened, closed } = countMarks(page.text, pair);
      const surplus = opened - closed;
      if (surplus === 0) continue;
      const unpaired = page.stories.map((story) => unpairedIn(page, story, pair));
      const opening = unpaired.flatMap((marks) => marks.opening);
      const closing = unpaired.flatMap((marks) => marks.closing);
      if (opening.length + closing.length > TOO_MANY) continue;
      const lonely = surplus > 0 ? withoutNearest(opening, closing) : withoutNearest(closing, opening);
      // More than the page can lack: some of them only stand in the wrong story, and nobody knows which.
      if (lonely.length > Math.abs(surplus)) continue;
      for (const at of lonely) {
        const message =
          surplus > 0 ? say('{0} is never closed', page.text[at]) : say('{0} was never opened', page.text[at]);
        yield finding(
          'unpaired-mark',
          { start: at, end: at + 1 },
          message,
          [],
          [say('The page has {0} opening and {1} closing marks of this kind.', opened, closed)],
        );
      }
    }
  },
};

/** Marks without a partner from which a page is no text that anybody set: a table, or noise of OCR. */
const TOO_MANY = 100;

/** Opening and closing forms of one kind of mark; OCR mixes full-width and ASCII brackets. */
interface Pair {
  readonly open: string;
  readonly close: string;
}

const PAIRS: readonly Pair[] = [
  { open: '“', close: '”' },
  { open: '‘', close: '’' },
  { open: '（(', close: '）)' },
  { open: '《', close: '》' },
  { open: '「', close: '」' },
  { open: '『', close: '』' },
  { open: '【', close: '】' },
  { open: '〔', close: '〕' },
];

/** A quick answer for what nearly every unit is: ASCII brackets, quotation marks, CJK and full-width brackets may be marks. */
const mayBeMark = (unit: number): boolean =>
  unit === 0x28 ||
  unit === 0x29 ||
  (unit >= 0x2018 && unit <= 0x201d) ||
  (unit >= 0x3008 && unit <= 0x3015) ||
  unit === 0xff08 ||
  unit === 0xff09;

/** 1 for an opening mark of the pair, -1 for a closing one, 0 for anything else. */
function directionAt(text: string, at: number, { open, close }: Pair): number {
  if (!mayBeMark(text.charCodeAt(at))) return 0;
  if (open.includes(text[at])) return 1;
  return close.includes(text[at]) && !isApostrophe(text, at) ? -1 : 0;
}

/** ’98, it’s */
const isApostrophe = (text: string, at: number): boolean =>
  text[at] === '’' && (isDigit(text.charCodeAt(at + 1)) || isLatin(text.charCodeAt(at - 1)));

/** 1） or 一） at the head of an item, where no bracket is open: a bracket that never had a partner. */
function closesNumber(text: string, at: number): boolean {
  if (text[at] !== '）' && text[at] !== ')') return false;
  let start = at;
  while (start > 0 && at - start < LONGEST_ITEM_NUMBER && isItemNumber(text, start - 1)) start--;
  return start < at;
}

const LONGEST_ITEM_NUMBER = 2;
const isItemNumber = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || isLatin(text.charCodeAt(at)) || '一二三四五六七八九十'.includes(text[at]);

function countMarks(text: string, pair: Pair): { opened: number; closed: number } {
  let opened = 0;
  let closed = 0;
  for (let at = 0; at < text.length; at++) {
    const direction = directionAt(text, at, pair);
    if (direction > 0) opened++;
    if (direction < 0 && (opened > closed || !closesNumber(text, at))) closed++;
  }
  return { opened, closed };
}

/** Offsets of the marks of a story that find no partner in its paragraphs. */
function unpairedIn(page: Page, story: Story, pair: Pair): { opening: number[]; closing: number[] } {
  const open: number[] = [];
  const closing: number[] = [];
  for (const { pieces, subhead } of story.paragraphs) {
    if (subhead) continue;
    const builder = new ViewBuilder();
    for (const { start, end } of pieces) builder.copy(page.text, start, end);
    const view = builder.build();
    // A quotation of several paragraphs reopens at the head of each and closes once.
    const first = view.text.length - view.text.trimStart().length;
    if (open.length > 0 && directionAt(view.text, first, pair) > 0) open.pop();
    for (let at = 0; at < view.text.length; at++) {
      const direction = directionAt(view.text, at, pair);
      if (direction > 0) open.push(view.sourceOffset(at));
      if (direction < 0 && open.pop() === undefined && !closesNumber(view.text, at))
        closing.push(view.sourceOffset(at));
    }
  }
  // What a jump line cuts off goes on, or began, on another page.
  return { opening: story.jump?.kind === 'to' ? [] : open, closing: story.continuedFrom ? [] : closing };
}

/** The offsets of `from` that are left when each of `others` took the nearest one: those were parted by a misread order. */
function withoutNearest(from: readonly number[], others: readonly number[]): number[] {
  const left = [...from].sort((a, b) => a - b);
  for (const other of others) {
    if (left.length === 0) break;
    let nearest = 0;
    for (let i = 1; i < left.length; i++) if (Math.abs(left[i] - other) < Math.abs(left[nearest] - other)) nearest = i;
    left.splice(nearest, 1);
  }
  return left;
}
