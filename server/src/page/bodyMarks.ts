import { oneLine } from '../text/oneLine';
import { type Span, withoutSpans } from '../text/span';
import type { Element, Figure, Page, Paragraph, Story, Title } from './model';
import { readingPlaces, rowEnds } from './readingPlaces';

/*
 * What a person called body text is nothing else. The recogniser reads such lines with the others, so what it made of them
 * is taken back here: a title, a byline, a caption, a jump line.
 */

/** Whether a person called line n body text. */
type IsBody = (n: number) => boolean;

/**
 * The page as it was recognised, without the elements all of whose lines are called body. `textOf` gives a line's text.
 * A byline or jump line that ends a line of text stays: that line was body before. A title or caption that is called body in
 * part keeps its other lines; a byline in part is none.
 */
export function withoutMarkedBody(page: Page, isBody: IsBody, textOf: (n: number) => string): Page {
  const stays = ({ lines }: Element): boolean => !lines.every(isBody);
  return {
    ...page,
    stories: page.stories.map((story) => storyWithout(page, story, isBody, textOf)),
    figures: page.figures.flatMap((figure) => figureWithout(figure, isBody, textOf) ?? []),
    orphans: page.orphans.flatMap((title) => titleWithout(title, isBody, textOf) ?? []),
    furniture: page.furniture.filter(stays),
  };
}

function storyWithout(page: Page, story: Story, isBody: IsBody, textOf: (n: number) => string): Story {
  if (!story.lines.some(isBody)) return story;
  const inText = new Set(story.paragraphs.flatMap(({ lines }) => lines));
  const stays = ({ lines }: Element): boolean => !lines.some((n) => isBody(n) && !inText.has(n));
  const broken = [...story.bylines, story.jump, story.continuedFrom].filter(
    (element) => element !== null && !stays(element) && !element.lines.every(isBody),
  );
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
    figures: story.figures.flatMap((figure) => figureWithout(figure, isBody, textOf) ?? []),
    subheads: story.subheads.filter(({ lines }) => !lines.every(isBody)),
    jump: only(story.jump),
    continuedFrom: only(story.continuedFrom),
    paragraphs: withParagraphsOf(
      page,
      broken.flatMap((element) => element ?? []),
      story.paragraphs.map((paragraph) =>
        paragraph.subhead && paragraph.lines.every(isBody) ? { ...paragraph, subhead: false } : paragraph,
      ),
    ),
  };
}

/** The paragraphs with what stood apart of them and is one of them now, behind the one that it stood behind. */
function withParagraphsOf(page: Page, elements: readonly Element[], paragraphs: readonly Paragraph[]): Paragraph[] {
  if (elements.length === 0) return [...paragraphs];
  const held = page.stories.flatMap((story) => story.paragraphs.flatMap(({ pieces }) => pieces));
  const ends = rowEnds(paragraphs);
  const placeOf = readingPlaces(paragraphs);
  const behind = (element: Element): number => ends.findIndex((end) => placeOf(element.span.start) < end);
  const made = elements.map((element) => ({ at: behind(element), paragraph: paragraphOf(page, element, held) }));
  const at = (i: number): Paragraph[] => made.filter((one) => one.at === i).map(({ paragraph }) => paragraph);
  return [...at(-1), ...paragraphs.flatMap((paragraph, i) => [paragraph, ...at(i)])];
}

/** What of the element's lines no paragraph holds. */
function paragraphOf(page: Page, { span, lines }: Element, held: readonly Span[]): Paragraph {
  const pieces = page.pieces
    .filter((piece) => lines.includes(piece.line) && piece.span.start < span.end && span.start < piece.span.end)
    .flatMap((piece) =>
      withoutSpans({ start: Math.max(piece.span.start, span.start), end: Math.min(piece.span.end, span.end) }, held),
    );
  const text = oneLine(pieces.map(({ start, end }) => page.text.slice(start, end).trim()).join(''));
  return { text, pieces, lines: [...lines], subhead: false };
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

/** A figure without the lines of its caption that are called body, and without the credit in them; null where none is left. */
function figureWithout(figure: Figure, isBody: IsBody, textOf: (n: number) => string): Figure | null {
  const lines = figure.lines.filter((n) => !isBody(n));
  if (lines.length === figure.lines.length) return figure;
  const caption = oneLine(lines.map(textOf).join(''));
  const isHere = figure.credit?.names.every(({ name }) => caption.includes(name));
  return lines.length > 0 ? { ...figure, lines, caption, credit: isHere ? figure.credit : null } : null;
}

/** A title without the lines called body; null where none is left. */
function titleWithout(title: Title, isBody: IsBody, textOf: (n: number) => string): Title | null {
  const lines = title.lines.filter((n) => !isBody(n));
  if (lines.length === title.lines.length) return title;
  return lines.length > 0 ? { ...title, lines, text: lines.map(textOf).join('') } : null;
}
