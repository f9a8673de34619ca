import { isDigit } from '../../text/characters';
import type { Profile } from '../profiles/profile';
import { byline, LIKELY, ROLELESS_LIMIT, UNLIKELY } from './byline';
import type { EvidenceName } from './evidence';
import type { BylineForm } from './form';
import { readLabelled } from './labelled';
import { isMisreadSpace, isSeparator } from './names';
import { type CreditList, isListUnit, readCreditList, readRole } from './roles';
import type { Scan } from './scan';

/** A byline's own line is short: the longest seen has three roles and six names. */
const MAX_OWN_LINE = 40;
/** 黄晓红, 李德润 葛洪: names without marker or role that fill a line. */
const MAX_BARE_LINE = 9;
/** Characters that OCR makes of one marker. */
const MAX_MISREAD = 3;

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
  // 本报记者 X 报道; a report with pictures (摄影报道) signs the pictures.
  const report = profile.shot.startOf(scan.text, end) === end ? profile.reports.startOf(scan.text, end) : end;
  if (report > from && report < end) {
    const list = readCreditList(scan, from, report, profile);
    return list?.roled ? ownByline(scan, start, end, list, ['byline.report'], profile) : null;
  }
  if (from > start) {
    const marked = readLabelled(scan, from, end, profile) ?? readMarked(scan, from, end, profile);
    return ownByline(scan, start, end, marked, ['byline.marker'], profile);
  }
  // A long line that does not even begin with a role is text; most lines of a page end here.
  if (end - start > MAX_BARE_LINE && !mayBegin(scan, start, end, profile)) return null;
  const labelled = readLabelled(scan, start, end, profile);
  if (labelled !== null) return byline(scan, start, end, 'own', labelled, ['byline.label']);
  // Without a marker a mark at either end shows a piece of running text, and so do quotation marks.
  if (isListMark(scan.text[start]) || isListMark(scan.text[end - 1]) || hasMisreadSpace(scan, start, end)) {
    return misreadMarker(scan, start, end, profile);
  }
  const plain = readCreditList(scan, start, end, profile);
  if (plain !== null && opensWithRole(plain)) return ownByline(scan, start, end, plain, [], profile);
  return misreadMarker(scan, start, end, profile) ?? bareNames(scan, start, end, plain);
}

/** Whether a role or label stands at the line's start, or behind what may be a misread marker. */
function mayBegin(scan: Scan, start: number, end: number, profile: Profile): boolean {
  for (let i = start; i <= start + MAX_MISREAD && i < end; i++) {
    if ((i === start || scan.partedBefore(i)) && readRole(scan, i, profile, i === start) !== null) return true;
  }
  const text = scan.text.slice(start, end);
  return text.includes('/') || text.includes(':');
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
    if (!scan.partedBefore(from) || scan.endsSentence(from) || isListUnit(scan, end - 1) === false) continue;
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
  if (profile.shot.startOf(scan.text, end) < end) return null;
  if (list === null || isStandingHead(list, profile) || (!list.roled && list.cost > ROLELESS_LIMIT)) return null;
  if (!list.roled && isRunTogether(scan, start, end, list)) return null;
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

/** △ 青山林场完成造林 begins an item of a round-up: so many names without a role are parted from one another. */
const MOST_GLUED = 2;

function isRunTogether(scan: Scan, start: number, end: number, { parts }: CreditList): boolean {
  if (parts.reduce((sum, { names }) => sum + names.length, 0) <= MOST_GLUED) return false;
  for (let i = end - 1; i > start && scan.isHanAt(i - 1); i--) if (scan.gapBefore(i) > 0) return false;
  return ![...scan.text.slice(start, end)].some(isListMark);
}

/** ■社论 has a marker, and two characters that might be a name. */
const isStandingHead = ({ parts }: CreditList, profile: Profile): boolean =>
  parts.some(({ role, names }) => profile.standingHeads.has((role ?? '') + names.map(({ name }) => name).join('')));
