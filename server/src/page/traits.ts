import { isHan } from '../text/characters';
import { UnitSet } from '../text/unitSet';

/*
 * What a page as a whole shows of its origin.
 */

const HALF_WIDTH = new UnitSet('():;?!');
const FULL_WIDTH = new UnitSet('（）：；？！');

/** A page of Latin names or times may have some; OCR pages had 11 to 40, the text layers of 39 pages never more than the full-width ones. */
const MIN_HALF_WIDTH = 5;

const HALF_WIDTH_QUOTES = new UnitSet('"\'`');
const FULL_WIDTH_QUOTES = new UnitSet('“”‘’「」『』');
const PIPE = 0x7c;
/** A closing one without an opening one on its line is what OCR made of 1 or of dirt; the brackets of Markdown come in pairs. */
const OPENERS = new UnitSet('[{<');
const CLOSERS = new UnitSet(']}>');

/** So many strays tell of OCR. Fixes leave 17 of 18 OCR pages at least one; 337 text layers had none. */
const STRAYS = 1;
/** A bar may part two words of a title (文化|副刊): two of them count as one stray. */
const PIPE_STRAY = 0.5;

/**
 * Whether the text came from OCR. Engines print half-width ( ) : ; ? ! where a Chinese text layer has full-width ones;
 * where that was repaired, signs remain that no typesetter puts beside a Han character.
 */
export function looksLikeOcr(text: string): boolean {
  let half = 0;
  let full = 0;
  let quotes = 0;
  let strayQuotes = 0;
  let strays = 0;
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit)) continue;
    if (unit === LF || unit === CR) open = 0;
    else if (HALF_WIDTH.has(unit)) half++;
    else if (FULL_WIDTH.has(unit)) full++;
    else if (FULL_WIDTH_QUOTES.has(unit)) quotes++;
    else if (HALF_WIDTH_QUOTES.has(unit)) strayQuotes += touchesHan(text, i) ? 1 : 0;
    else if (unit === PIPE) strays += touchesHan(text, i) ? PIPE_STRAY : 0;
    else if (OPENERS.has(unit)) open++;
    else if (CLOSERS.has(unit)) {
      if (open > 0) open--;
      else if (touchesHan(text, i)) strays++;
    }
  }
  // A page whose quotation marks are half-width throughout was typed so.
  if (quotes > strayQuotes) strays += strayQuotes;
  return (half > MIN_HALF_WIDTH && half > full) || strays >= STRAYS;
}

const LF = 10;
const CR = 13;

const touchesHan = (text: string, i: number): boolean => isHan(text.charCodeAt(i - 1)) || isHan(text.charCodeAt(i + 1));
