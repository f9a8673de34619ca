import type { NewspaperDocument, PlacedPage } from '../../../server/src/page/document';
import type { Page, Traits } from '../../../server/src/page/model';
import type { Finding, Rule } from '../../../server/src/rules/rule';
import { defaultStyle } from '../../../server/src/rules/settings';
import { testResources } from '../resources';

/** A page nobody read: what the rules see that look at characters and lines alone. */
export function barePage(text: string, traits: Partial<Traits> = {}): Page {
  return {
    text,
    folio: { newspaper: null, date: null, page: null },
    pieces: [],
    stories: [],
    figures: [],
    orphans: [],
    furniture: [],
    traits: { ocr: false, padded: false, profile: 'zh-Hans', ...traits },
  };
}

/** What a rule finds on a bare page. */
export function findingsOnBare(rule: Rule, text: string, traits: Partial<Traits> = {}): Finding[] {
  const placed: PlacedPage = { start: 0, firstLine: 0, page: barePage(text, traits) };
  const document: NewspaperDocument = { text, pages: [placed] };
  return [...rule.check({ document, placed, resources: testResources(), style: defaultStyle, learntPairs: [] })];
}
