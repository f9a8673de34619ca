import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { type DatelineForm, formBase } from './form';
import { numberStart, readNumber, repaired } from './numerals';
import type { Scan } from './scan';

/** 里约热内卢, 澳大利亚珀斯, 圣菲波哥大: the longest place seen has six characters. */
const MAX_PLACE = 8;
/** Agency and place together, where the agency cannot be read. */
const MAX_UNREAD = 12;

interface Found {
  readonly start: number;
  readonly agency: string | null;
  readonly place: string | null;
  /** Whether the profile knows the agency, rather than its ending. */
  readonly listed: boolean;
}

/**
 * A dateline that ends with the 电 or 讯 at `kindAt`: read backwards, for only its end is sure to be legible:
 * 据新华社北京1月18日电, 本报石家庄一月十六日讯, 新华社电, （本报华盛顿1月1日电）.
 */
export function matchDateline(scan: Scan, kindAt: number, profile: Profile): DatelineForm | null {
  const wire = scan.text[kindAt] === profile.local ? '讯' : '电';
  const i = profile.special.startOf(scan.text, kindAt);
  const date = readDate(scan, i, profile);
  const found = readAgency(scan, date?.start ?? i, profile, date !== null);
  if (found === null) return null;
  // Without a date 电 may be any word's: only an agency and a short place before it, on one line, make a dateline.
  if (date === null && !(found.listed && onOneLine(scan, found.start, kindAt))) return null;
  // 本报河州讯 names its place, and something parts it from the text; 本报讯 is a lead.
  if (date === null && wire === '讯' && (found.place === null || !partedBehind(scan, kindAt))) return null;
  if (date !== null && found.agency === null && date.month === null) return null;
  // 新华社记者电话采访: a known agency with a date needs no gap behind it, for extractors lose gaps.
  const isSure = date !== null && found.listed;
  if (!isSure && !scan.partedBefore(kindAt + 1) && profile.notBehindWire.includes(scan.text[kindAt + 1])) return null;
  const { start, agency, place } = found;
  const bracketed = scan.text[start - 1] === '(' && scan.text[kindAt + 1] === ')';
  const opens = scan.startsLine(start) || bracketed;
  if (!opens && !standsApart(scan, start)) return null;
  if (!opens && date === null) return null;
  const why: EvidenceName[] = [agency === null ? 'dateline.unknown-agency' : 'dateline.agency'];
  if (date !== null) why.push('dateline.date');
  if (place !== null) why.push('dateline.place');
  why.push(bracketed ? 'dateline.bracketed' : opens ? 'dateline.line-start' : 'dateline.inside');
  const from = bracketed ? start - 1 : start;
  const to = bracketed ? kindAt + 2 : kindAt + 1;
  return {
    kind: 'dateline',
    text:
      scan.text.slice(start, date?.start ?? kindAt) +
      (date?.text ?? '') +
      scan.text.slice(date === null ? kindAt : i, kindAt + 1),
    agency,
    place,
    month: date?.month ?? null,
    day: date?.day ?? null,
    wire,
    bracketed,
    closing: bracketed || profile.closingPrefixes.endOf(scan.text, start) > start,
    ...formBase(scan, from, to, why.map(evidence)),
  };
}

const partedBehind = (scan: Scan, at: number): boolean => scan.partedBefore(at + 1) || scan.text[at + 1] === '(';

const onOneLine = (scan: Scan, start: number, end: number): boolean => scan.lineAt(start) === scan.lineAt(end);

/** Behind the end of a sentence, a bracket or a gap: a round-up's next item, or a glued column. */
const standsApart = (scan: Scan, start: number): boolean =>
  scan.gapBefore(start) > 0 || scan.endsSentence(start) || '()['.includes(scan.text[start - 1]);

interface DatePart {
  readonly start: number;
  readonly text: string;
  readonly month: number | null;
  readonly day: number | null;
}

/** 1月18日 before `end`; the month may be missing (3日电). OCR's ] for 1 is repaired. */
function readDate(scan: Scan, end: number, profile: Profile): DatePart | null {
  let dayEnd = profile.day.startOf(scan.text, end);
  if (dayEnd === end) return null;
  const dayWord = scan.text.slice(dayEnd, end);
  // 28上日: one misread character may stand between.
  if (numberStart(scan, dayEnd, 3) === dayEnd && numberStart(scan, dayEnd - 1, 3) < dayEnd - 1) dayEnd--;
  const dayStart = numberStart(scan, dayEnd, 3);
  if (dayStart === dayEnd) return null;
  const day = repaired(scan.text.slice(dayStart, dayEnd));
  if (scan.text[dayStart - 1] !== profile.month)
    return { start: dayStart, text: day + dayWord, month: null, day: readNumber(day) };
  const monthStart = numberStart(scan, dayStart - 1, 3);
  if (monthStart === dayStart - 1) return null;
  const month = repaired(scan.text.slice(monthStart, dayStart - 1));
  return {
    start: monthStart,
    text: month + profile.month + day + dayWord,
    month: readNumber(month),
    day: readNumber(day),
  };
}

/** Agency and place before `end`. With a date a line's first Han characters do, however misread they are. */
function readAgency(scan: Scan, end: number, profile: Profile, dated: boolean): Found | null {
  const lowest = Math.max(0, end - MAX_PLACE - 6);
  for (let at = end; at >= lowest; at--) {
    if (at < end && !isPlaceUnit(scan, at)) break;
    const name = profile.agencies.startOf(scan.text, at);
    const listed = name < at;
    const paper = listed ? at : profile.agencyEndings.startOf(scan.text, at);
    if (!listed && paper === at) continue;
    const start = listed ? profile.agencyPrefixes.startOf(scan.text, name) : paperStart(scan, paper);
    if (end - at > MAX_PLACE) return null;
    return { start, agency: scan.text.slice(start, at), place: end > at ? scan.text.slice(at, end) : null, listed };
  }
  if (!dated) return null;
  let start = end;
  while (start > 0 && end - start <= MAX_UNREAD && !scan.startsLine(start) && isPlaceUnit(scan, start - 1)) start--;
  if (!scan.startsLine(start) || end - start > MAX_UNREAD || end - start < 3) return null;
  return { start, agency: null, place: null, listed: false };
}

const isPlaceUnit = (scan: Scan, i: number): boolean => scan.isHanAt(i) || scan.text[i] === '·';

/** The name before 日报, 晚报: back to the line's start, a gap or a mark. */
function paperStart(scan: Scan, at: number): number {
  const MAX_PAPER = 6;
  let start = at;
  while (start > 0 && at - start < MAX_PAPER && !scan.partedBefore(start) && scan.isHanAt(start - 1)) start--;
  return start;
}
