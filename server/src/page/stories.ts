import { homes, withAsides } from './asides';
import { firstStories } from './firstStories';
import { adoptFragments } from './fragments';
import { gatherTitles, type Texts } from './gathering';
import { inReadingOrder } from './inReadingOrder';
import type { Ordered } from './ordered';
import { regroup } from './regroup';
import { settle } from './settle';
import { type Assembly, linkTitles } from './titleLinks';
import type { Weights } from './weights';

/** Puts the page's stories together: first by the text alone, then with what the titles say of them; bylines that stand apart, and the order of each story's columns, last. */
export function assemble(page: Ordered, weights: Weights): Assembly {
  const { bodies, blocks, links, asides } = assembleTexts(page, weights);
  const signed = withAsides(homes(page, bodies, blocks, links), asides, weights.aside);
  return { bodies: signed.map((body) => ({ ...body, rows: inReadingOrder(page, body) })), blocks, links };
}

export function assembleTexts(page: Ordered, weights: Weights): Texts {
  const { texts, blocks, asides } = firstStories(page, weights);
  const settled = settle(page, weights, blocks, texts);
  const joined = adoptFragments(page, weights, settled, linkTitles(page, blocks, settled, weights, 'draft'));
  const grouped = regroup(page, weights, blocks, joined);
  return gatherTitles(
    page,
    weights,
    { bodies: joined, blocks: grouped, links: linkTitles(page, grouped, joined, weights, 'good') },
    asides,
  );
}
