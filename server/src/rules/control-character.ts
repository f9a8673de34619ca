import { isDigit, isHan, isLatin, isMark, isRadicalForm, isSpace } from '../text/characters';
import { say } from '../text/message';
import { codePointName, finding, fix, replace } from './report';
import type { Rule } from './rule';

/** Characters that nobody sees: control codes, zero-width spaces and joiners, byte order marks; and spaces of odd widths. */
export const controlCharacter: Rule = {
  id: 'control-character',
  group: 'encoding',
  severity: 'warning',
  fixClass: 'A',
  summary: say('An invisible control character or an unusual space'),
  *check({ placed }) {
    const { text } = placed.page;
    for (let start = 0; start < text.length; start++) {
      if (ordinary(text.charCodeAt(start))) continue;
      // A byte order mark at the very start of the document belongs to the file, not to the text.
      if (placed.start === 0 && start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) continue;
      let end = start;
      let instead = '';
      for (; end < text.length; end++) {
        const one = replacement(text, end);
        if (one === undefined) break;
        instead += one;
      }
      if (end === start) continue;
      yield finding(
        'control-character',
        { start, end },
        instead === ''
          ? say('Invisible character {0}', codePointName(text[start]))
          : say('Unusual space {0}', codePointName(text[start])),
        [fix('A', instead === '' ? say('Remove it') : say('Write an ordinary space'), replace(start, end, instead))],
      );
      start = end - 1;
    }
  },
};

const BYTE_ORDER_MARK = 0xfeff;

/** A quick answer for what nearly every unit is. */
const ordinary = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < BYTE_ORDER_MARK) || (unit >= 0xff00 && unit < 0xfff9);

/** What should stand for the unit at `offset`: '' for nothing, a space for a space; undefined where it may stay. */
function replacement(text: string, offset: number): string | undefined {
  const unit = text.charCodeAt(offset);
  if (unit === 0x09 || unit === 0x0a || unit === 0x0c || unit === 0x0d) return undefined;
  if (unit === 0x0b) return ' ';
  if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f && unit !== 0x85)) return '';
  if (unit === 0xa0 || unit === 0x202f || unit === 0x205f) return ' ';
  // An em space is as wide as an ideograph: as an indent it stays the cue that it was.
  if (unit === 0x2003) return '\u3000';
  if (unit >= 0x2000 && unit <= 0x200a) return ' ';
  if (unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === BYTE_ORDER_MARK) return '';
  if (unit >= 0xfff9 && unit <= 0xfffb) return '';
  if ((unit >= 0x200c && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) {
    return needsNoJoiner(text.charCodeAt(offset - 1)) && needsNoJoiner(text.charCodeAt(offset + 1)) ? '' : undefined;
  }
  return undefined;
}

/** Joiners and directions mean something in emoji and in Arabic or Indic scripts; between these characters they mean nothing. */
const needsNoJoiner = (unit: number): boolean =>
  Number.isNaN(unit) ||
  unit < 0x20 ||
  isSpace(unit) ||
  isMark(unit) ||
  isDigit(unit) ||
  isLatin(unit) ||
  isRadicalForm(unit) ||
  (isHan(unit) && unit < 0xd800);
