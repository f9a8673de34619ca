/*
 * What a page as a whole shows of its origin.
 */

const HALF_WIDTH = new Set([...'():;?!'].map((mark) => mark.charCodeAt(0)));
const FULL_WIDTH = new Set([...'（）：；？！'].map((mark) => mark.charCodeAt(0)));

/** A page of Latin names or times may have some; OCR pages had 11 to 40, the text layers of 39 pages never more than the full-width ones. */
const MIN_HALF_WIDTH = 5;

/** Whether the text came from OCR: engines print half-width ( ) : ; ? ! where a Chinese text layer has full-width ones. */
export function looksLikeOcr(text: string): boolean {
  let half = 0;
  let full = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (HALF_WIDTH.has(unit)) half++;
    else if (FULL_WIDTH.has(unit)) full++;
  }
  return half > MIN_HALF_WIDTH && half > full;
}
