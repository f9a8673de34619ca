import { isDigit, isLatin, isMark, isOpening } from '../text/characters';
import { isFieldRow, isInsideField, tableLines } from '../text/fieldRows';
import { splitLines } from '../text/lines';
import { say } from '../text/message';
import type { Span } from '../text/span';
import { countIdeographs, hasColumnGap, isIdeograph, tokensOf } from '../text/tokens';
import { letterSpacedGaps, letterSpacedRuns } from './letter-runs';
import { finding, fix, fixAt, remove } from './report';
import type { Finding, Rule } from './rule';
import { setsFiguresApart } from './spaced-style';

/** 共 62 个, 2 0 2 3 年: a space beside or inside a figure, which Chinese print does not set. */
export const digitSpacing: Rule = {
  id: 'digit-spacing',
  group: 'spacing',
  severity: 'information',
  fixClass: 'A',
  summary: say('A space between a figure or Latin word and Chinese text'),
  *check({ placed: { page }, style }) {
    if (style.digitSpace === 'keep') return;
    const { text } = page;
    const lines = splitLines(text);
    if (setsFiguresApart(text, lines)) return;
    const tables = tableLines(text, lines);
    for (const line of lines) {
      const tokens = tokensOf(text, line);
      if (hasColumnGap(text, tokens) || !tokens.some((token) => countIdeographs(text, token) > 0)) continue;
      const inFields = tables.has(line.n) || isFieldRow(text, tokens);
      const taken = letterSpacedGaps(letterSpacedRuns(text, lines, line, tokens));
      for (let i = 0; i + 1 < tokens.length; i++) {
        if (taken.has(i)) continue;
        if (!isSingleSpace(text, tokens, i)) continue;
        const lastDigit = endOfSpacedDigits(text, tokens, i);
        if (lastDigit > i) {
          if (inFields) continue;
          yield spacedDigits(text, tokens, i, lastDigit);
          // The gap after the last digit is judged when the number is whole.
          i = lastDigit;
        } else if (meets(text, tokens[i], tokens[i + 1]) && !parts(text, tokens[i], tokens[i + 1])) {
          if (inFields && !isInsideField(text, tokens[i], tokens[i + 1])) continue;
          const span = { start: tokens[i].end, end: tokens[i + 1].start };
          yield finding(
            'digit-spacing',
            span,
            say('Space between a figure or Latin word and Chinese text'),
            [fix('A', say('Remove the space'), remove(span.start, span.end))],
            [say('House style: no space beside a figure (digitSpace: remove).')],
          );
        }
      }
    }
  },
};

const isSingleSpace = (text: string, tokens: readonly Span[], i: number): boolean =>
  i + 1 < tokens.length && tokens[i + 1].start - tokens[i].end === 1 && text[tokens[i].end] === ' ';

const isDigitAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at));

/** The token that holds the last digit of a number set digit by digit from token `first` on; `first` where there is none. */
function endOfSpacedDigits(text: string, tokens: readonly Span[], first: number): number {
  const { start, end } = tokens[first];
  if (!isDigitAt(text, end - 1) || (end - 1 > start && isDigitAt(text, end - 2))) return first;
  let last = first;
  while (isSingleSpace(text, tokens, last)) {
    const next = tokens[last + 1];
    if (!isDigitAt(text, next.start) || (next.end - next.start > 1 && isDigitAt(text, next.start + 1))) break;
    last++;
    if (next.end - next.start > 1) break;
  }
  return last;
}

/** What is counted: digits before one of these are one number, not a row of figures. */
const UNITS = '年月日时分秒元万亿千百多余个名人号岁次届米吨公里家户件条项只位台辆座所周期天场篇部张层度倍点版页架艘枚';

/** What a date and a time go up to: 1 3 5 7 日 are days. */
const MOST: ReadonlyMap<string, number> = new Map([
  ['月', 12],
  ['日', 31],
  ['时', 24],
  ['分', 60],
  ['秒', 60],
]);

/** 1 0 0 0 元: sure where something is counted; 3 5 7 alone may be a row of figures. */
function spacedDigits(text: string, tokens: readonly Span[], first: number, last: number): Finding {
  const lastDigit = tokens[last].start;
  const follower =
    lastDigit + 1 < tokens[last].end ? text[lastDigit + 1] : text[tokens[last + 1]?.start ?? text.length];
  const counted =
    follower !== undefined &&
    UNITS.includes(follower) &&
    !isRowOfFigures(text, tokens[first].end - 1, lastDigit) &&
    numberOf(text, tokens, first, lastDigit) <= (MOST.get(follower) ?? Number.POSITIVE_INFINITY) &&
    (last + 1 >= tokens.length || tokens[last].end > lastDigit + 1 || isSingleSpace(text, tokens, last));
  const edits = [];
  for (let i = first; i < last; i++) edits.push(remove(tokens[i].end, tokens[i + 1].start));
  const span = { start: tokens[first].end - 1, end: lastDigit + 1 };
  return finding(
    'digit-spacing',
    span,
    say('A number set digit by digit'),
    [fixAt(counted ? 'A' : 'Q', say('Join the digits'), edits)],
    counted
      ? [say('{0} follows, which counts what the number says.', follower)]
      : [say('What follows does not tell whether it is one number.')],
  );
}

