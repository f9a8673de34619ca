import type { Page } from '../page/model';
import { isDigit, isHan, isMark, isSpace } from '../text/characters';
import type { Lexicon } from '../text/lexicon';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import { looksLikeName, splitGluedNames } from '../text/names';
import { cutWords } from './character/cut';
import { finding } from './report';
import type { Rule } from './rule';

/** What OCR makes of a vertical title or of a piece of a picture: characters that make no words. */
export const garbageLine: Rule = {
  id: 'garbage-line',
  group: 'character',
  severity: 'warning',
  fixClass: 'R',
  summary: say('A line that OCR turned to junk'),
  *check({ placed: { page }, resources: { lexicon } }) {
    if (!page.traits.ocr) return;
    const lines = splitLines(page.text);
    for (const line of lines) {
      if (!isBlank(page.text, lines[line.n - 1]) || !isBlank(page.text, lines[line.n + 1])) continue;
      const share = junkShare(page, line, lexicon);
      if (share === null) continue;
      yield finding(
        'garbage-line',
        line.span,
        say('This line makes no words: OCR may have turned a vertical title to junk'),
        [],
        [say('{0} % of its characters are in words', Math.round(share * 100))],
      );
    }
  },
};

/** A line of verse may have as few words … */
const MAX_SHARE = 0.35;
/** … but its characters are not so strange beside each other: mean ln P of the best cut (喜看江流天外去 has -7). */
const MAX_MEAN = -7.6;
const MIN_LENGTH = 5;
const MAX_LENGTH = 16;
const MIN_HAN = 4;
/** Lines of names make no words either; above this a part of a line is a name. */
const NAME = 0.6;
const OWN_FORMS = ['记者', '摄', '通讯员', '□', '■'];

function isBlank(text: string, line: TextLine | undefined): boolean {
  if (line === undefined) return true;
  for (let i = line.span.start; i < line.span.end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** The share of the line's Han that stand in words of two characters or more, where the line is junk; else null. */
function junkShare({ text }: Page, { span }: TextLine, lexicon: Lexicon): number | null {
  if (span.end - span.start > 2 * MAX_LENGTH) return null;
  const parts = text
    .slice(span.start, span.end)
    .split(/\s/)
    .filter((part) => part !== '');
  const joined = parts.join('');
  if (joined.length < MIN_LENGTH || joined.length > MAX_LENGTH) return null;
  if (OWN_FORMS.some((form) => joined.includes(form))) return null;
  let han = 0;
  for (let i = 0; i < joined.length; i++) {
    const unit = joined.charCodeAt(i);
    if (isMark(unit) || isDigit(unit)) return null;
    if (isHan(unit)) han++;
  }
  if (han < MIN_HAN || areNames(parts, lexicon)) return null;
  const { length, before } = cutWords(joined, lexicon);
  const share = length.reduce((inWords, n) => inWords + (n > 1 ? 1 : 0), 0) / han;
  return share <= MAX_SHARE && before[joined.length] / han <= MAX_MEAN ? share : null;
}

/** Names with spaces between, or glued. */
const areNames = (parts: readonly string[], lexicon: Lexicon): boolean =>
  parts.flatMap((part) => splitGluedNames(part, lexicon)).every((part) => looksLikeName(part, lexicon) > NAME);
