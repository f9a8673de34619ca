import type { Profile } from '../profiles/profile';
import { type EvidenceName, evidence } from './evidence';
import { type FolioForm, formBase } from './form';
import { isNumeral, readNumber, repaired } from './numerals';
import type { Scan } from './scan';

/** A folio line has date, weekday, page, section, paper and editors at most. */
const MAX_FOLIO_LINE = 60;
/** 吕梁日报, 中国青年报: a paper's name with its ending. */
const MAX_PAPER = 8;

/** A line that is nothing but date, weekday, page number, paper and section: 第4版 2023年2月19日 星期日 要闻. */
export function matchFolio(scan: Scan, line: number, profile: Profile): FolioForm | null {
  const start = scan.lineStart(line);
  const end = scan.lineEnd(line);
  if (end === start || end - start > MAX_FOLIO_LINE) return null;
  let date: string | null = null;
  let page: string | null = null;
  let newspaper: string | null = null;
  const why = new Set<EvidenceName>();
  for (let i = start; i < end; ) {
    const item = readItem(scan, i, end, profile, start);
    if (item === null || item.end > end) {
      // Editors close many a folio line: the names behind their office are none of its items.
      if (why.size > 0 && profile.editors.endOf(scan.text, i) > i) break;
      if (isOwnSection(scan, i, end, why)) break;
      return null;
    }
    date ??= item.date ?? null;
    if (!isCount(scan, i, start, profile)) page ??= item.page ?? null;
    newspaper ??= item.newspaper ?? null;
    if (item.why !== null) why.add(item.why);
    i = item.end;
  }
  if (why.size === 0) return null;
  return { kind: 'folio', newspaper, date, page, ...formBase(scan, start, end, [...why].map(evidence)) };
}

/** 江城晚报 A12 读者之声: behind paper or date, and page, a word set apart at the line's end is what this paper calls the page. */
const SECTION = { least: 2, most: 5 };

function isOwnSection(scan: Scan, at: number, end: number, why: ReadonlySet<EvidenceName>): boolean {
  const length = end - at;
  if (length < SECTION.least || length > SECTION.most || !scan.partedBefore(at)) return false;
  if (!why.has('folio.page') || !(why.has('folio.newspaper') || why.has('folio.date'))) return false;
  for (let i = at; i < end; i++) if (!scan.isHanAt(i)) return false;
  return true;
}

/** 今日8版 tells how many pages the day's paper has. */
const isCount = (scan: Scan, at: number, lineStart: number, profile: Profile): boolean =>
  profile.pageCounts.some((word) => at - word.length >= lineStart && scan.has(word, at - word.length));

interface Item {
  readonly end: number;
  readonly why: EvidenceName | null;
  readonly date?: string;
  readonly page?: string;
  readonly newspaper?: string;
}

function readItem(scan: Scan, at: number, end: number, profile: Profile, lineStart: number): Item | null {
  const c = scan.text[at];
  if (LOOSE_MARKS.has(c)) return { end: at + 1, why: null };
  return (
    readFullDate(scan, at, profile) ??
    readWeekday(scan, at, profile) ??
    readPage(scan, at, end, profile) ??
    readPaper(scan, at, end, profile) ??
    readAnyPaper(scan, at, end, profile) ??
    readWord(scan, at, end, profile, lineStart)
  );
}

const LOOSE_MARKS: ReadonlySet<string> = new Set([
  '·',
  '-',
  '/',
  '|',
  ':',
  ',',
  '(',
  ')',
  '[',
  ']',
  '"',
  '.',
  '■',
  '□',
  '●',
  '★',
  '《',
  '》',
]);

/** 2023年2月19日, 二〇二三年二月十九日, 2023-02-19. */
function readFullDate(scan: Scan, at: number, profile: Profile): Item | null {
  const year = readField(scan, at, ['年', '-', '/', '.'], 4);
  if (year === null || year.value < 1800 || year.value > 2199) return null;
  const month = readField(scan, year.end, [profile.month, '-', '/', '.'], 3);
  if (month === null || month.value < 1 || month.value > 12) return null;
  const day = readField(scan, month.end, [...profile.day.all, ''], 4);
  if (day === null || day.value < 1 || day.value > 31) return null;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return { end: day.end, why: 'folio.date', date: `${year.value}-${pad(month.value)}-${pad(day.value)}` };
}

