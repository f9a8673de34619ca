import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { type CaptionCreditForm, formBase, type PlainForm } from './form';
import { allNames, type CreditList, isListUnit, readCreditList, readRole } from './roles';
import type { Scan } from './scan';

/** A credit has at most this many units before 摄: two organs with roles and names. */
const MAX_CREDIT = 30;
const LIKELY = 1.1;
/** Mean cost of a name above which the words before 摄 are a sentence's; behind a bracket or a sentence's end … */
const UNLIKELY = 1.7;
/** … also pen names of two characters pass. */
const UNLIKELY_APART = 2.1;
/** Places before 摄 at which a credit is tried: a real one seldom has more than three gaps. */
const MAX_READINGS = 8;
/** A picture has few authors … */
const MAX_AUTHORS = 5;
/** … and a drawing fewer. */
const MAX_DRAWERS = 2;
/** What may stand behind a source in its bracket: （新华社发路透社照片）. */
const MAX_SECOND_SOURCE = 8;

/** The credit that ends with 摄, 摄影报道 or 供图 at `shotAt`: 记者 刘亮亮 摄, （帅瑜摄）, 新华社发（X 摄）, X摄（影像中国）. */
export function matchShot(scan: Scan, shotAt: number, profile: Profile): CaptionCreditForm | null {
  const word = profile.shot.endOf(scan.text, shotAt);
  return word === shotAt ? null : matchCredit(scan, shotAt, word, [], profile);
}

/** （马得画）: a drawing's credit is told by its brackets only. */
export function matchDrawn(scan: Scan, at: number, profile: Profile): CaptionCreditForm | null {
  const word = profile.drawn.endOf(scan.text, at);
  if (word === at || scan.text[word] !== ')') return null;
  const credit = matchCredit(scan, at, word, ['caption.drawn'], profile);
  if (credit === null || credit.names.length > MAX_DRAWERS) return null;
  return credit.why.some(({ name }) => name === 'caption.bracketed') ? credit : null;
}

/** OCR reads 摄 as 报 and others: told by the organ, the role and the line's end. */
export function matchMisreadShot(scan: Scan, at: number, profile: Profile): CaptionCreditForm | null {
  if (!scan.startsLine(at + 1) && scan.text[at + 1] !== ')') return null;
  if (scan.gapBefore(at) === 0 || scan.startsLine(at)) return null;
  // 报⏎道: a report, broken.
  if (profile.reports.endOf(scan.text, at) > at) return null;
  const form = matchCredit(scan, at, at + 1, ['caption.misread-shot'], profile);
  return form?.role != null && form.names.length > 0 && form.why.some(({ name }) => name === 'caption.role')
    ? form
    : null;
}

function matchCredit(
  scan: Scan,
  shotAt: number,
  wordEnd: number,
  reasons: readonly EvidenceName[],
  profile: Profile,
): CaptionCreditForm | null {
  const found = creditBefore(scan, shotAt, profile);
  if (found === null) return null;
  let { start } = found;
  let end = wordEnd;
  const bracketed = scan.text[start - 1] === '(';
  if (bracketed) {
    start--;
    start = profile.pictureSources.startOf(scan.text, start);
    if (scan.text[end] === ')') end++;
  } else if (scan.text[end] === '(') {
    const source = profile.pictureSources.endOf(scan.text, end + 1);
    if (source > end + 1 && scan.text[source] === ')') end = source + 1;
  }
  const endsLine = scan.startsLine(end);
  const apart = endsLine || scan.gapBefore(end) > 0 || bracketed || '(。)'.includes(scan.text[end]);
  // 摄 goes on to a word (摄氏度) or is one's end (拍摄): the credit would not stand apart.
  if (!apart) return null;
  const why: EvidenceName[] = reasons.includes('caption.drawn') ? [...reasons] : ['caption.shot', ...reasons];
  if (found.list.roled) why.push('caption.role');
  if (bracketed) why.push('caption.bracketed');
  if (scan.endsSentence(start) || scan.startsLine(start)) why.push('caption.behind-sentence');
  if (found.list.cost < LIKELY) why.push('caption.likely-names');
  why.push(endsLine ? 'caption.ends-line' : 'caption.inside');
  return {
    kind: 'caption-credit',
    role: found.list.parts.find(({ role }) => role !== null)?.role ?? null,
    names: allNames(found.list.parts),
    ...formBase(scan, start, end, why.map(evidence)),
  };
}

