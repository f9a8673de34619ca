import { looksLikeName } from '../../text/names';
import type { Person } from '../model';
import type { Profile } from '../profiles/profile';
import type { Words } from '../profiles/words';
import type { RoleNames } from './form';
import { DOUBTFUL, isMisreadSpace, isSeparator, MAX_NAMES_LENGTH, readNames } from './names';
import type { Scan } from './scan';

/** Longest organ without an entry in the profile: 中央人民广播电台. */
const MAX_ORGAN = 12;
/** 本报驻联合国记者, 驻澳大利亚: where a correspondent is posted. */
const MAX_POST = 8;

export interface RoleMatch {
  readonly end: number;
  readonly text: string;
  readonly organ: boolean;
}

/**
 * 本报首席记者, 新华社驻联合国记者, 通讯员: organ, ranks, post and role at `at`; null where no role stands. `loose` also
 * takes organs that only their ending shows (XX日报), which asks that the role begins at a boundary.
 */
export function readRole(scan: Scan, at: number, profile: Profile, loose: boolean): RoleMatch | null {
  const direct = readRoleBehind(scan, profile.organs.endOf(scan.text, at), at, profile);
  if (direct !== null || !loose) return direct;
  const limit = Math.min(at + MAX_ORGAN, scan.text.length);
  for (let i = at + 1; i < limit && scan.isHanAt(i - 1); i++) {
    const ending = profile.organEndings.endOf(scan.text, i);
    if (ending === i) continue;
    const match = readRoleBehind(scan, ending, at, profile);
    if (match !== null) return match;
  }
  return null;
}

/** The rest of a role from `from` (behind its organ, or at `at` itself where there is none). */
function readRoleBehind(scan: Scan, from: number, at: number, profile: Profile): RoleMatch | null {
  let i = from;
  if (from > at && scan.has(profile.posted, i)) {
    const role = findAhead(scan, profile.roles, i + 2, i + 1 + MAX_POST);
    if (role < 0) return null;
    i = role;
  }
  let end = profile.roles.endOf(scan.text, i);
  // A role may begin like a rank (实习生, 实习记者), so the role is looked for first.
  for (let next = profile.ranks.endOf(scan.text, i); end === i && next > i; next = profile.ranks.endOf(scan.text, i)) {
    i = next;
    end = profile.roles.endOf(scan.text, i);
  }
  return end > i ? { end, text: scan.text.slice(at, end), organ: from > at } : null;
}

function findAhead(scan: Scan, words: Words, from: number, to: number): number {
  for (let i = from; i <= to && scan.isHanAt(i - 1); i++) if (words.endOf(scan.text, i) > i) return i;
  return -1;
}

export interface CreditList {
  readonly parts: readonly RoleNames[];
  /** Mean cost of the names (see names.ts). */
  readonly cost: number;
  readonly roled: boolean;
  readonly organ: boolean;
}

/** Whether a unit may stand in a list of roles and names. */
export const isListUnit = (scan: Scan, i: number): boolean =>
  scan.isHanAt(i) || isSeparator(scan.text[i]) || isMisreadSpace(scan.text[i]) || LIST_MARKS.has(scan.text[i]);
/** The middle dot of names; the colon of 记者: . */
const LIST_MARKS: ReadonlySet<string> = new Set(['·', ':']);

/** Reads [start, end) as roles and names; null where something else stands there too, or names that are none. */
export function readCreditList(scan: Scan, start: number, end: number, profile: Profile): CreditList | null {
  if (end - start > MAX_NAMES_LENGTH || end <= start) return null;
  const parts: RoleNames[] = [];
  let role: RoleMatch | null = null;
  let organ = false;
  let cost = 0;
  let count = 0;
  let from = start;
  const close = (to: number): boolean => {
    const { names, cost: mean } = readNames(scan, from, to);
    if (names.some(({ name }) => !couldBeName(name, profile))) return false;
    if (names.length === 0 && role === null) return true;
    if (names.length > 0 && mean > DOUBTFUL) return false;
    parts.push({ role: role?.text ?? null, names });
    cost += names.length > 0 ? mean * names.length : 0;
    count += names.length;
    return true;
  };
  for (let i = start; i < end; ) {
    if (!isListUnit(scan, i)) return null;
    const boundary = i === start || scan.partedBefore(i) || !scan.isHanAt(i - 1);
    const next = readRole(scan, i, profile, boundary);
    if (next === null || next.end > end) {
      i++;
      continue;
    }
    if (!close(i)) return null;
    role = next;
    organ ||= next.organ;
    i = next.end;
    while (i < end && scan.text[i] === ':') i++;
    from = i;
  }
  if (!close(end) || parts.length === 0) return null;
  return { parts, cost: count > 0 ? cost / count : 0, roled: role !== null, organ };
}

function couldBeName(name: string, profile: Profile): boolean {
  if (profile.notNames.has(name) || profile.reports.endOf(name, 0) > 0) return false;
  if (name.length > 1 && profile.notNameEndings.startOf(name, name.length) < name.length) return false;
  if (name.length <= MAX_PLAIN_NAME)
    return profile.bodyEndings.startOf(name, name.length) === name.length || looksLikeName(name) > 0;
  return profile.longNotNameEndings.startOf(name, name.length) === name.length;
}

/** Most names have two or three characters. */
const MAX_PLAIN_NAME = 3;

export const allNames = (parts: readonly RoleNames[]): Person[] => parts.flatMap(({ names }) => [...names]);
