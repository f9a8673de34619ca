import type { LineRole } from '../page/marks';
import type { Figure, Page, Story, Title } from '../page/model';
import { lineEndOf, splitLines } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { escaped, escapedLine } from './escape';
import { frontMatterLines } from './frontMatter';
import { PageSource } from './pageSource';
import { rest } from './rest';
import { StoryWriter } from './storyText';

/*
 * A page restored: its stories in reading order, a paragraph a line, with the marks that make every later reading find
 * the same stories. What belongs to no story stands in a section of its own at the end, and nothing is dropped.
 */

/** The page's text marked up, with the line ends it has. A page without text stays as it is. */
export function markUpPage(page: Page): string {
  if (page.text.trim() === '') return page.text;
  const eol = lineEndOf(splitLines(page.text));
  return `${new PageWriter(page).lines().join(eol)}${eol}`;
}

/**
 * One story as it stands in a marked-up page, closed by a `---`, and opened by one where no title block does: for marking up
 * a single story. Lines without line ends.
 */
export function storyLines(page: Page, story: number): string[] {
  const opening = hasTitle(page.stories[story]) ? [] : ['---', ''];
  return [...opening, ...new PageWriter(page).story(page.stories[story]), '', '---'];
}

/** Whether a story is marked by a title block, which cuts by itself. */
export const hasTitle = (story: Story): boolean => titleOf(story) !== null;

class PageWriter {
  private readonly text: StoryWriter;
  private readonly source: PageSource;

  constructor(private readonly page: Page) {
    this.source = new PageSource(page);
    this.text = new StoryWriter(this.source);
  }

  lines(): string[] {
    const { page } = this;
    const { marks } = this.source;
    const lines = frontMatterLines(page.folio, marks.frontMatter, (n) => this.source.slice(this.source.lines[n].span));
    page.stories.forEach((story, i) => {
      // A title block cuts by itself, and so does the front matter.
      if (i > 0 && !hasTitle(story)) lines.push('', '---');
      lines.push('', ...this.story(story));
    });
    const others = this.others();
    if (others.length > 0 && page.stories.length > 0) lines.push('', '---');
    for (const line of others) lines.push('', line);
    return lines;
  }

  story(story: Story): string[] {
    const blocks = [
      this.titleBlock(story),
      ...this.text.lines(story).map((line) => [line]),
      ...story.figures.map((figure) => [this.figure(figure)]),
    ];
    return blocks.filter((block) => block.length > 0).flatMap((block, i) => (i === 0 ? block : ['', ...block]));
  }

  /** Kicker, headline and deck, each right above the next. */
  private titleBlock(story: Story): string[] {
    const headline = titleOf(story);
    if (headline === null) return [];
    const emphasised = (title: Title | null): string[] =>
      title && title !== headline && title.text !== '' ? [`*${escaped(oneLine(title.text))}*`] : [];
    return [...emphasised(story.kicker), `# ${escaped(oneLine(headline.text))}`, ...emphasised(story.deck)];
  }

  private figure({ caption, lines }: Figure): string {
    const mark = this.source.marks.byLine.get(lines[0]);
    const image = mark?.kind === 'figure' ? this.source.slice(mark.image) : '';
    return `![${escaped(oneLine(caption))}](${image})`;
  }

  /** The section at the end: furniture, titles and captions of no story, and whatever no element has. */
  private others(): string[] {
    const { page } = this;
    const roleLine = (text: string, role: LineRole): string => withRole(escapedLine(oneLine(text)), role);
    return [
      ...page.furniture.map(({ text, kind }) => roleLine(text, kind)),
      ...page.orphans.map(({ text }) => roleLine(text, 'title')),
      ...page.figures.map((figure) => this.figure(figure)),
      ...rest(page).map((piece) => roleLine(this.source.textAt(piece.line, piece.span), 'noise')),
    ];
  }
}

/** A title block needs a headline to stand at; a kicker or deck alone becomes it. */
const titleOf = ({ headline, kicker, deck }: Story): Title | null =>
  [headline, kicker, deck].find((title) => title && title.text.trim() !== '') ?? null;

const withRole = (line: string, role: LineRole): string => `${line} <!-- ${role} -->`;