/** The roles and names right before `end`, from where they stand apart: a sentence end, a bracket, a gap, an organ. */
function creditBefore(scan: Scan, end: number, profile: Profile): { start: number; list: CreditList } | null {
  let lowest = end;
  while (lowest > 0 && end - lowest < MAX_CREDIT && isListUnit(scan, lowest - 1)) lowest--;
  let readings = 0;
  for (let start = lowest; start < end - 1; start++) {
    // Names alone need more than a line's start before them: 旅游摄影.
    const firm = start === lowest ? start === 0 || !isListUnit(scan, start - 1) : scan.gapBefore(start) > 0;
    const role =
      firm || scan.partedBefore(start) ? readRole(scan, start, profile, true) : readRole(scan, start, profile, false);
    const startsCredit =
      role === null ? firm || scan.startsLine(start) : firm || scan.partedBefore(start) || role.organ;
    if (!startsCredit) continue;
    if (++readings > MAX_READINGS) return null;
    const list = readCreditList(scan, start, end, profile);
    if (list === null || (list.roled && role === null)) continue;
    const apart = scan.text[start - 1] === '(' || scan.endsSentence(start);
    if (list.cost > (apart ? UNLIKELY_APART : UNLIKELY) || allNames(list.parts).length > MAX_AUTHORS) continue;
    if (list.parts.some(({ names }) => names.length > 0)) return { start, list };
  }
  return null;
}

/** 图/林致远, 摄影：林致远, 本版图片均由林致远提供: the label stands before the names, at the end of a caption. */
export function matchPictureLabel(scan: Scan, at: number, profile: Profile): CaptionCreditForm | null {
  const label = profile.pictureLabels.endOf(scan.text, at);
  if (label === at || !(scan.partedBefore(at) || scan.endsSentence(at) || scan.text[at - 1] === '(')) return null;
  let end = label;
  while (
    end < scan.text.length &&
    end - label <= MAX_CREDIT &&
    !(end > label && scan.startsLine(end)) &&
    isListUnit(scan, end)
  )
    end++;
  const names = profile.shot.startOf(scan.text, end);
  const list = readCreditList(scan, label, names, profile);
  if (list === null || list.cost > UNLIKELY || allNames(list.parts).length === 0) return null;
  const bracketed = scan.text[at - 1] === '(' && scan.text[end] === ')';
  const stop = bracketed ? end + 1 : end;
  if (!scan.startsLine(stop)) return null;
  const why: EvidenceName[] = ['caption.label', 'caption.ends-line'];
  if (list.cost < LIKELY) why.push('caption.likely-names');
  const role = list.parts.find((part) => part.role !== null)?.role ?? null;
  const start = bracketed ? at - 1 : at;
  return {
    kind: 'caption-credit',
    role,
    names: allNames(list.parts),
    ...formBase(scan, start, stop, why.map(evidence)),
  };
}

/** 资料图片, （人民视觉）, （新华社发）: a credit without a person, at a line's end. */
export function matchPictureSource(scan: Scan, at: number, profile: Profile): CaptionCreditForm | null {
  let end = profile.pictureSources.endOf(scan.text, at);
  if (end === at) return null;
  let start = at;
  const bracketed = scan.text[at - 1] === '(';
  if (bracketed) {
    start--;
    const close = scan.text.slice(end, end + MAX_SECOND_SOURCE + 1).indexOf(')');
    if (close < 0) return null;
    end += close + 1;
  }
  if (!scan.startsLine(end)) return null;
  if (!bracketed && !scan.endsSentence(start) && !scan.partedBefore(start)) return null;
  const why: EvidenceName[] = ['caption.source', 'caption.ends-line'];
  if (bracketed) why.push('caption.bracketed');
  return { kind: 'caption-credit', role: null, names: [], ...formBase(scan, start, end, why.map(evidence)) };
}

/** 图为, 上图, ▲ … at a line's start or behind a sentence. */
export function matchCaptionCue(scan: Scan, at: number, profile: Profile): PlainForm | null {
  if (scan.startsLine(at) && profile.captionMarks.includes(scan.text[at])) {
    return { kind: 'caption-cue', text: scan.text[at], ...formBase(scan, at, at + 1, [evidence('caption.mark')]) };
  }
  const end = profile.captionCues.endOf(scan.text, at);
  if (end === at) return null;
  const opens = scan.startsLine(at) || scan.endsSentence(at);
  if (!opens) return null;
  // 上图 and the like are cues before a colon or 为 only.
  const named =
    scan.text[end - 1] === '为' ||
    scan.text[end] === ':' ||
    scan.partedBefore(end) ||
    '图片①'.includes(scan.text[end - 1]);
  if (!named) return null;
  const why: EvidenceName[] = scan.startsLine(at) ? ['caption.cue'] : ['caption.cue', 'caption.cue-inside'];
  return { kind: 'caption-cue', text: scan.text.slice(at, end), ...formBase(scan, at, end, why.map(evidence)) };
}
