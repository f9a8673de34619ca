import { isDigit, isSentenceEnd } from '../../text/characters';
import type { Evidence } from '../model';
import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { type BylineForm, formBase } from './form';
import { DOUBTFUL, isMisreadSpace, isSeparator, MAX_NAMES_LENGTH } from './names';
import { type CreditList, isListUnit, longestAt, readCreditList, readRole } from './roles';
import type { Scan } from './scan';

/** Mean cost of a name up to which a list is a likely one (names.ts). */
const LIKELY = 1.1;
const UNLIKELY = 1.7;
/** Names without a role, in brackets or behind a marker: 1.8 is a pen name of two characters. */
const TAIL_LIMIT = 2.1;
/** （记者XXXX）: so short a bracket with a role is a byline whatever OCR made of the name. */
const SHORT_BRACKET = 10;
/** A byline's own line is short: the longest seen has three roles and six names. */
const MAX_OWN_LINE = 40;
/** 黄晓红, 李德润 葛洪: names without marker or role that fill a line. */
const MAX_BARE_LINE = 9;
/** Characters that OCR makes of one marker. */
const MAX_MISREAD = 3;
/** Columns glued in one line stand at least so far apart. */
export const COLUMN_GAP = 2;

/** A byline that fills the line: □ 本报记者 刘少伟, 记者 王 伟, 黄晓红. `line` is an index into the scan's lines. */
export function matchOwnByline(scan: Scan, line: number, profile: Profile): BylineForm | null {
  const start = scan.lineStart(line);
  let end = scan.lineEnd(line);
  if (end === start || end - start > MAX_OWN_LINE) return null;
  let from = start;
  while (from < end && profile.bylineMarkers.includes(scan.text[from])) from++;
  if (from === end) {
    // The marker has a line to itself: the names are on the next.
    if (line + 1 >= scan.lineCount) return null;
    end = scan.lineEnd(line + 1);
    if (end - from > MAX_BARE_LINE) return null;
  }
  if (from > start)
    return ownByline(scan, start, end, readMarked(scan, from, end, profile), ['byline.marker'], profile);
  // Without a marker a mark at either end shows a piece of running text, and so do quotation marks.
  if (isListMark(scan.text[start]) || isListMark(scan.text[end - 1]) || hasMisreadSpace(scan, start, end)) {
    return misreadMarker(scan, start, end, profile);
  }
  const plain = readCreditList(scan, start, end, profile);
  if (plain !== null && opensWithRole(plain)) return ownByline(scan, start, end, plain, [], profile);
  return misreadMarker(scan, start, end, profile) ?? bareNames(scan, start, end, plain);
}

const isListMark = (c: string): boolean => isSeparator(c) || isMisreadSpace(c) || c === ':' || c === '·';

function hasMisreadSpace(scan: Scan, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isMisreadSpace(scan.text[i])) return true;
  return false;
}

/** Without a marker a byline's line begins with its role, and its names are plain. */
const opensWithRole = ({ parts, cost }: CreditList): boolean => parts[0].role !== null && cost < UNLIKELY;

/** Several bylines in one line, each with its marker: □ 仲呈祥 □ 大 农. */
function readMarked(scan: Scan, from: number, end: number, profile: Profile): CreditList | null {
  const lists: CreditList[] = [];
  for (let i = from; i < end; ) {
    let to = i;
    while (to < end && !profile.bylineMarkers.includes(scan.text[to])) to++;
    const list = readCreditList(scan, i, to, profile);
    if (list === null) return null;
    lists.push(list);
    i = to + 1;
  }
  if (lists.length === 0) return null;
  return {
    parts: lists.flatMap(({ parts }) => parts),
    cost: Math.max(...lists.map(({ cost }) => cost)),
    roled: lists.some(({ roled }) => roled),
    organ: lists.some(({ organ }) => organ),
  };
}

