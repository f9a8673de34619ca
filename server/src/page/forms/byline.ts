import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { type BylineForm, formBase } from './form';
import { MAX_NAMES_LENGTH } from './names';
import { type CreditList, isListUnit, readCreditList, readRole } from './roles';
import type { Scan } from './scan';

/** Mean cost of a name (names.ts) up to which a list is a likely one … */
export const LIKELY = 1.1;
/** … and above which it rather is something else. */
export const UNLIKELY = 1.7;
/** Names without a role, in brackets or behind a marker: 1.8 is a pen name of two characters, 2.2 one that a line’s end breaks. */
export const ROLELESS_LIMIT = 2.25;

export function byline(
  scan: Scan,
  start: number,
  end: number,
  place: BylineForm['place'],
  list: CreditList,
  names: readonly EvidenceName[],
): BylineForm {
  const doubt: EvidenceName[] =
    list.cost < LIKELY ? ['byline.likely-names'] : list.cost > UNLIKELY ? ['byline.doubtful-names'] : [];
  return {
    kind: 'byline',
    place,
    parts: list.parts,
    ...formBase(scan, start, end, [...names, ...doubt].map(evidence)),
  };
}

/** 记者谭国器报道： right behind a dateline or lead. */
export function matchReportByline(scan: Scan, at: number, profile: Profile): BylineForm | null {
  const role = readRole(scan, at, profile, true);
  if (role === null) return null;
  const limit = Math.min(scan.text.length, role.end + MAX_NAMES_LENGTH);
  for (let i = role.end + 2; i < limit && isListUnit(scan, i - 1); i++) {
    const end = profile.reports.endOf(scan.text, i);
    if (end === i) continue;
    const list = readCreditList(scan, at, i, profile);
    return list === null || list.cost > UNLIKELY
      ? null
      : byline(scan, at, end, 'lead', list, ['byline.role', 'byline.report']);
  }
  return null;
}
