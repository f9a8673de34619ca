import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { formBase, type LeadForm } from './form';
import type { Scan } from './scan';

/** The longest formula: 河南日报讯. */
const MAX_LEAD = 7;

/** 本报讯, 河南日报讯, 综合消息 at `at`: the opening of a story without place and date. */
export function matchLead(scan: Scan, at: number, profile: Profile): LeadForm | null {
  let end = profile.leads.endOf(scan.text, at);
  if (end === at) end = paperLead(scan, at, profile);
  if (end === at || goesOnAsWord(scan, end, profile)) return null;
  const opens = scan.startsLine(at) || (scan.text[at - 1] === '[' && scan.startsLine(at - 1));
  if (!opens && !(scan.gapBefore(at) > 0 && (scan.endsSentence(at) || scan.gapBefore(end) > 0))) return null;
  const why: EvidenceName[] = ['lead.formula', opens ? 'lead.line-start' : 'lead.inside'];
  return { kind: 'lead', text: scan.text.slice(at, end), ...formBase(scan, at, end, why.map(evidence)) };
}

/** 本报讯息万变: the formula's last character begins a word. */
const goesOnAsWord = (scan: Scan, end: number, profile: Profile): boolean =>
  !scan.partedBefore(end) && profile.notBehindLead.includes(scan.text[end]);

/** A paper's name and 讯 at a line's start, parted from what follows: 河南日报讯 （. */
function paperLead(scan: Scan, at: number, profile: Profile): number {
  if (!scan.startsLine(at)) return at;
  for (let i = at + 1; i < at + MAX_LEAD && scan.isHanAt(i) && !scan.startsLine(i); i++) {
    if (scan.text[i] !== profile.local || i < at + 2) continue;
    // 河南日报讯, 晨报讯
    const paper = profile.agencyEndings.startOf(scan.text, i) < i || profile.paperSign === scan.text[i - 1];
    return paper && (scan.partedBefore(i + 1) || scan.text[i + 1] === '(') ? i + 1 : at;
  }
  return at;
}
