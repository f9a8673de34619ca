import type { Profile } from '../profiles/profile';
import { LIKELY } from './byline';
import type { RoleNames } from './form';
import { type CreditList, isListUnit, readCreditList } from './roles';
import type { Scan } from './scan';

/** Who did what, label by label: 文/林致远 图/宋怀玉 · 林致远/文 宋怀玉/图 · 作者：林致远 · 来源：… 编译：林致远 · 林致远整理. */
export function readLabelled(scan: Scan, start: number, end: number, profile: Profile): CreditList | null {
  const whole = workAtEnd(scan, start, end, profile);
  if (whole !== null) return whole;
  const parts: RoleNames[] = [];
  let worst = 0;
  for (let i = start; i < end; ) {
    const item = labelBefore(scan, i, end, profile) ?? labelBehind(scan, i, end, profile);
    if (item === null) return null;
    if (item.list !== null) {
      parts.push(...item.list.parts.map((part) => ({ ...part, role: part.role ?? item.label })));
      worst = Math.max(worst, item.list.cost);
    }
    i = item.end;
  }
  return parts.length > 0 && worst <= LIKELY ? { parts, cost: worst, roled: true, organ: false } : null;
}

interface Item {
  readonly end: number;
  readonly label: string;
  /** Null for a source that is no person: 来源：河州时报. */
  readonly list: CreditList | null;
}

/** 文/林致远, 编译：林致远, 图文 林致远. */
function labelBefore(scan: Scan, at: number, end: number, profile: Profile): Item | null {
  const label = profile.labels.endOf(scan.text, at);
  if (label === at || label >= end) return null;
  const marked = scan.text[label] === ':' || scan.text[label] === '/';
  if (!marked && (label - at < 2 || scan.gapBefore(label) === 0)) return null;
  const from = marked ? label + 1 : label;
  let to = from;
  while (to < end && !(to > from && scan.gapBefore(to) > 0 && opensItem(scan, to, end, profile))) to++;
  const list = readCreditList(scan, from, to, profile) ?? (marked ? behindOffice(scan, from, to, profile) : null);
  if (list === null && !profile.sources.has(scan.text.slice(at, label))) return null;
  return { end: to, label: scan.text.slice(at, label), list };
}

/** 省农科院研究员 林致远: who he is, and after a gap his name. */
function behindOffice(scan: Scan, from: number, to: number, profile: Profile): CreditList | null {
  let name = to - 1;
  while (name > from && scan.gapBefore(name) === 0 && scan.isHanAt(name)) name--;
  if (name - from < LEAST_OFFICE || name - from > MOST_OFFICE || scan.gapBefore(name) === 0) return null;
  for (let i = from; i < name; i++) if (!scan.isHanAt(i)) return null;
  return readCreditList(scan, name, to, profile);
}

/** Characters of who someone is: 村民; a longer stretch is a sentence. */
const LEAST_OFFICE = 2;
const MOST_OFFICE = 16;

/** 林致远/文. */
function labelBehind(scan: Scan, at: number, end: number, profile: Profile): Item | null {
  let slash = at;
  while (slash < end && scan.text[slash] !== '/' && isListUnit(scan, slash)) slash++;
  if (slash === at || slash >= end || scan.text[slash] !== '/') return null;
  const label = Math.max(profile.labels.endOf(scan.text, slash + 1), profile.works.endOf(scan.text, slash + 1));
  if (label === slash + 1 || (label < end && scan.gapBefore(label) === 0 && !',、'.includes(scan.text[label])))
    return null;
  const list = readCreditList(scan, at, slash, profile);
  const next = label < end && ',、'.includes(scan.text[label]) ? label + 1 : label;
  return list === null ? null : { end: next, label: scan.text.slice(slash + 1, label), list };
}

function opensItem(scan: Scan, at: number, end: number, profile: Profile): boolean {
  const label = profile.labels.endOf(scan.text, at);
  return label > at && label < end && (scan.text[label] === ':' || scan.text[label] === '/');
}

/** 林致远整理, 林致远 文/图: the work behind the names, at the end. */
function workAtEnd(scan: Scan, start: number, end: number, profile: Profile): CreditList | null {
  const from = profile.works.startOf(scan.text, end);
  if (from === end || from < start + 2 || scan.text[from - 1] === '/') return null;
  // A single 文 or 图 may end a name; it counts only where a space parts it from one.
  if (end - from === 1 && scan.gapBefore(from) === 0) return null;
  const list = readCreditList(scan, start, from, profile);
  if (list === null || list.cost > LIKELY) return null;
  const work = scan.text.slice(from, end);
  return { ...list, parts: list.parts.map((part) => ({ ...part, role: part.role ?? work })), roled: true };
}
