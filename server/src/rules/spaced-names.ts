import { isClosing, isOpening } from '../text/characters';
import type { Span } from '../text/span';
import { countIdeographs, foldedText, gapWidth, isIdeograph, type Run } from '../text/tokens';

/*
 * Names of two characters are padded to the width of three (康 伟), and names stand apart from each other: spaces that look
 * like letter-spacing and are right. Here they are told by where they stand, in text/paddedNames.ts by what they look like.
 */

/** （雪 村 守 仁）: up to three names of two characters. */
const MAX_IDEOGRAPHS_OF_NAMES = 6;

/** Whether a run is a few padded names: in a bracket that is set tight, or after a byline mark. */
export function isNames(text: string, tokens: readonly Span[], run: Run): boolean {
  const { first, last } = run;
  if (followsBylineMark(text, tokens, first)) return true;
  let ideographs = 0;
  for (let i = first; i <= last && ideographs <= MAX_IDEOGRAPHS_OF_NAMES; i++)
    ideographs += countIdeographs(text, tokens[i]);
  if (ideographs > MAX_IDEOGRAPHS_OF_NAMES) return false;
  return touchesBracket(text, tokens[first], tokens[last]) || beginsInBracket(text, tokens, first);
}

const OPENING_BRACKETS = '（(';
const CLOSING_BRACKETS = '）)';

/** （雪 … 仁）: a bracket that is set tight while the characters in it are apart. */
const touchesBracket = (text: string, first: Span, last: Span): boolean =>
  (first.end - first.start > 1 && isOpening(text.charCodeAt(first.start))) ||
  (last.end - last.start > 1 && isClosing(text.charCodeAt(last.end - 1)));

/** Units to look back for the bracket of a byline: a role of a few characters and the first names. */
const BRACKET_REACH = 24;

/** （何 黄 彪: whether a bracket that opened before token `first` is still open there. */
function beginsInBracket(text: string, tokens: readonly Span[], first: number): boolean {
  const nearest = Math.max(tokens[0].start, tokens[first].start - BRACKET_REACH);
  for (let i = tokens[first].start - 1; i >= nearest; i--) {
    if (OPENING_BRACKETS.includes(text[i])) return true;
    if (CLOSING_BRACKETS.includes(text[i])) return false;
  }
  return false;
}

const BYLINE_MARKS = '□■○◎◇●◆△▢';

function followsBylineMark(text: string, tokens: readonly Span[], first: number): boolean {
  const marked = (token: Span | undefined) => token !== undefined && BYLINE_MARKS.includes(text[token.start]);
  return marked(tokens[first]) || marked(tokens[first - 1]);
}

const ROLES = ['本报记者', '新华社记者', '记者', '通讯员', '作者'];
/** No bracket of a byline holds more than three or four names. */
const MAX_NAME_CHARACTERS = 12;

/**
 * （ 记 者 杨 健 ）, 。（ 何 黄 彪 王 永: the gaps between names in a bracket look like those in them. They stay, unless wider
 * ones show where a name ends.
 */
export function nameGaps(text: string, tokens: readonly Span[], run: Run, usual: number): ReadonlySet<number> {
  const gaps = new Set<number>();
  for (let i = run.first; i < run.last; i++) {
    const opening = tokens[i].start + text.slice(tokens[i].start, tokens[i].end).search(/[（(]/);
    if (opening < tokens[i].start) continue;
    let last = i;
    while (last < run.last && last - i < BRACKET_REACH && !CLOSING_BRACKETS.includes(text[tokens[last].end - 1]))
      last++;
    const inside = foldedText(text, opening + 1, tokens[last].end);
    const role = ROLES.find((word) => inside.startsWith(word));
    const credit =
      role !== undefined ||
      text
        .slice(run.first === i ? opening : tokens[i - 1].start, opening)
        .trimEnd()
        .endsWith('。');
    if (!credit || inside.length - (role?.length ?? 0) > MAX_NAME_CHARACTERS) continue;
    const widths = range(i, last).map((k) => gapWidth(text, tokens[k].end, tokens[k + 1].start));
    if (widths.some((width) => width > usual)) continue;
    const firstName =
      range(i, last).find((k) => foldedText(text, opening + 1, tokens[k].end).length >= (role?.length ?? 1)) ?? last;
    for (const k of range(firstName, last)) if (isIdeograph(text.charCodeAt(tokens[k + 1].start))) gaps.add(k);
    i = last;
  }
  return gaps;
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
