import { isDigit, isHan, isRadicalForm } from '../text/characters';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
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
    for (const line of splitLines(text)) {
      for (let at = line.span.start; at < line.span.end; ) {
        const found = SUSPECTS.includes(text[at]) ? lookalikeAt(text, line, at, page.traits.ocr) : null;
        if (found) yield report(text, found);
        at = found ? found.end : at + 1;
      }
    }
  },
};

const SUSPECTS = '―〈《一`].“”"';

interface Lookalike {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly fixClass: FixClass;
}

function report(text: string, { start, end, mark, fixClass }: Lookalike): Finding {
  const message = say('{0} looks like a misread {1}', text.slice(start, end), mark);
  const fixes = fixClass === 'R' ? [] : [fix(fixClass, say('Write {0}', mark), replace(start, end, mark))];
  return finding('mark-lookalike', { start, end }, message, fixes);
}

function lookalikeAt(text: string, line: TextLine, at: number, ocr: boolean): Lookalike | null {
  const is = (fixClass: FixClass, mark: string, length = 1): Lookalike => ({
    start: at,
    end: at + length,
    mark,
    fixClass,
  });
  switch (text[at]) {
    case '―':
      return is('A', '—');
    case '〈':
      return opensBracket(text, line, at, ocr) ? is('A', '（') : null;
    case '《':
      return opensCredit(text, at + 1) && !lineHas(text, line, '》') ? is('Q', '（') : null;
    case '一':
      return dashOfOnes(text, line, at, is);
    case '`':
      return backtick(text, line, at, is);
    case ']':
      return ocr && '月日年万亿'.includes(text[at + 1] ?? ' ') && !text.slice(line.span.start, at).includes('[')
        ? is('Q', '1')
        : null;
    case '.':
      return ocr && isIdeographAt(text, at - 1) && isIdeographAt(text, at + 1) ? is('R', '·') : null;
    default:
      return ocr && text.slice(at - 2, at) === '记者' && isIdeographAt(text, at + 1) ? is('Q', ' ') : null;
  }
}

/** 〈记者 …）: the angle bracket opens what a round one closes, or opens a credit; on a recognised page, wherever no 〉 closes it. */
function opensBracket(text: string, line: TextLine, at: number, ocr: boolean): boolean {
  if (lineHas(text, line, '〉')) return false;
  return ocr || opensCredit(text, at + 1) || lineHas(text, line, ')') || lineHas(text, line, '）');
}

type Is = (fixClass: FixClass, mark: string, length?: number) => Lookalike;

/** 一一一 is a dash; 一一 may be one (一一对应 is a word), and 一 between two figures (6.5%一7.5%) too. */
function dashOfOnes(text: string, line: TextLine, at: number, is: Is): Lookalike | null {
  let end = at;
  while (end < line.span.end && text[end] === '一') end++;
  const length = end - at;
  if (length === 3) return isNumeralAt(text, at - 1) || isNumeralAt(text, end) ? null : is('A', '———', length);
  if (length === 2) return isIdeographAt(text, end) && !'对列数'.includes(text[end]) ? is('Q', '——', length) : null;
  const figures = isFigureAt(text, at - 1) && isDigit(text.charCodeAt(end));
  return length === 1 && figures ? is('Q', '—') : null;
}

/** At the start of a line or after a space, the backtick of a list is 、; between two names it may be ·. */
function backtick(text: string, line: TextLine, at: number, is: Is): Lookalike | null {
  const spaced = text[at + 1] === ' ' ? 2 : 1;
  if (!isIdeographAt(text, at + spaced)) return null;
  const first = at === line.span.start || text[at - 1] === ' ';
  if (first) return is('A', '、', spaced);
  return isIdeographAt(text, at - 1) ? is('R', '·') : null;
}

const opensCredit = (text: string, at: number): boolean =>
  /^(?:本报)?(?:记者|上接|下转|下接)/.test(text.slice(at, at + 4));

const lineHas = (text: string, { span }: TextLine, mark: string): boolean => {
  const at = text.indexOf(mark, span.start);
  return at >= 0 && at < span.end;
};

function isIdeographAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isHan(unit) || isRadicalForm(unit);
}

/** 二〇一一一: ones in a number written in characters. */
const isNumeralAt = (text: string, at: number): boolean => '〇零一二三四五六七八九十“”'.includes(text[at] ?? ' ');

const isFigureAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at)) || text[at] === '%';
