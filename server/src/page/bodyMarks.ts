import { oneLine } from '../text/oneLine';
import { type Span, withoutSpans } from '../text/span';
import { View } from '../text/view';
import { creditOf } from './markedLines';
import type { Element, Figure, Page, Paragraph, Person, Role, Story, Title } from './model';
import type { Profile } from './profiles/profile';
import { readingPlaces, rowEnds } from './readingPlaces';

/*
 * What a person called body text is nothing else. The recogniser reads such lines with the others, so what it made of them
 * is taken back here: a title, a byline, a caption, a jump line.
 */

/** The lines that a person called body text. */
export interface BodyLines {
  readonly has: (n: number) => boolean;
  /** What of a line has one of the roles; beside a vertical headline stand rows of the text. */
  readonly textOf: (n: number, roles: readonly Role[]) => string;
  readonly profile: Profile;
}

/**
 * The page as it was recognised, without the elements all of whose lines are called body.
 * A byline or jump line that ends a line of text stays: that line was body before. A title or caption that is called body in
 * part keeps its other lines; a byline in part is none.
 */
export function withoutMarkedBody(page: Page, body: BodyLines): Page {
  const stays = ({ lines }: Element): boolean => !lines.every(body.has);
  return {
    ...page,
    stories: page.stories.map((story) => storyWithout(page, story, body)),
    figures: page.figures.flatMap((figure) => figureWithout(figure, body) ?? []),
    orphans: page.orphans.flatMap((title) => titleWithout(title, body) ?? []),
    furniture: page.furniture.filter(stays),
  };
}

function storyWithout(page: Page, story: Story, body: BodyLines): Story {
  if (!story.lines.some(body.has)) return story;
  const inText = new Set(story.paragraphs.flatMap(({ lines }) => lines));
  const stays = ({ lines }: Element): boolean => !lines.some((n) => body.has(n) && !inText.has(n));
  const broken = [...story.bylines, story.jump, story.continuedFrom].filter(
    (element) => element !== null && !stays(element) && !element.lines.every(body.has),
  );
  const only = <T extends Element>(element: T | null): T | null => (element && stays(element) ? element : null);
  const [kicker, headline, deck] = [story.kicker, story.headline, story.deck].map(
    (title) => title && titleWithout(title, body),
  );
  return {
    ...story,
    ...titlesOf(kicker, headline, deck),
    headlineLines: story.headlineLines.filter((n) => !body.has(n)),
    link: headline || kicker || deck ? story.link : null,
    bylines: story.bylines.filter(stays),
    figures: story.figures.flatMap((figure) => figureWithout(figure, body) ?? []),
    subheads: story.subheads.filter(({ lines }) => !lines.every(body.has)),
    jump: only(story.jump),
    continuedFrom: only(story.continuedFrom),
    paragraphs: withParagraphsOf(
      page,
      broken.flatMap((element) => element ?? []),
      story.paragraphs.map((paragraph) =>
        paragraph.subhead && paragraph.lines.every(body.has) ? { ...paragraph, subhead: false } : paragraph,
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

/** A figure without the lines of its caption that are called body, and with the credit that is left; null where none is left. */
function figureWithout(figure: Figure, body: BodyLines): Figure | null {
  const lines = figure.lines.filter((n) => !body.has(n));
  if (lines.length === figure.lines.length) return figure;
  const caption = oneLine(lines.map((n) => body.textOf(n, ['caption'])).join(''));
  if (lines.length === 0) return null;
  const credit = creditOf({ n: lines[0], view: View.of(caption, 0, caption.length) }, body.profile);
  // The names stand where they were read first: the view is of the caption alone.
  const placed = ({ name }: Person): Person =>
    figure.credit?.names.find((known) => known.name === name) ?? { name, span: figure.span };
  return { ...figure, lines, caption, credit: credit && { ...credit, names: credit.names.map(placed) } };
}

const TITLE: readonly Role[] = ['headline', 'kicker', 'deck'];

/** A title without the lines called body; null where none is left. */
function titleWithout(title: Title, body: BodyLines): Title | null {
  const lines = title.lines.filter((n) => !body.has(n));
  if (lines.length === title.lines.length) return title;
  return lines.length > 0 ? { ...title, lines, text: oneLine(lines.map((n) => body.textOf(n, TITLE)).join('')) } : null;
}
