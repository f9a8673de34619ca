import { homes, withAsides } from './asides';
import { firstStories } from './firstStories';
import { adoptFragments } from './fragments';
import { gatherTitles, type Texts } from './gathering';
import { inReadingOrder } from './inReadingOrder';
import type { Ordered } from './ordered';
import { regroup } from './regroup';
import { settle } from './settle';
import { type Assembly, linkTitles } from './titleLinks';
import { makeBlock, type TitleBlock } from './titles';
import type { Weights } from './weights';

/** Puts the page's stories together: first by the text alone, then with what the titles say of them; bylines that stand apart, and the order of each story's columns, last. */
export function assemble(page: Ordered, weights: Weights): Assembly {
  const { bodies, blocks, links, asides } = assembleTexts(page, weights);
  const signed = withAsides(homes(page, bodies, blocks, links), asides, weights.aside);
  const linked = new Set(links.map(({ block }) => block));
  return {
    bodies: signed.map((body) => ({ ...body, rows: inReadingOrder(page, body) })),
    blocks: blocks.map((block, n) => withoutHeads(page, block, linked.has(n))),
    links,
  };
}

/**
 * A title without the head of the column (短评) that stands above or below it. Heads part texts as titles do, so they are told
 * from them last of all; where a story has no other title, the head is what it is called.
 */
export function withoutHeads(page: Ordered, block: TitleBlock, linked: boolean): TitleBlock {
  const lines = block.lines.filter(({ rows }) => !rows.every((i) => page.heads.has(i)));
  if (lines.length === block.lines.length || (lines.length === 0 && linked)) return block;
  return lines.length > 0
    ? { ...makeBlock(page, lines, page.title, block.seams), rows: block.rows }
    : { ...block, lines, rows: [] };
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