/** A number and one of the marks behind it; '' asks for no mark. OCR’s ] is read as what it was. */
function readField(
  scan: Scan,
  at: number,
  marks: readonly string[],
  max: number,
): { end: number; value: number } | null {
  let i = at;
  while (i < at + max && (isNumeral(scan.text[i] ?? '') || scan.text[i] === ']')) i++;
  if (i === at) return null;
  const value = readNumber(repaired(scan.text.slice(at, i)));
  const mark = marks.find((m) => scan.has(m, i));
  return value === null || mark === undefined ? null : { end: i + mark.length, value };
}

function readWeekday(scan: Scan, at: number, profile: Profile): Item | null {
  const word = profile.weekdays.endOf(scan.text, at);
  const days = '一二三四五六日天';
  return word > at && days.includes(scan.text[word] ?? ' ') ? { end: word + 1, why: 'folio.weekday' } : null;
}

/** 第4版, 第十二版, 04版, A1, 4; the bare ones only where they stand apart. */
function readPage(scan: Scan, at: number, end: number, profile: Profile): Item | null {
  let i = at;
  if (scan.text[i] === '第') i++;
  const from = i;
  if (scan.text[i] >= 'A' && scan.text[i] <= 'D') i++;
  const digits = i;
  while (i < end && i - digits < 3 && (isNumeral(scan.text[i]) || scan.text[i] === ']')) i++;
  if (i === digits) return null;
  const number = readNumber(repaired(scan.text.slice(digits, i)));
  if (number === null || number === 0 || number > 199) return null;
  const named = profile.page.endOf(scan.text, i);
  // A single 四 is what is left of a vertical title.
  if (named === i && !/^\d+$/.test(scan.text.slice(digits, i))) return null;
  const letter = digits > from;
  // 02 要闻: a page number in two digits, and a gap.
  const twoDigits =
    i - digits === 2 && scan.text[digits] === '0' && at === scan.lineStart(scan.lineAt(at)) && scan.gapBefore(i) > 0;
  if (named === i && !letter && !twoDigits && !(i === end && at === scan.lineStart(scan.lineAt(at)))) return null;
  const page = `${letter ? scan.text[from] : ''}${number}`;
  return { end: named, why: named > i || letter ? 'folio.page' : 'folio.bare-number', page };
}

function readPaper(scan: Scan, at: number, end: number, profile: Profile): Item | null {
  for (let i = at + 2; i <= Math.min(end - 1, at + MAX_PAPER) && scan.isHanAt(i - 1); i++) {
    const ending = profile.paperEndings.endOf(scan.text, i);
    // The single 报 is too common to end a name anywhere but at a gap, and 本报 is none.
    if (ending === i || (ending < end && !scan.partedBefore(ending) && scan.isHanAt(ending) && ending - i < 2))
      continue;
    const newspaper = scan.text.slice(at, ending);
    if (ending - i === 1 && newspaper.length < 3) continue;
    return { end: ending, why: 'folio.newspaper', newspaper };
  }
  return null;
}

/** 渔港报 04版, 渔港报 2012年11月8日: any name that ends in 报, right before a page or a date. */
function readAnyPaper(scan: Scan, at: number, end: number, profile: Profile): Item | null {
  let to = at;
  while (to < end && to - at < MAX_PAPER && scan.isHanAt(to) && !(to > at && scan.gapBefore(to) > 0)) to++;
  if (to - at < LEAST_PAPER || to >= end || scan.text[to - 1] !== profile.paperSign || scan.gapBefore(to) === 0)
    return null;
  const next = readFullDate(scan, to, profile) ?? readPage(scan, to, end, profile);
  return next !== null ? { end: to, why: 'folio.newspaper', newspaper: scan.text.slice(at, to) } : null;
}

/** 海报, 战报 are no papers. */
const LEAST_PAPER = 3;

/** 农历 …, 总第N期, 今日N版, a section's name. */
function readWord(scan: Scan, at: number, end: number, profile: Profile, lineStart: number): Item | null {
  const section = profile.sections.endOf(scan.text, at);
  if (section > at && (section === end || scan.partedBefore(section) || !scan.isHanAt(section))) {
    return { end: section, why: 'folio.section' };
  }
  const word = profile.folioWords.endOf(scan.text, at);
  if (word > at && at > lineStart) return { end: word, why: 'folio.word' };
  if (word > at && word - at > 1) return { end: word, why: 'folio.word' };
  if (at > lineStart && (isNumeral(scan.text[at]) || LUNAR.has(scan.text[at]))) return { end: at + 1, why: null };
  return null;
}

/** What is left of 癸卯年正月廿九. */
const LUNAR: ReadonlySet<string> = new Set([...'子丑寅卯辰巳午未申酉戌亥年月日正腊闰初廿卅大小']);
