import { isDigit, isHan, isRadicalForm } from '../text/characters';
import { splitLines } from '../text/lines';
import { type Message, say } from '../text/message';
import { surnameLength } from '../text/names';
import type { Span } from '../text/span';
import { finding, fix, replace } from './report';
import type { Finding, FixClass, Rule } from './rule';

/** 〈记者 for （记者, 一一一 for ———, a backtick for 、: marks that were read as others of a like shape. */
export const markLookalike: Rule = {
  id: 'mark-lookalike',
  group: 'punctuation',
  severity: 'warning',
  fixClass: 'A',
  summary: say('A mark or character read as another of like shape'),
  *check({ placed: { page } }) {
    const { text } = page;
    for (const { span } of splitLines(text)) {
      let line: Line | undefined;
      for (let at = span.start; at < span.end; ) {
        if (!SUSPECTS.includes(text[at])) {
          at++;
          continue;
        }
        line ??= { span, brackets: bracketsOf(text, span), ocr: page.traits.ocr };
        const found = lookalikeAt(text, line, at);
        if (found) yield report(text, found);
        at = found ? found.end : at + 1;
      }
    }
  },
};

/** What the look-alikes of a line depend on. */
interface Line {
  readonly span: Span;
  /** The brackets that occur in it. */
  readonly brackets: ReadonlySet<string>;
  /** Whether the page was recognised from an image, where more is misread than these forms alone prove. */
  readonly ocr: boolean;
}

function bracketsOf(text: string, { start, end }: Span): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = start; i < end; i++) if ('〉》)）['.includes(text[i])) found.add(text[i]);
  return found;
}

const SUSPECTS = '―〈《一`].“”"';

interface Lookalike {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly fixClass: FixClass;
  readonly why: Message;
}

function report(text: string, { start, end, mark, fixClass, why }: Lookalike): Finding {
  const message = say('{0} looks like a misread {1}', text.slice(start, end), mark);
  const fixes = fixClass === 'R' ? [] : [fix(fixClass, say('Write {0}', mark), replace(start, end, mark))];
  return finding('mark-lookalike', { start, end }, message, fixes, [why]);
}

function lookalikeAt(text: string, line: Line, at: number): Lookalike | null {
  switch (text[at]) {
    case '―':
      return one(at, '—', 'A', say('The horizontal bar U+2015 is no mark of Chinese text.'));
    case '〈':
      return opensBracket(text, line, at) ? one(at, '（', 'A', say('No 〉 closes it on this line.')) : null;
    case '《':
      return opensCredit(text, at + 1) && !line.brackets.has('》')
        ? one(at, '（', 'Q', say('A credit or jump line follows, and no 》 closes it on this line.'))
        : null;
    case '一':
      return dashOfOnes(text, line, at);
    case '`':
      return backtick(text, line, at);
    case ']':
      return line.ocr && '月日年万亿'.includes(text[at + 1] ?? ' ') && !line.brackets.has('[')
        ? one(at, '1', 'Q', say('A unit that counts follows.'))
        : null;
    case '.':
      return line.ocr && partsForeignName(text, at)
        ? one(at, '·', 'R', say('It stands between two characters, as in a foreign name.'))
        : null;
    default:
      return line.ocr && text.slice(Math.max(0, at - 2), at) === '记者' && isIdeographAt(text, at + 1)
        ? one(at, ' ', 'Q', say('It stands between 记者 and a name.'))
        : null;
  }
}

const one = (start: number, mark: string, fixClass: FixClass, why: Message, length = 1): Lookalike => ({
  start,
  end: start + length,
  mark,
  fixClass,
  why,
});

/** 〈记者 …）: the angle bracket opens what a round one closes, or opens a credit; on a recognised page, wherever no 〉 closes it. */
function opensBracket(text: string, { span, brackets, ocr }: Line, at: number): boolean {
  if (brackets.has('〉')) return false;
  return ocr || opensCredit(text, at + 1) || closesRound(text, at + 1, Math.min(span.end, at + MAX_BRACKETED));
}

