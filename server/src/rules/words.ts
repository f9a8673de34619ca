import type { Lexicon } from '../text/lexicon';

/** The longest part of a word on either side of a join that is looked at. */
const REACH = 3;

/** Whether some word of the lexicon begins at the end of `before` and ends in the beginning of `after`. */
export function wordSpans(before: string, after: string, lexicon: Lexicon): boolean {
  const head = before.slice(-REACH);
  const text = head + after.slice(0, REACH);
  for (let start = 0; start < head.length; start++) {
    let spans = false;
    lexicon.eachWordAt(text, start, text.length, (end) => {
      spans ||= end > head.length;
    });
    if (spans) return true;
  }
  return false;
}