/** OCR reads □ as 口 or worse; what follows must then fill the line as roles and names. */
function misreadMarker(scan: Scan, start: number, end: number, profile: Profile): BylineForm | null {
  for (let from = start + 1; from <= start + MAX_MISREAD && from < end; from++) {
    const role = readRole(scan, from, profile, false);
    if (role === null || role.end > end) continue;
    if (!scan.partedBefore(from) || endsSentence(scan, from) || isListUnit(scan, end - 1) === false) continue;
    const list = readCreditList(scan, from, end, profile);
    if (list?.organ) return ownByline(scan, start, end, list, ['byline.misread-marker'], profile);
  }
  const behindSigns = skipSigns(scan, start, end);
  if (behindSigns > start && end - behindSigns <= MAX_BARE_LINE) {
    const names = readCreditList(scan, behindSigns, end, profile);
    return names === null || names.cost > LIKELY
      ? null
      : ownByline(scan, start, end, names, ['byline.marker-lookalike'], profile);
  }
  if (!profile.markerLookalikes.includes(scan.text[start]) || end - start > MAX_BARE_LINE) return null;
  const list = readCreditList(scan, start + 1, end, profile);
  return ownByline(scan, start, end, list, ['byline.marker-lookalike'], profile);
}

/** [L] 彭朝晖: up to three signs that are no characters, a gap, and likely names. */
function skipSigns(scan: Scan, start: number, end: number): number {
  let i = start;
  while (i < end && i < start + MAX_MISREAD && !scan.isHanAt(i) && !isDigit(scan.text.charCodeAt(i))) i++;
  return i > start && i < end && scan.gapBefore(i) > 0 ? i : start;
}

function bareNames(scan: Scan, start: number, end: number, list: CreditList | null): BylineForm | null {
  if (list === null || list.roled || end - start < 2 || end - start > MAX_BARE_LINE || list.cost > LIKELY) return null;
  // 金 联 行 成 立: a letter-spaced title is no list of names.
  if (end - start > 3 && evenlySpaced(scan, start, end)) return null;
  return byline(scan, start, end, 'own', list, ['byline.bare-names']);
}

function evenlySpaced(scan: Scan, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (scan.gapBefore(i) === 0) return false;
  return true;
}

/** In glued columns: a marker behind a gap, and roles and names up to the line's end. */
export function matchBylineAtLineEnd(scan: Scan, marker: number, line: number, profile: Profile): BylineForm | null {
  const end = scan.lineEnd(line);
  if (end - marker > MAX_OWN_LINE || end - marker < 3) return null;
  return ownByline(scan, marker, end, readMarked(scan, marker + 1, end, profile), ['byline.marker'], profile);
}

function ownByline(
  scan: Scan,
  start: number,
  end: number,
  list: CreditList | null,
  names: readonly EvidenceName[],
  profile: Profile,
): BylineForm | null {
  if (profile.shot.some((word) => scan.has(word, end - word.length))) return null;
  if (list === null || isStandingHead(list, profile) || (!list.roled && list.cost > TAIL_LIMIT)) return null;
  const nameless = list.parts.every((part) => part.names.length === 0);
  // 记者 alone is a word of the text; an organ's role alone signs a comment.
  if (nameless && !list.organ) return null;
  const role: EvidenceName[] = nameless
    ? ['byline.role-alone']
    : list.organ
      ? ['byline.organ-role']
      : list.roled
        ? ['byline.role']
        : [];
  return byline(scan, start, end, 'own', list, [...names, ...role]);
}

/** ■社论 has a marker, and two characters that might be a name. */
const isStandingHead = ({ parts }: CreditList, profile: Profile): boolean =>
  parts.some(({ role, names }) =>
    profile.standingHeads.includes((role ?? '') + names.map(({ name }) => name).join('')),
  );