/** 尾号 1 6 日, 第 1 3 5 名, 3 2 1 名列: each digit counts by itself. */
function isRowOfFigures(text: string, from: number, lastDigit: number): boolean {
  const before = text[from - 1] === ' ' ? text[from - 2] : text[from - 1];
  const behind = text.slice(lastDigit + 1, lastDigit + 4).trimStart();
  const ranks = before === '第' && behind.startsWith('名') && lastDigit - from > 2;
  return before === '号' || ranks || behind.startsWith('名列');
}

/** The number that the digits from the end of token `first` to `lastDigit` make. */
const numberOf = (text: string, tokens: readonly Span[], first: number, lastDigit: number): number =>
  Number(
    text
      .slice(tokens[first].end - 1, lastDigit + 1)
      .normalize('NFKC')
      .replaceAll(' ', ''),
  );

/** A digit or a sign that belongs to a figure. */
const isFigure = (text: string, at: number): boolean => isDigitAt(text, at) || '%％‰'.includes(text[at]);

const LAST_ASCII = 0x7f;

/** Whether a character of Chinese text stands there: an ideograph or one of its own marks. */
const isChinese = (text: string, at: number): boolean =>
  isIdeograph(text.charCodeAt(at)) || (isMark(text.charCodeAt(at)) && text.charCodeAt(at) > LAST_ASCII);

/** Whether a figure or Latin word meets Chinese text or a mark at the gap. */
function meets(text: string, left: Span, right: Span): boolean {
  const before = left.end - 1;
  const after = right.start;
  const chinese = (at: number) => isIdeograph(text.charCodeAt(at));
  // (c) 2026, f(1, 2): an ASCII mark is a mark of Chinese text where that stands on its other side.
  const mark = (at: number, beyond: number) =>
    isMark(text.charCodeAt(at)) && (text.charCodeAt(at) > LAST_ASCII || isChinese(text, beyond));
  if (isFigure(text, before)) return chinese(after) || mark(after, after + 1) || '.%％‰'.includes(text[after]);
  if (isFigure(text, after)) return chinese(before) || mark(before, before - 1) || endsDecimalPoint(text, left);
  return (isLatinWord(text, left, before) && chinese(after)) || (chinese(before) && isLatinWord(text, right, after));
}

/** 两张 CD 唱片: extractors set a Latin word apart on both sides; where its other side is closed, the space parts columns. */
const isLatinWord = (text: string, token: Span, at: number): boolean =>
  isLatin(text.charCodeAt(at)) && countIdeographs(text, token) === 0;

/** 6. or a lone point before the decimals; alone at the beginning of a line 6. may number an item. */
function endsDecimalPoint(text: string, { start, end }: Span): boolean {
  if (text[end - 1] !== '.') return false;
  if (end - start === 1) return true;
  const isAlone = /^\d\d?\.$/.test(text.slice(start, end));
  return isDigitAt(text, end - 2) && !(isAlone && beginsLine(text, start));
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\u3000')) before--;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}

/** Characters after which a space before a figure is right: a dateline, a credit, a page's name ends there. */
const ENDS_A_FIELD = '讯电摄版';
/** Between these marks and a figure the space parts lead, credit and caption. */
const PARTING_MARKS = '。）';

/** Whether the space is right where it is. */
function parts(text: string, left: Span, right: Span): boolean {
  const before = text[left.end - 1];
  if (ENDS_A_FIELD.includes(before) || PARTING_MARKS.includes(before)) return true;
  if (isOpening(text.charCodeAt(right.start))) return true;
  if (endsJump(text, left) && text[right.start] !== '版' && text[right.start] !== '页') return true;
  if (isItemLetter(text, right) || isLabel(text, right)) return true;
  return isMisreadMark(text, left) || isLoneZero(text, right);
}

/** A. 河流 B. 山川: what one may choose from. */
const isItemLetter = (text: string, { start }: Span): boolean =>
  isLatin(text.charCodeAt(start)) && '.．、'.includes(text[start + 1] ?? ' ');

/** 010-65368888 邮编：: a label begins the next field. */
const isLabel = (text: string, { start, end }: Span): boolean =>
  LABELS.some(
    (label) =>
      text.startsWith(label, start) && start + label.length < end && '：:'.includes(text[start + label.length]),
  );
const LABELS = ['电话', '传真', '邮编', '邮政编码', '地址', '网址', '邮箱', '电子邮箱', '信箱', '热线', '手机', '微信'];

const isLoneZero = (text: string, { start, end }: Span): boolean => end - start === 1 && text[start] === '0';

/** OCR reads 。 as a lone 0, and the □ before a byline as a lone letter that begins its line. */
function isMisreadMark(text: string, { start, end }: Span): boolean {
  if (end - start !== 1) return false;
  return (
    isLoneZero(text, { start, end }) || (isLatin(text.charCodeAt(start)) && (start === 0 || text[start - 1] === '\n'))
  );
}

/** （下转2: what follows after a space is the text of another column, unless it is 版. */
function endsJump(text: string, { start, end }: Span): boolean {
  let at = end;
  while (at > start && isDigitAt(text, at - 1)) at--;
  if (at === end) return false;
  if (text[at - 1] === ' ') at--;
  if (text[at - 1] === '第') at--;
  const words = text.slice(Math.max(0, at - 2), at);
  return words === '下转' || words === '上接';
}
