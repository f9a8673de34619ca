import type { Lexicon } from '../text/lexicon';
import { splitLines } from '../text/lines';
import { buildPage } from './build';
import type { Resources } from './document';
import { readMarkedPage } from './markedPage';
import { readMarks } from './marks';
import type { Page } from './model';
import { draft, judgeRoles, order } from './pipeline';
import { chooseProfile } from './profiles/choose';
import type { Profile } from './profiles/profile';
import { assemble } from './stories';
import { looksLikeOcr } from './traits';
import { weights } from './weights.generated';

/**
 * Reads one page: rows → forms and roles → reading order → runs → stories → titles linked → the model. Never throws; a
 * text in which nothing is recognised is one story without a title, or none.
 */
export function readPage(text: string, { lexicon }: Resources): Page {
  const profile = chooseProfile(text);
  const marks = readMarks(text, splitLines(text));
  const recognised = (raw: string): Page => recognise(raw, lexicon, profile);
  return marks.byLine.size > 0 ? readMarkedPage(text, marks, profile, recognised) : recognised(text);
}

function recognise(text: string, lexicon: Lexicon, profile: Profile): Page {
  const page = draft(text, lexicon, profile);
  const ordered = order(page, judgeRoles(page, weights.roles), weights);
  const traits = { ocr: looksLikeOcr(text), padded: page.sheet.padded, profile: profile.id };
  return buildPage(ordered, assemble(ordered, weights), weights, traits);
}