function byline(
  scan: Scan,
  start: number,
  end: number,
  place: BylineForm['place'],
  list: CreditList,
  names: readonly EvidenceName[],
): BylineForm {
  const doubt: EvidenceName[] =
    list.cost < LIKELY ? ['byline.likely-names'] : list.cost > UNLIKELY ? ['byline.doubtful-names'] : [];
  const why: Evidence[] = [...names, ...doubt].map(evidence);
  return { kind: 'byline', place, parts: list.parts, ...formBase(scan, start, end, why) };
}

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
  if (profile.shot.some((word) => text.includes(word)) || profile.pictureSources.includes(text)) return null;
  if (role === null && close !== null) {
    const labelled = matchLabelled(scan, open, close, profile);
    if (labelled !== null) return labelled;
    if (profile.notBylineWords.some((word) => text.includes(word))) return null;
  }
  const list = readCreditList(scan, from, end, profile);
  if (list === null || (list.roled && role === null && !list.organ)) return null;
  const stop = close === null ? end : close + 1;
  if (list.cost > costLimit(list, close !== null, end - from)) return null;
  if (!list.roled && longestAt(scan, profile.organs, from) > from) return null;
  if (list.roled) return roledBracket(scan, open, stop, list, close === null);
  if (opener !== '(' || close === null) return null;
  if (behindLead) return byline(scan, open, stop, 'lead', list, ['byline.behind-dateline']);
  return tailBracket(scan, open, stop, list);
}

function costLimit(list: CreditList, closed: boolean, length: number): number {
  if (!closed) return LIKELY;
  if (!list.roled) return TAIL_LIMIT;
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
  const behind = endsSentence(scan, open);
  if (!behind && !(scan.startsLine(open) && endsLine)) return null;
  const position: EvidenceName[] = [endsLine ? 'byline.ends-line' : 'byline.goes-on'];
  if (behind) position.unshift('byline.behind-sentence');
  return byline(scan, open, stop, 'tail', list, position);
}

/** 作者：X · 文/X · X整理 · 来源：… 编译：X, in brackets. */
function matchLabelled(scan: Scan, open: number, close: number, profile: Profile): BylineForm | null {
  for (let i = open + 1; i < close; i++) {
    const label = longestAt(scan, profile.labels, i);
    if (label === i || label >= close || (scan.text[label] !== ':' && scan.text[label] !== '/')) continue;
    const list = readCreditList(scan, label + 1, close, profile);
    if (list === null) continue;
    const role = scan.text.slice(i, label);
    const parts = list.parts.map((part) => ({ ...part, role: part.role ?? role }));
    return byline(scan, open, close + 1, 'tail', { ...list, parts, roled: true }, ['byline.label']);
  }
  for (const work of profile.works) {
    const from = close - work.length;
    if (from <= open + 2 || !scan.has(work, from)) continue;
    const list = readCreditList(scan, open + 1, from, profile);
    if (list === null || list.cost > LIKELY) continue;
    const parts = list.parts.map((part) => ({ ...part, role: part.role ?? work }));
    return byline(scan, open, close + 1, 'tail', { ...list, parts, roled: true }, ['byline.label']);
  }
  return null;
}

/** 记者谭国器报道： right behind a dateline or lead. */
export function matchReportByline(scan: Scan, at: number, profile: Profile): BylineForm | null {
  const role = readRole(scan, at, profile, true);
  if (role === null) return null;
  const limit = Math.min(scan.text.length, role.end + MAX_NAMES_LENGTH);
  for (let i = role.end + 2; i < limit && isListUnit(scan, i - 1); i++) {
    const end = longestAt(scan, profile.reports, i);
    if (end === i) continue;
    const list = readCreditList(scan, at, i, profile);
    return list === null || list.cost > UNLIKELY
      ? null
      : byline(scan, at, end, 'lead', list, ['byline.role', 'byline.report']);
  }
  return null;
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

/** Whether a sentence (with its closing quotation mark or bracket) ends right before `at`. */
export function endsSentence(scan: Scan, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && i > at - 4 && (scan.text[i] === '"' || scan.text[i] === ')' || scan.text[i] === '》')) i--;
  return i >= 0 && (isSentenceEnd(scan.text.charCodeAt(i)) || scan.text[i] === '.');
}
