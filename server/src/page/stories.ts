import { homes, withAsides } from './asides';
import { firstStories } from './firstStories';
import { adoptFragments } from './fragments';
import { gatherTitles } from './gathering';
import type { Body } from './links';
import type { Ordered } from './pipeline';
import { regroup } from './regroup';
import { settle } from './settle';
import { type Link, linkTitles } from './titleLinks';
import type { TitleBlock } from './titles';
import type { Weights } from './weights';

export interface Assembly {
  readonly bodies: readonly Body[];
  readonly blocks: readonly TitleBlock[];
  readonly links: readonly Link[];
}

/** Puts the page's stories together: first by the text alone, then with what the titles say of them; bylines that stand apart last. */
export function assemble(page: Ordered, weights: Weights): Assembly {
  const { bodies, blocks, links, asides } = assembleTexts(page, weights);
  return { bodies: withAsides(homes(page, bodies, blocks, links), asides, weights.aside), blocks, links };
}

/** The stories, and the bylines that are not given to any of them yet. */
export interface Texts extends Assembly {
  readonly asides: readonly (readonly number[])[];
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
