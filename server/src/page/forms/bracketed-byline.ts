import type { Profile } from '../profiles/profile';
import { byline, LIKELY, ROLELESS_LIMIT, UNLIKELY } from './byline';
import type { EvidenceName } from './evidence';
import type { BylineForm } from './form';
import { readLabelled } from './labelled';
import { DOUBTFUL, MAX_NAMES_LENGTH } from './names';
import { type CreditList, isListUnit, readCreditList, readRole } from './roles';
import type { Scan } from './scan';

/** （记者XXXX）: so short a bracket with a role is a byline whatever OCR made of the name. */
const SHORT_BRACKET = 10;

/**
 * A byline in brackets at `open`: （记者 X 通讯员 Y）, （罗 军 陈志安）, （作者：X）, （X整理）. `behindLead` says that a dateline or
 * lead ends right before: there names need no role and the bracket may be misread as any mark.
 */
export function matchBracketedByline(
  scan: Scan,
  open: number,
  profile: Profile,
  behindLead: boolean,
): BylineForm | null {
  const from = open + 1;
  const role = readRole(scan, from, profile, true);
  const opener = scan.text[open];
  if (opener !== '(' && opener !== '[' && role === null) return null;
  const close = closingBracket(scan, from);
  const end = close ?? (opener === '(' ? openEnd(scan, from) : null);
  if (end === null) return null;
  const text = scan.text.slice(from, end);
  // 摄 ends a credit, or stands in one (摄于); no given name has it.
  if (profile.shot.isIn(text) || profile.pictureSources.has(text)) return null;
  if (role === null && close !== null) {
    const labelled = readLabelled(scan, from, close, profile);
    if (labelled !== null) return byline(scan, open, close + 1, 'tail', labelled, ['byline.label']);
    if (profile.notBylineWords.isIn(text)) return null;
  }
  const list = readCreditList(scan, from, end, profile);
  if (list === null || (list.roled && role === null && !list.organ)) return null;
  const stop = close === null ? end : close + 1;
  if (list.cost > costLimit(list, close !== null, end - from)) return null;
  if (!list.roled && profile.organs.endOf(scan.text, from) > from) return null;
  if (list.roled) return roledBracket(scan, open, stop, list, close === null);
  if (opener !== '(' || close === null) return null;
  if (behindLead) return byline(scan, open, stop, 'lead', list, ['byline.behind-dateline']);
  return tailBracket(scan, open, stop, list);
}

function costLimit(list: CreditList, closed: boolean, length: number): number {
  if (!closed) return LIKELY;
  if (!list.roled) return ROLELESS_LIMIT;
  return length <= SHORT_BRACKET ? DOUBTFUL : UNLIKELY;
}

function roledBracket(scan: Scan, open: number, stop: number, list: CreditList, unclosed: boolean): BylineForm | null {
  if (list.parts.every((part) => part.names.length === 0)) return null;
  return byline(scan, open, stop, 'lead', list, [
    'byline.bracketed-role',
    ...(unclosed ? (['byline.open-bracket'] as const) : []),
  ]);
}

/** Names alone in brackets: only behind a sentence (or on a line of their own), at a line's end. */
function tailBracket(scan: Scan, open: number, stop: number, list: CreditList): BylineForm | null {
  const endsLine = scan.startsLine(stop) || scan.gapBefore(stop) >= 1;
  const behind = scan.endsSentence(open);
  if (!behind && !(scan.startsLine(open) && endsLine)) return null;
  const position: EvidenceName[] = [endsLine ? 'byline.ends-line' : 'byline.goes-on'];
  if (behind) position.unshift('byline.behind-sentence');
  return byline(scan, open, stop, 'tail', list, position);
}

/** The bracket that closes what opened before `from`, across line ends; null where something else comes first. */
function closingBracket(scan: Scan, from: number): number | null {
  const limit = Math.min(scan.text.length, from + MAX_NAMES_LENGTH);
  for (let i = from; i < limit; i++) {
    const c = scan.text[i];
    if (c === ')' || c === ']') return i;
    if (!isListUnit(scan, i) && !isLabelMark(c)) return null;
  }
  return null;
}

const isLabelMark = (c: string): boolean => c === '/' || c === '。' || (c >= 'A' && c <= 'z');

/** Where OCR lost the closing bracket: the names run to the end of a line. */
function openEnd(scan: Scan, from: number): number | null {
  const MAX_OPEN = 14;
  for (let i = from; i <= from + MAX_OPEN; i++) {
    if (i >= scan.text.length || (i > from && scan.startsLine(i) && i - from > 4)) return i;
    if (!isListUnit(scan, i)) return null;
  }
  return null;
}
