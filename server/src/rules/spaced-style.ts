import { isDigit, isLatin, isSentenceEnd, isSpace } from '../text/characters';
import type { TextLine } from '../text/lines';
import { isIdeograph } from '../text/tokens';

/*
 * Some texts set a space between Chinese and Latin words or figures throughout: a style, no damage. Extractors leave such
 * spaces at up to 98 % of the places too, on both sides, so that how many there are tells nothing alone. But what an
 * extractor leaves is broken at the width of a column, and a text that somebody typed has a paragraph a line.
 */

/** Shorter lines (titles, names, verse) tell nothing about how paragraphs are set. */
const LONG_LINE = 20;
/** In typed text nearly every paragraph's line ends a sentence, in wrapped text one line in seven does. */
const SHARE_OF_ENDS = 0.5;
/** So many places at least, to call it a style … */
const FEWEST_PLACES = 6;
/** … and so many of them with the space: one may be forgotten, or stand in a name. */
const SHARE_OF_SPACES = 0.9;

/** Whether a text of whole paragraphs sets Latin words and figures apart from Chinese as its style. */
export function setsFiguresApart(text: string, lines: readonly TextLine[]): boolean {
  const long = lines.filter(({ span }) => span.end - span.start >= LONG_LINE);
  const ended = long.filter(({ span }) => endsSentence(text, span.end));
  if (ended.length <= SHARE_OF_ENDS * long.length) return false;
  let spaced = 0;
  let places = 0;
  for (const { span } of long) {
    for (let i = span.start + 1; i + 1 < span.end; i++) {
      if (meet(text, i - 1, i)) places++;
      else if (text[i] === ' ' && meet(text, i - 1, i + 1)) {
        places++;
        spaced++;
      }
    }
  }
  return places >= FEWEST_PLACES && spaced >= SHARE_OF_SPACES * places;
}

/** Whether a line ends with the mark of a sentence's end, in a quotation or bracket or not. */
function endsSentence(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && (isSpace(text.charCodeAt(at)) || '”’）)'.includes(text[at]))) at--;
  return isSentenceEnd(text.charCodeAt(at));
}

function meet(text: string, left: number, right: number): boolean {
  const [before, after] = [text.charCodeAt(left), text.charCodeAt(right)];
  const western = (unit: number): boolean => isDigit(unit) || isLatin(unit);
  return (isIdeograph(before) && western(after)) || (western(before) && isIdeograph(after));
}