/** What stands in round brackets in a line is seldom longer. */
const MAX_BRACKETED = 40;

/** Whether a round bracket is closed before `end` that was not opened from `from` on. */
function closesRound(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    if ('）)'.includes(text[at])) return true;
    if ('（('.includes(text[at])) return false;
  }
  return false;
}

/** 逐一, 统一, 唯一 … before more ones. */
const ONE_BY_ONE = '逐统唯专单划万';

/** On a recognised page 一一一 is a dash; 一一 may be one (一一对应 is a word), and 一 between two figures (6.5%一7.5%) too. */
function dashOfOnes(text: string, { span, ocr }: Line, at: number): Lookalike | null {
  if (!ocr || text[at - 1] === '一') return null;
  let end = at;
  while (end < span.end && text[end] === '一') end++;
  const length = end - at;
  const isOneByOne = at > span.start && ONE_BY_ONE.includes(text[at - 1]);
  if (length === 3 && !isOneByOne && !isNumeralAt(text, at - 1) && !isNumeralAt(text, end))
    return one(at, '———', 'A', say('Three ones in a row that belong to no number.'), length);
  if (length === 2 && isIdeographAt(text, end) && !'对列数'.includes(text[end]))
    return one(at, '——', 'Q', say('Two ones in a row.'), length);
  const between = isFigureAt(text, at - 1) && isDigit(text.charCodeAt(end));
  return length === 1 && between ? one(at, '—', 'Q', say('It stands between two figures.')) : null;
}

/** On a recognised page, at the start of a line or after a space, the backtick of a list is 、; between two names it may be ·. */
function backtick(text: string, { span, ocr }: Line, at: number): Lookalike | null {
  if (!ocr) return null;
  const length = text[at + 1] === ' ' ? 2 : 1;
  if (!isIdeographAt(text, at + length)) return null;
  if (at === span.start || text[at - 1] === ' ')
    return one(at, '、', 'A', say('A backtick is no mark of Chinese text; a list goes on here.'), length);
  return isIdeographAt(text, at - 1)
    ? one(at, '·', 'R', say('It stands between two characters, as in a foreign name.'))
    : null;
}

/** Characters that foreign names are written with, the most frequent ones. */
const OF_FOREIGN_NAMES =
  '阿埃艾安奥巴拜班贝本比彼别宾波博布查达戴丹德蒂迪东杜多厄恩尔法菲费芬弗福盖冈戈格根古哈海汉赫亨胡华基吉加杰金卡凯坎康科克' +
  '肯库奎拉莱赖兰朗劳勒雷里理利莉丽列林琳琉柳龙卢鲁路伦罗洛马麦曼梅门蒙米密明莫默姆木穆纳娜乃内尼涅妮努诺欧帕潘佩皮普奇齐' +
  '恰强乔切丘让热日若萨塞桑森沙莎珊尚舍申施什史舒斯思苏索塔坦汤特提图托瓦万威维魏温文沃乌吾西希夏肖谢辛休许雅亚延扬耶叶伊' +
  '依易因英尤于约泽扎詹珍朱兹佐';

/** 托马斯.王, not 试通车.届时, where a sentence ends: such a character before, and one or a surname behind. */
const partsForeignName = (text: string, at: number): boolean =>
  OF_FOREIGN_NAMES.includes(text[at - 1] ?? ' ') &&
  at + 1 < text.length &&
  (OF_FOREIGN_NAMES.includes(text[at + 1]) || surnameLength(text, at + 1) > 0);

const opensCredit = (text: string, at: number): boolean =>
  /^(?:本报)?(?:记者|上接|下转|下接)/.test(text.slice(at, at + LONGEST_OPENING));
const LONGEST_OPENING = 4;

function isIdeographAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isHan(unit) || isRadicalForm(unit);
}

/** 二〇一一一: ones in a number written in characters. */
const isNumeralAt = (text: string, at: number): boolean => '〇零一二三四五六七八九十“”'.includes(text[at] ?? ' ');

const isFigureAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at)) || text[at] === '%';
