import { looksLikeName } from '../../text/names';
import type { Profile } from '../profiles/profile';
import { LIKELY } from './byline';
import { evidence } from './evidence';
import { type BylineForm, type DatelineForm, formBase, type RoleNames } from './form';
import { readNumber } from './numerals';
import { readCreditList, readRole } from './roles';
import type { Scan } from './scan';

/** 中央社駐華盛頓記者某某某華盛頓23日綜合外電報導 */
const MAX_BRACKET = 40;

export interface SignedDateline {
  readonly dateline: DatelineForm;
  readonly byline: BylineForm;
}

/**
 * A dateline that names its reporter, in brackets: （中央社記者X台北3日電）, 〔記者X／台北報導〕, 【即時中心／綜合報導】. The last has a
 * desk for a reporter, and no names.
 */
export function matchSignedDateline(scan: Scan, open: number, profile: Profile): SignedDateline | null {
  const from = open + 1;
  const close = closingBracket(scan, from);
  if (close === null) return null;
  return slashed(scan, open, close, profile) ?? wired(scan, open, close, profile);
}

function closingBracket(scan: Scan, from: number): number | null {
  for (let i = from; i < from + MAX_BRACKET && i < scan.text.length; i++) {
    const c = scan.text[i];
    if (c === ')' || c === ']') return i;
    if (!scan.isHanAt(i) && !'/、,·'.includes(c) && !(c >= '0' && c <= '9')) return null;
  }
  return null;
}

/** 記者王大明／台北報導: reporter or desk, a slash, place and 報導. */
function slashed(scan: Scan, open: number, close: number, profile: Profile): SignedDateline | null {
  const slash = open + scan.text.slice(open, close).lastIndexOf('/');
  const report = profile.signedReports.startOf(scan.text, close);
  if (slash <= open || report === close || report <= slash) return null;
  const parts = reporters(scan, open + 1, slash, profile);
  if (parts === null) return null;
  return signed(scan, open, close, parts, {
    agency: null,
    place: report > slash + 1 ? scan.text.slice(slash + 1, report) : null,
    month: null,
    day: null,
    wire: '讯',
  });
}

function reporters(scan: Scan, start: number, end: number, profile: Profile): readonly RoleNames[] | null {
  const list = readCreditList(scan, start, end, profile);
  if (list?.roled && list.cost <= LIKELY) return list.parts;
  return profile.desks.startOf(scan.text, end) < end ? [{ role: scan.text.slice(start, end), names: [] }] : null;
}

/** 中央社記者王大明台北3日電: agency and role, one name, a place, a date and 電. */
function wired(scan: Scan, open: number, close: number, profile: Profile): SignedDateline | null {
  if (scan.text[close - 1] !== profile.wire) return null;
  const role = readRole(scan, open + 1, profile, true);
  if (role === null || !role.organ) return null;
  let dateAt = role.end;
  while (dateAt < close && scan.isHanAt(dateAt) && !isDateStart(scan, dateAt, close, profile)) dateAt++;
  const cut = nameEnd(scan, role.end, dateAt);
  if (cut === null) return null;
  const date = dateNumbers(scan.text.slice(dateAt, close - 1), profile);
  const name = { name: scan.text.slice(role.end, cut), span: scan.sourceSpan(role.end, cut) };
  const agencyEnd = profile.agencies.endOf(scan.text, open + 1);
  return signed(scan, open, close, [{ role: role.text, names: [name] }], {
    agency: agencyEnd > open + 1 ? scan.text.slice(open + 1, agencyEnd) : null,
    place: dateAt > cut ? scan.text.slice(cut, dateAt) : null,
    ...date,
    wire: '电',
  });
}

/** Where the name ends that glues to a place: the likeliest cut that leaves a place of two or more characters. */
function nameEnd(scan: Scan, start: number, end: number): number | null {
  let best: number | null = null;
  // Names with a surname that is not known have three characters.
  let bestLikely = -1;
  for (const length of [3, 2, 4]) {
    const likely = looksLikeName(scan.text.slice(start, start + length));
    if (end - start - length < 2 && end - start !== length) continue;
    if (likely > bestLikely) [best, bestLikely] = [start + length, likely];
  }
  return best;
}

const isDateStart = (scan: Scan, at: number, close: number, profile: Profile): boolean =>
  dateNumbers(scan.text.slice(at, close - 1), profile).day !== null;

/** 3日, 5月3日, 三日; nulls where the text is no date. */
function dateNumbers(text: string, profile: Profile): { month: number | null; day: number | null } {
  const dayEnd = profile.day.startOf(text, text.length);
  if (dayEnd === text.length) return { month: null, day: null };
  const [first, second] = text.slice(0, dayEnd).split(profile.month);
  const none = { month: null, day: null };
  if (second === undefined) return { month: null, day: readNumber(first) };
  const [month, day] = [readNumber(first), readNumber(second)];
  return month === null || day === null ? none : { month, day };
}

function signed(
  scan: Scan,
  open: number,
  close: number,
  parts: readonly RoleNames[],
  fields: Pick<DatelineForm, 'agency' | 'place' | 'month' | 'day' | 'wire'>,
): SignedDateline {
  const base = formBase(scan, open, close + 1, [evidence('dateline.signed')]);
  return {
    dateline: {
      kind: 'dateline',
      text: scan.text.slice(open + 1, close),
      bracketed: true,
      closing: false,
      ...fields,
      ...base,
    },
    byline: { kind: 'byline', place: 'lead', parts, ...base },
  };
}
