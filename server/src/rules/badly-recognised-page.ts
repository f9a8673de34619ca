import { say } from '../text/message';
import { cutWords, isBadlyRecognised, shareAlone } from './character/cut';
import { hanText } from './character/han-text';
import { finding } from './report';
import type { Rule } from './rule';

/** An OCR page in which so few characters make words that it should be recognised again, from a better scan. */
export const badlyRecognisedPage: Rule = {
  id: 'badly-recognised-page',
  group: 'character',
  severity: 'warning',
  fixClass: 'R',
  summary: say('A page that OCR recognised badly'),
  *check({ placed: { page }, resources: { lexicon } }) {
    if (!page.traits.ocr) return;
    const cut = cutWords(hanText(page).text, lexicon);
    if (!isBadlyRecognised(cut)) return;
    const line = page.pieces.find(({ role }) => role !== 'blank');
    const percent = Math.round(shareAlone(cut) * 100);
    yield finding(
      'badly-recognised-page',
      line?.span ?? { start: 0, end: 0 },
      say('This page was recognised badly: recognise it again, from a better scan'),
      [],
      [say('{0} % of its characters are in no word; on a good page fewer than 25 % are', percent)],
    );
  },
};
