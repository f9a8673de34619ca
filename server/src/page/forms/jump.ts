import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { formBase, type JumpForm } from './form';
import { isNumeral, readNumber, repaired } from './numerals';
import type { Scan } from './scan';

/** Pages run from 1 to 99, with a letter of the section before (A1, D12). */
const MAX_PAGE = 3;

/** A jump line that ends with the 版 at `pageAt`: （下转4版）, （上接第一版）, 下转A8版, 详见3版. */
export function matchJump(scan: Scan, pageAt: number, profile: Profile): JumpForm | null {
  let i = pageAt;
  while (i > 0 && pageAt - i < MAX_PAGE && (isNumeral(scan.text[i - 1]) || scan.text[i - 1] === ']')) i--;
  if (i > 0 && scan.text[i - 1] >= 'A' && scan.text[i - 1] <= 'D') i--;
  if (i === pageAt) return null;
  const page = pageName(scan.text.slice(i, pageAt));
  if (page === null) return null;
  if (scan.text[i - 1] === '第') i--;
  const to = profile.jumpTo.startOf(scan.text, i);
  const from = profile.jumpFrom.startOf(scan.text, i);
  const verb = Math.min(to, from);
  if (verb === i) return null;
  let start = verb;
  // OCR doubles the bracket or a character of it: 《上上接第1版).
  if (scan.text[start - 1] === scan.text[start]) start--;
  const opened = start > 0 && '(《["'.includes(scan.text[start - 1]);
  let end = pageAt + 1;
  const closed = ')]'.includes(scan.text[end] ?? ' ');
  if (opened) start--;
  if (closed) end++;
  if (!opened && !closed && i - verb === 1 && !(scan.partedBefore(start) && scan.startsLine(end))) return null;
  const why: EvidenceName[] = [opened || closed ? 'jump.bracketed' : 'jump.bare'];
  if (scan.startsLine(end)) why.push('jump.ends-line');
  else if (scan.startsLine(start)) why.push('jump.begins-line');
  else if (!scan.endsSentence(start)) why.push('jump.inside');
  return { kind: from < to ? 'continued' : 'jump', page, ...formBase(scan, start, end, why.map(evidence)) };
}

/** 4, 四, A8 in half-width digits. */
function pageName(text: string): string | null {
  const letter = text[0] >= 'A' && text[0] <= 'D' ? text[0] : '';
  const number = readNumber(repaired(text.slice(letter.length)));
  return number === null || number === 0 ? null : `${letter}${number}`;
}
