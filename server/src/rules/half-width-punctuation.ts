import { isHan, isLatin, isRadicalForm } from '../text/characters';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import { finding, fix, replace } from './report';
import type { Rule } from './rule';

/** 大事: 成功 for 大事：成功: OCR reads the marks of Chinese text as ASCII ones with a space. */
export const halfWidthPunctuation: Rule = {
  id: 'half-width-punctuation',
  group: 'punctuation',
  severity: 'information',
  fixClass: 'A',
  summary: say('An ASCII mark in Chinese text'),
  *check({ placed: { page } }) {
    const { text } = page;
    for (const line of splitLines(text)) {
      for (const at of chineseUses(text, line)) {
        const mark = FULL_WIDTH.get(text[at]) ?? text[at];
        const { start, end } = withSpaces(text, line, at);
        yield finding(
          'half-width-punctuation',
          { start, end },
          say('ASCII {0} in Chinese text', text[at]),
          [fix('A', say('Write {0}', mark), replace(start, end, mark))],
          [say('A Chinese character or mark stands beside it or its partner.')],
        );
      }
    }
  },
};

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
  ['(', '（'],
  [')', '）'],
]);
const CHINESE_MARKS = '，。、；：！？“”‘’（）《》〈〉「」『』【】〔〕…—·';
/** Those of them that stand in English text as well. */
const SHARED_MARKS = '“”‘’…—·';

/** Offsets of the ASCII marks of a line that stand in Chinese text; a bracket takes its partner along. */
function chineseUses(text: string, { span }: TextLine): number[] {
  const found: number[] = [];
  const open: { at: number; chinese: boolean }[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (!FULL_WIDTH.has(text[at])) continue;
    if (text.startsWith('://', at) || endsHost(text, at, span.start)) {
      at = endOfAddress(text, at, span.end);
      continue;
    }
    // A glyph without a character, whose number the rule missing-glyph tells.
    if (text.startsWith('(cid:', at)) {
      at += Math.max(0, text.slice(at, at + MAX_GLYPH).indexOf(')'));
      continue;
    }
    const chinese = besideChinese(text, at);
    if (text[at] === '(') {
      open.push({ at, chinese: chinese && !isMarkup(text, at) });
    } else if (text[at] === ')') {
      const partner = open.pop();
      if (partner && isMarkup(text, partner.at)) continue;
      if (partner && (partner.chinese || chinese)) found.push(partner.at, at);
      else if (!partner && chinese) found.push(at);
    } else if (chinese && !isMarkup(text, at)) {
      found.push(at);
    }
  }
  for (const { at, chinese } of open) if (chinese) found.push(at);
  return found.sort((a, b) => a - b);
}

/**
 * An ideograph or a Chinese mark touches it (编辑 : also over the space that OCR puts before it). Between two figures
 * (8:30) or Latin words nothing does.
 */
function besideChinese(text: string, at: number): boolean {
  const apart = text[at] !== '(' && text[at - 1] === ' ' && text[at + 1] === ' ';
  if (isQuotedLatin(text, at)) return false;
  return isChinese(text, at - 1) || isChinese(text, at + 1) || (apart && isChinese(text, at - 2));
}

/** “Hello, Mr. Wang!”: the mark ends English text in quotation marks, which are the same in both languages. */
const isQuotedLatin = (text: string, at: number): boolean =>
  isLatin(text.charCodeAt(at - 1)) && SHARED_MARKS.includes(text[at + 1] ?? ' ');

function isChinese(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isHan(unit) || isRadicalForm(unit) || (at >= 0 && at < text.length && CHINESE_MARKS.includes(text[at]));
}

/** The marks of this project's own markup, ![caption](image). */
function isMarkup(text: string, at: number): boolean {
  return (text[at] === '!' && text[at + 1] === '[') || (text[at] === '(' && text[at - 1] === ']');
}

/** (cid:65535), the longest number of a glyph. */
const MAX_GLYPH = 11;
/** How far back an address without https:// is looked for. */
const MAX_HOST = 60;

/** www.hzrb.com/search?…: whether the mark goes on with an address that began without https://. */
function endsHost(text: string, at: number, from: number): boolean {
  let start = at;
  while (start > from && at - start < MAX_HOST && text[start - 1] > ' ' && text.charCodeAt(start - 1) < LAST_ASCII)
    start--;
  return text.startsWith('www.', start);
}
const LAST_ASCII = 0x7f;

/** An address on the web runs to a space or a Chinese mark. */
function endOfAddress(text: string, at: number, end: number): number {
  while (at < end && text[at] !== ' ' && !CHINESE_MARKS.includes(text[at])) at++;
  return at;
}

/** The mark with one space after it, where the text runs on; before a closing or pausing mark, also the space before it. */
function withSpaces(text: string, line: TextLine, at: number): { start: number; end: number } {
  const single = (i: number) => text[i] === ' ' && text[i - 1] !== ' ' && text[i + 1] !== ' ';
  const opening = text[at] === '(';
  const after = !opening && at + 2 < line.span.end && single(at + 1);
  const before = !opening && at - 1 > line.span.start && single(at - 1) && isChinese(text, at - 2);
  return { start: before ? at - 1 : at, end: after ? at + 2 : at + 1 };
}
