import { hasText, readBodyLine } from '../page/bodyLine';
import { type LineRole, type Marks, readMarks, unescaped } from '../page/marks';
import type { Element, Figure, Page, Paragraph, Person, Story, Title } from '../page/model';
import { chooseProfile } from '../page/profiles/choose';
import type { Profile } from '../page/profiles/profile';
import { lineEndOf, splitLines, type TextLine } from '../text/lines';
import type { Span } from '../text/span';
import { ViewBuilder } from '../text/view';
import { escaped, escapedLine } from './escape';
import { frontMatterLines } from './frontMatter';
import { rest } from './rest';

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

/** One story as it stands in a marked-up page, closed by a `---`: for marking up a single story. Lines without line ends. */
export function storyLines(page: Page, story: number): string[] {
  return [...new PageWriter(page).story(page.stories[story]), '', '---'];
}

class PageWriter {
  private readonly source: readonly TextLine[];
  private readonly marks: Marks;
  private readonly profile: Profile;
  /** Lines of marked-up stretches. */
  private readonly marked: ReadonlySet<number>;

  constructor(private readonly page: Page) {
    this.source = splitLines(page.text);
    this.marks = readMarks(page.text, this.source);
    this.profile = chooseProfile(page.text);
    const marked = this.marks.stretches.filter(({ paragraphs }) => paragraphs);
    this.marked = new Set(marked.flatMap(({ first, end }) => this.source.slice(first, end).map(({ n }) => n)));
  }

  lines(): string[] {
    const { page, marks } = this;
    const lines = frontMatterLines(page.folio, marks.frontMatter, (n) => this.slice(this.source[n].span));
    page.stories.forEach((story, i) => {
      // A title block cuts by itself, and so does the front matter.
      if (i > 0 && titleOf(story) === null) lines.push('', '---');
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
      ...this.opening(story),
      ...this.flow(story),
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

  /** What stands on lines of its own between the title block and the text. */
  private opening(story: Story): string[][] {
    return this.apart(story)
      .filter((element) => opens(story, element))
      .map((element) => [this.ownLine(element, story)]);
  }

  /** The paragraphs, with what the paper prints behind the last one. */
  private flow(story: Story): string[][] {
    const paragraphs = story.paragraphs.filter(({ text }) => text.trim() !== '');
    const last = paragraphs.at(-1);
    const lines = paragraphs.map((paragraph) => this.paragraph(paragraph));
    const below: string[] = [];
    let behind = '';
    for (const element of this.apart(story)) {
      if (opens(story, element)) continue;
      const whole = last && !last.subhead ? this.closed(last, behind + this.textOf(element)) : null;
      if (whole === null) below.push(this.ownLine(element, story));
      else {
        behind += this.textOf(element);
        lines[lines.length - 1] = whole;
      }
    }
    return [...lines, ...below].map((line) => [line]);
  }

  /** The story's bylines, jumps and dateline that are no part of its paragraphs, in source order, each once. */
  private apart(story: Story): Element[] {
    const pieces = story.paragraphs.flatMap((paragraph) => paragraph.pieces);
    const elements: (Element | null)[] = [...story.bylines, story.dateline, story.continuedFrom, story.jump];
    const seen = new Set<number>();
    return elements
      .flatMap((element) => element ?? [])
      .filter(({ span }) => !pieces.some((piece) => piece.start < span.end && span.start < piece.end))
      .filter(({ span }) => !seen.has(span.start) && seen.add(span.start))
      .sort((a, b) => a.span.start - b.span.start);
  }

  private paragraph({ text, subhead }: Paragraph): string {
    const line = oneLine(text);
    if (subhead) return `## ${escaped(line)}`;
    return this.readsAsText(line) ? escapedLine(line) : withRole(escapedLine(line), 'body');
  }

  /** Whether a reader takes all of a line for a paragraph. */
  private readsAsText(line: string): boolean {
    const { paragraph } = this.read(line);
    return paragraph.start === 0 && paragraph.end === line.length;
  }

  /** The paragraph with bylines or a jump behind it, as the paper has it; null where a reader would not tell them apart. */
  private closed({ text }: Paragraph, behind: string): string | null {
    const line = oneLine(text);
    const { paragraph } = this.read(line + behind);
    return paragraph.start === 0 && paragraph.end === line.length ? escapedLine(line + behind) : null;
  }

  /** A byline or jump on a line of its own. Names that no form finds there are said to be a byline. */
  private ownLine(element: Element, story: Story): string {
    const text = this.textOf(element);
    const bylines = story.bylines.filter(({ span }) => span.start === element.span.start);
    const read = this.read(text);
    if (bylines.length === 0) return escapedLine(text);
    const wanted = bylines.map(namesOf).join();
    const found = read.forms.flatMap((form) => (form.kind === 'byline' ? form.parts : []));
    if (!hasText(read) && found.map(namesOf).join() === wanted) return escapedLine(text);
    // Columns run into one another there: what the byline says stands for its text.
    return withRole(escapedLine(bylines.map(namesOf).join(' ')), 'byline');
  }

  private read(line: string) {
    return readBodyLine(0, new ViewBuilder().copy(line, 0, line.length).build(), this.profile);
  }

  /** What of the page's text is the element: on its lines, within its span. */
  private textOf({ span, lines }: Element): string {
    const parts = lines.map((n) => {
      const line = this.source[n].span;
      const own = { start: Math.max(line.start, span.start), end: Math.min(line.end, span.end) };
      return this.textAt(n, own).trim();
    });
    return oneLine(parts.join(''));
  }

  /** What stands at a span of line n: where lines are marked up, escapes are undone. */
  private textAt(n: number, span: Span): string {
    const marked = this.marks.byLine.has(n) || this.marked.has(n);
    return marked ? unescaped(this.page.text, span) : this.slice(span);
  }

  private figure({ caption, lines }: Figure): string {
    const mark = this.marks.byLine.get(lines[0]);
    const image = mark?.kind === 'figure' ? this.slice(mark.image) : '';
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
      ...rest(page).map((piece) => roleLine(this.textAt(piece.line, piece.span), 'noise')),
    ];
  }

  private slice({ start, end }: Span): string {
    return this.page.text.slice(start, end);
  }
}

/** A title block needs a headline to stand at; a kicker or deck alone becomes it. */
const titleOf = ({ headline, kicker, deck }: Story): Title | null =>
  [headline, kicker, deck].find((title) => title && title.text.trim() !== '') ?? null;

/** A role with its names, as a byline's line has them. */
const namesOf = ({ role, names }: { role: string | null; names: readonly Person[] }): string =>
  [role ?? '', ...names.map(({ name }) => name)].join(' ').trim();

const withRole = (line: string, role: LineRole): string => `${line} <!-- ${role} -->`;

/** Runs of white space, line ends among them, as one space. */
const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Whether an element stands above the text: before the first paragraph in the source, but for a jump line, which ends the text. */
function opens({ paragraphs, jump }: Story, element: Element): boolean {
  const first = paragraphs.find(({ text }) => text.trim() !== '')?.pieces.at(0)?.start ?? Number.POSITIVE_INFINITY;
  return element !== jump && element.span.start < first;
}
