import type { Page, Story } from '../page/model';
import { say } from '../text/message';
import type { Finding, Rule, RuleContext } from './rule';

export const unresolvedJump: Rule = {
  id: 'unresolved-jump',
  group: 'structure',
  severity: 'information',
  fixClass: 'R',
  summary: say('A jump line whose other half is not on the page it names'),
  *check(context) {
    const { page } = context.placed;
    for (const story of page.stories) {
      if (story.jump !== null) yield* lost(context, story, 'to', story.jump.page, story.jump.span);
      if (story.continuedFrom !== null)
        yield* lost(context, story, 'from', story.continuedFrom.page, story.continuedFrom.span);
    }
  },
};

type Direction = 'to' | 'from';

function* lost(
  context: RuleContext,
  story: Story,
  direction: Direction,
  target: string,
  span: Finding['span'],
): Iterable<Finding> {
  const others = pagesOf(context, target);
  if (others.length === 0) return;
  const own = context.placed.page;
  const ends = others.flatMap((page) => page.stories).filter((other) => meets(other, direction, own));
  const rivals = own.stories.filter((other) => samePage(pageNamed(other, direction), target));
  if (ends.length >= rivals.length || bestPartners(rivals, ends).has(story)) return;
  yield {
    rule: unresolvedJump.id,
    span,
    message:
      direction === 'to'
        ? say('Page {0} has no continuation of this story', target)
        : say('Page {0} has no story that goes on here', target),
    evidence: [say('Page {0} is there; {1} of its stories name this page in a jump line.', target, ends.length)],
    fixes: [],
  };
}

/** The other pages of the document with this number. */
function pagesOf({ document, placed }: RuleContext, number: string): Page[] {
  const others = document.pages.map(({ page }) => page).filter((page) => page !== placed.page);
  return others.filter((page) => samePage(page.folio.page, number) && sameDay(page, placed.page));
}

const sameDay = (a: Page, b: Page): boolean =>
  a.folio.date === null || b.folio.date === null || a.folio.date === b.folio.date;

const samePage = (a: string | null, b: string): boolean => a !== null && plain(a) === plain(b);
const plain = (page: string): string => page.toUpperCase().replace(/^0+/, '');

const pageNamed = (story: Story, direction: Direction): string | null =>
  (direction === 'to' ? story.jump : story.continuedFrom)?.page ?? null;

/** Whether the other story's jump line leads here; where this page does not know its number, any does. */
function meets(other: Story, direction: Direction, own: Page): boolean {
  const named = pageNamed(other, direction === 'to' ? 'from' : 'to');
  return named !== null && (own.folio.page === null || samePage(own.folio.page, named));
}

/** With fewer ends than stories that want one, those get them that share most with them. */
function bestPartners(stories: readonly Story[], ends: readonly Story[]): Set<Story> {
  const partners = new Set<Story>();
  const pairs = stories.flatMap((story) => ends.map((end) => ({ story, end, score: shared(story, end) })));
  const taken = new Set<Story>();
  for (const { story, end } of pairs.sort((a, b) => b.score - a.score)) {
    if (partners.has(story) || taken.has(end)) continue;
    partners.add(story);
    taken.add(end);
  }
  return partners;
}

/** How many different pairs of characters the titles and texts of two stories share, for the length of the shorter. */
function shared(a: Story, b: Story): number {
  const [left, right] = [bigramsOf(a), bigramsOf(b)];
  let count = 0;
  for (const bigram of left) if (right.has(bigram)) count++;
  return count / Math.max(1, Math.min(left.size, right.size));
}

function bigramsOf({ headline, paragraphs }: Story): Set<string> {
  const bigrams = new Set<string>();
  for (const text of [headline?.text ?? '', ...paragraphs.map((paragraph) => paragraph.text)]) {
    for (let i = 0; i + 1 < text.length; i++) bigrams.add(text.slice(i, i + 2));
  }
  return bigrams;
}
