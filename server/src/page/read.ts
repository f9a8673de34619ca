import type { Lexicon } from '../text/lexicon';
import { splitLines } from '../text/lines';
import { buildPage } from './build';
import type { Resources } from './document';
import { draft, judgeRoles } from './draft';
import { readMarkedPage } from './markedPage';
import { readMarks } from './marks';
import type { Folio, Page } from './model';
import { order } from './ordered';
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

/**
 * No newspaper page has so many lines (the fullest broadsheets have 700, twice that where an extractor pads them). Longer
 * texts are recognised in parts: stages that weigh each run against each other would take hours for a whole book.
 */
const MAX_LINES = 2000;

function recognise(text: string, lexicon: Lexicon, profile: Profile): Page {
  const lines = splitLines(text);
  const ocr = looksLikeOcr(text);
  const pages: Page[] = [];
  let stories = 0;
  for (let from = 0; from === 0 || from < lines.length; from += MAX_LINES) {
    const page = draft(text, lexicon, profile, lines.slice(from, from + MAX_LINES), ocr);
    const ordered = order(page, judgeRoles(page, weights.roles), weights);
    const traits = { ocr, padded: page.sheet.padded, profile: profile.id };
    pages.push(buildPage(ordered, assemble(ordered, weights), weights, traits, stories));
    stories += pages[pages.length - 1].stories.length;
  }
  return pages.length === 1 ? pages[0] : joined(text, pages);
}

function joined(text: string, pages: readonly Page[]): Page {
  const first = <K extends keyof Folio>(key: K): string | null =>
    pages.map(({ folio }) => folio[key]).find((value) => value !== null) ?? null;
  return {
    text,
    folio: { newspaper: first('newspaper'), date: first('date'), page: first('page') },
    pieces: pages.flatMap(({ pieces }) => pieces),
    stories: pages.flatMap(({ stories }) => stories),
    figures: pages.flatMap(({ figures }) => figures),
    orphans: pages.flatMap(({ orphans }) => orphans),
    furniture: pages.flatMap(({ furniture }) => furniture),
    traits: pages[0].traits,
  };
}
