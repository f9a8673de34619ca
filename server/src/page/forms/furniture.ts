import type { Profile } from '../profiles/profile';
import type { Words } from '../profiles/words';
import { LIKELY } from './byline';
import { type EvidenceName, evidence } from './evidence';
import { formBase, type PlainForm } from './form';
import { readCreditList } from './roles';
import type { Scan } from './scan';

/** Lines of the paper about itself are short; a longer one that holds such a word is a story. */
const MAX_CREDIT_LINE = 60;
const MAX_MASTHEAD_LINE = 120;
/** 【遗失声明】, 公 告: a notice's title stands alone. */
const MAX_TITLE = 14;

/** 责任编辑：X Y, 本版责编 X 美编 Y 校对 Z, 新闻热线：… : a line that begins with an editor's office or a contact. */
export function matchCredit(scan: Scan, line: number, profile: Profile): PlainForm | null {
  const start = skipMarks(scan, line);
  const end = scan.lineEnd(line);
  if (end - start < 2 || end - start > MAX_CREDIT_LINE) return null;
  const office = profile.editors.endOf(scan.text, start);
  if (office > start && (':/'.includes(scan.text[office]) || scan.partedBefore(office) || office === end))
    return plain('credit', scan, line, ...(namesFollow(scan, office, end, profile) ? NAMED_EDITOR : EDITOR));
  // 本报地址：
  const label = profile.organs.endOf(scan.text, start);
  const contact = profile.contacts.endOf(scan.text, label);
  if (contact > label && scan.text[contact] === ':') return plain('credit', scan, line, 'credit.contact');
  return null;
}

const EDITOR = ['credit.editor'] as const;
const NAMED_EDITOR = ['credit.editor', 'credit.names'] as const;

/** Whether names follow an office, and nothing else but further offices with theirs: 王小明 美编 李文舟. */
function namesFollow(scan: Scan, office: number, end: number, profile: Profile): boolean {
  let from = office;
  for (let i = office + 1; i < end; i++) {
    const isApart = scan.partedBefore(i) || isTitleMark(scan.text[i - 1]);
    const next = isApart ? profile.editors.endOf(scan.text, i) : i;
    if (next === i) continue;
    if (!areNames(scan, from, withoutMarks(scan, from, i), profile)) return false;
    from = next;
    i = next;
  }
  return areNames(scan, from, end, profile);
}

/** 方小宁 ■ of ■编辑 方小宁 ■美编 罗青: each office may have its mark. */
function withoutMarks(scan: Scan, from: number, to: number): number {
  let end = to;
  while (end > from && isTitleMark(scan.text[end - 1])) end--;
  return end;
}

function areNames(scan: Scan, from: number, end: number, profile: Profile): boolean {
  const list = readCreditList(scan, ':/'.includes(scan.text[from]) ? from + 1 : from, end, profile);
  return list !== null && list.cost <= LIKELY;
}

/** 国内统一连续出版物号 CN 14-0001, 邮发代号, 主管主办. */
export function matchMasthead(scan: Scan, line: number, profile: Profile): PlainForm | null {
  const start = scan.lineStart(line);
  const end = scan.lineEnd(line);
  if (end - start < 3 || end - start > MAX_MASTHEAD_LINE) return null;
  for (let i = start; i < end; i++) {
    const word = profile.mastheadWords.endOf(scan.text, i);
    if (word === i) continue;
    // Long words say it anywhere; the short ones only where a colon, a digit or a gap shows a label.
    const label = ':-0123456789'.includes(scan.text[word] ?? ' ') || scan.partedBefore(word) || word === end;
    if (word - i >= 4 || (label && word - i >= 2 && i === start)) return plain('masthead', scan, line, 'masthead.word');
  }
  return null;
}

/** 遗失声明, 【注销公告】 alone on a line. */
export const matchNotice = (scan: Scan, line: number, profile: Profile): PlainForm | null =>
  titleAlone(scan, line, profile.notices) ? plain('notice', scan, line, 'notice.title') : null;

/** 短评, ■社论, 【编者按】, 编者按： at a line's start or alone. */
export function matchStandingHead(scan: Scan, line: number, profile: Profile): PlainForm | null {
  if (titleAlone(scan, line, profile.standingHeads)) return plain('standing-head', scan, line, 'standing-head.word');
  if (endsAsStandingHead(scan, line, profile)) return plain('standing-head', scan, line, 'standing-head.ending');
  const start = skipMarks(scan, line);
  const end = profile.standingHeads.endOf(scan.text, start);
  if (end === start || (scan.text[end] !== ':' && scan.text[end] !== ']')) return null;
  return {
    kind: 'standing-head',
    text: scan.text.slice(start, end),
    ...formBase(scan, scan.lineStart(line), end + 1, [evidence('standing-head.word')]),
  };
}

/** 河州时评, ■百姓视点: whose column it is, and what kind of texts it has. */
const LONGEST_HEAD = 6;
const SHORTEST_HEAD = 4;

function endsAsStandingHead(scan: Scan, line: number, profile: Profile): boolean {
  const start = skipMarks(scan, line);
  let end = scan.lineEnd(line);
  while (end > start && isTitleMark(scan.text[end - 1])) end--;
  if (end - start < SHORTEST_HEAD || end - start > LONGEST_HEAD) return false;
  if (profile.standingHeadEndings.startOf(scan.text, end) === end) return false;
  for (let i = start; i < end; i++) if (!scan.isHanAt(i)) return false;
  return true;
}

function titleAlone(scan: Scan, line: number, titles: Words): boolean {
  const start = skipMarks(scan, line);
  let end = scan.lineEnd(line);
  if (end - start > MAX_TITLE) return false;
  while (end > start && isTitleMark(scan.text[end - 1])) end--;
  return end > start && titles.endOf(scan.text, start) === end;
}

function skipMarks(scan: Scan, line: number): number {
  let i = scan.lineStart(line);
  while (i < scan.lineEnd(line) && isTitleMark(scan.text[i])) i++;
  return i;
}

const isTitleMark = (c: string): boolean => '[]()"《》|·-:■□◆◇●○★☆▲△※◎/'.includes(c);

const plain = (kind: PlainForm['kind'], scan: Scan, line: number, ...why: readonly EvidenceName[]): PlainForm => {
  const [start, end] = [scan.lineStart(line), scan.lineEnd(line)];
  return { kind, text: scan.text.slice(start, end), ...formBase(scan, start, end, why.map(evidence)) };
};
