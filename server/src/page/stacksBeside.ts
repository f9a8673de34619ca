import { isHan, isSpace } from '../text/characters';
import type { TextLine } from '../text/lines';

/*
 * A vertical headline that stands to the left of its story: an extractor that goes from line to line puts each of its
 * characters before the row beside it.
 *
 *   汪 金秋的一个下午，在陪同人
 *   洋 员艾伦小姐的热情安排下，我们
 */

/** A line that begins with a character of such a headline, by its place among the lines; offsets in the text. */
export interface LineBeside {
  readonly n: number;
  /** Where the character stands, and where the row beside it begins. */
  readonly character: number;
  readonly rest: number;
}

/** A headline has so many characters at least: a spaced name or a list gives one line such a beginning, not so many. */
const LEAST = 4;
/** Between two of them stand at most so many lines of other columns, less one, and no blank line. */
const REACH = 7;
/** The row beside it has so many characters at least. */
const LEAST_REST = 7;

/** The headlines, each as its lines from top to bottom. */
export function stacksBeside(text: string, lines: readonly TextLine[]): LineBeside[][] {
  const stacks: LineBeside[][] = [];
  let stack: LineBeside[] = [];
  lines.forEach((line, n) => {
    const found = lineBeside(text, line, n);
    const last = stack[stack.length - 1];
    if (isBlank(text, line) || (found !== null && last !== undefined && n - last.n > REACH)) stack = [];
    if (found === null) return;
    if (stack.length === 0) stacks.push(stack);
    stack.push(found);
  });
  return stacks.filter(({ length }) => length >= LEAST);
}

function isBlank(text: string, { span }: TextLine): boolean {
  for (let i = span.start; i < span.end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

function lineBeside(text: string, { span }: TextLine, n: number): LineBeside | null {
  const { start: character, end } = span;
  if (!isHan(text.charCodeAt(character)) || !isSpace(text.charCodeAt(character + 1))) return null;
  let rest = character + 1;
  while (rest < end && isSpace(text.charCodeAt(rest))) rest++;
  // 生 而 与 酒 is letter-spaced.
  const spaced = isSpace(text.charCodeAt(rest + 1));
  return spaced || end - rest < LEAST_REST ? null : { n, character, rest };
}
