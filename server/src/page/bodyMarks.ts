import type { Element, Page, Story, Title } from './model';

/*
 * What a person called body text is nothing else. The recogniser reads such lines with the others, so what it made of them
 * is taken back here: a title, a byline, a caption, a jump line.
 */

/** Whether a person called line n body text. */
type IsBody = (n: number) => boolean;

/**
 * The page as it was recognised, without the elements all of whose lines are called body. `textOf` gives a line's text.
 * A byline or jump line that ends a line of text stays: that line was body before. So does one that is called body in part.
 */
export function withoutMarkedBody(page: Page, isBody: IsBody, textOf: (n: number) => string): Page {
  const stays = ({ lines }: Element): boolean => !lines.every(isBody);
  return {
    ...page,
    stories: page.stories.map((story) => storyWithout(story, isBody, textOf)),
    figures: page.figures.filter(stays),
    orphans: page.orphans.flatMap((title) => titleWithout(title, isBody, textOf) ?? []),
    furniture: page.furniture.filter(stays),
  };
}

function storyWithout(story: Story, isBody: IsBody, textOf: (n: number) => string): Story {
  if (!story.lines.some(isBody)) return story;
  const inText = new Set(story.paragraphs.flatMap(({ lines }) => lines));
  const stays = ({ lines }: Element): boolean => !lines.every((n) => isBody(n) && !inText.has(n));
  const only = <T extends Element>(element: T | null): T | null => (element && stays(element) ? element : null);
  const [kicker, headline, deck] = [story.kicker, story.headline, story.deck].map(
    (title) => title && titleWithout(title, isBody, textOf),
  );
  return {
    ...story,
    ...titlesOf(kicker, headline, deck),
    headlineLines: story.headlineLines.filter((n) => !isBody(n)),
    link: headline || kicker || deck ? story.link : null,
    bylines: story.bylines.filter(stays),
    figures: story.figures.filter(stays),
    subheads: story.subheads.filter(({ lines }) => !lines.every(isBody)),
    jump: only(story.jump),
    continuedFrom: only(story.continuedFrom),
    paragraphs: story.paragraphs.map((paragraph) =>
      paragraph.subhead && paragraph.lines.every(isBody) ? { ...paragraph, subhead: false } : paragraph,
    ),
  };
}

/** A story has no kicker or deck without a headline: what is left of the block is one. */
function titlesOf(
  kicker: Title | null,
  headline: Title | null,
  deck: Title | null,
): Pick<Story, 'kicker' | 'headline' | 'deck'> {
  if (headline) return { kicker, headline, deck };
  return kicker ? { kicker: null, headline: kicker, deck } : { kicker: null, headline: deck, deck: null };
}

/** A title without the lines called body; null where none is left. */
function titleWithout(title: Title, isBody: IsBody, textOf: (n: number) => string): Title | null {
  const lines = title.lines.filter((n) => !isBody(n));
  if (lines.length === title.lines.length) return title;
  return lines.length > 0 ? { ...title, lines, text: lines.map(textOf).join('') } : null;
}
