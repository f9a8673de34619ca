import { type BodyLine, hasText, readBodyLine } from '../page/bodyLine';
import { type FormWord, type LineRole, type Marks, readMarks, unescaped } from '../page/marks';
import type { Byline, Element, Figure, Page, Paragraph, Role, Story, Title } from '../page/model';
import { chooseProfile } from '../page/profiles/choose';
import type { Profile } from '../page/profiles/profile';
import { readingPlaces, rowEnds } from '../page/readingPlaces';
import { indexAt, lineEndOf, splitLines, type TextLine } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { type Span, withoutSpans } from '../text/span';
import { ViewBuilder } from '../text/view';
import { escaped, escapedLine } from './escape';
import { bylineKey, formWords } from './formWords';
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

/** Roles of pieces in which a byline or jump line may stand. */
const MAY_STAND_APART: ReadonlySet<Role> = new Set(['body', 'byline', 'jump']);

class PageWriter {
  private readonly source: readonly TextLine[];
  private readonly marks: Marks;
  private readonly profile: Profile;
  /** Lines of marked-up stretches. */
  private readonly marked: ReadonlySet<number>;

  /** By line, what of it paragraphs, titles, captions and furniture hold. */
  private readonly held = new Map<number, Span[]>();

  constructor(private readonly page: Page) {
    this.source = splitLines(page.text);
    const pieces = page.stories.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.pieces));
    const others = page.pieces.filter(({ role }) => !MAY_STAND_APART.has(role)).map(({ span }) => span);
    for (const span of [...pieces, ...others]) {
      const n = indexAt(this.source, span.start);
      this.held.set(n, [...(this.held.get(n) ?? []), span]);
    }
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
      ...this.text(story).map((line) => [line]),
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

  /** The lines below the title block, which together tell of the story what the page told. */
  private text(story: Story): string[] {
    const lines = [...this.opening(story), ...this.flow(story)];
    const texts = lines.filter(({ role }) => role !== 'subhead');
    const told = texts.flatMap(({ bylines }) => bylines ?? []);
    const words = formWords(
      story,
      story.bylines.filter((byline) => !told.includes(byline)),
      texts.map(({ text, role }) => this.read(text, role)),
    );
    const wordsOf = new Map(texts.map((line, i) => [line, words[i]]));
    return lines.map((line) => written(line, wordsOf.get(line) ?? []));
  }

  /** What stands on lines of its own between the title block and the text. */
  private opening(story: Story): StoryLine[] {
    return this.apart(story)
      .filter((element) => opens(story, element))
      .map((element) => this.ownLine(element, story));
  }

  /** The paragraphs, each with what the paper prints behind it. */
  private flow(story: Story): StoryLine[] {
    const paragraphs = story.paragraphs.filter(({ text }) => text.trim() !== '');
    const placeOf = readingPlaces(paragraphs);
    const behind = paragraphs.map((): Element[] => []);
    const below: Element[] = [];
    const ends = rowEnds(paragraphs);
    for (const element of this.apart(story)) {
      if (opens(story, element)) continue;
      const own = element === story.jump ? -1 : ends.findIndex((end) => placeOf(element.span.start) < end);
      (behind.at(own) ?? below).push(element);
    }
    return [
      ...paragraphs.flatMap((paragraph, i) => this.withEnd(paragraph, behind[i], story)),
      ...below.map((element) => this.ownLine(element, story)),
    ];
  }

  /** A paragraph and what stands behind it: on its line, as the paper has it, where a reader would tell them apart. */
  private withEnd(paragraph: Paragraph, elements: readonly Element[], story: Story): StoryLine[] {
    const lines = [this.paragraph(paragraph)];
    let behind = '';
    for (const element of elements) {
      const alone = paragraph.subhead || this.saidByline(element) !== null;
      const whole = alone ? null : this.closed(paragraph, behind + this.textOf(element));
      if (whole === null) lines.push(this.ownLine(element, story));
      else {
        behind += this.textOf(element);
        lines[0] = whole;
      }
    }
    return lines;
  }

  /** The story's bylines, jumps and dateline that are no part of its paragraphs, in source order, each once. */
  private apart(story: Story): Element[] {
    const pieces = story.paragraphs.flatMap((paragraph) => paragraph.pieces);
    const elements: (Element | null)[] = [...story.bylines, story.dateline, story.continuedFrom, story.jump];
    const seen = new Set<number>();
    // All bylines of a line that is said to be one are written with it.
    const keyOf = (element: Element): number =>
      this.saidByline(element) === null ? element.span.start : this.source[element.lines[0]].span.start;
    return elements
      .flatMap((element) => element ?? [])
      .filter(({ span: { start } }) => !pieces.some((piece) => piece.start <= start && start < piece.end))
      .filter((element) => !seen.has(keyOf(element)) && seen.add(keyOf(element)))
      .sort((a, b) => a.span.start - b.span.start);
  }

  private paragraph({ text, subhead }: Paragraph): StoryLine {
    const line = oneLine(text);
    if (subhead) return { text: line, role: 'subhead' };
    return { text: line, role: this.readsAsText(line) ? null : 'body' };
  }

  /** Whether a reader takes all of a line for a paragraph. */
  private readsAsText(line: string): boolean {
    const { paragraph } = this.read(line);
    return paragraph.start === 0 && paragraph.end === line.length;
  }

  /** The paragraph with bylines or a jump behind it, as the paper has it; null where a reader would not tell them apart. */
  private closed({ text }: Paragraph, behind: string): StoryLine | null {
    const line = oneLine(text);
    const { paragraph } = this.read(line + behind);
    return paragraph.start === 0 && paragraph.end === line.length ? { text: line + behind, role: null } : null;
  }

  /** A byline or jump on a line of its own. Names that no form finds there are said to be a byline. */
  private ownLine(element: Element, story: Story): StoryLine {
    const said = this.saidByline(element);
    if (said !== null) {
      const bylines = story.bylines.filter(({ lines }) => lines[0] === element.lines[0]);
      return { text: said, role: 'byline', bylines };
    }
    const text = this.textOf(element);
    const bylines = story.bylines.filter(({ span }) => span.start === element.span.start);
    const read = this.read(text);
    if (bylines.length === 0) return { text, role: null };
    const wanted = bylines.map(bylineKey).join();
    const found = read.forms.flatMap((form) => (form.kind === 'byline' ? form.parts : []));
    if (!hasText(read) && found.map(bylineKey).join() === wanted) return { text, role: null };
    // Columns run into one another there: what the byline says stands for its text.
    return { text: bylines.map(bylineKey).join(' '), role: 'byline', bylines };
  }

  /** All that the line of an element says, where a person called it a byline; null where no one did. */
  private saidByline({ lines }: Element): string | null {
    const mark = this.marks.byLine.get(lines[0]);
    return mark?.kind === 'role' && mark.role === 'byline' ? oneLine(unescaped(this.page.text, mark.text)) : null;
  }

  private read(line: string, role: StoryLine['role'] = null): BodyLine {
    const view = new ViewBuilder().copy(line, 0, line.length).build();
    return readBodyLine(0, view, this.profile, { whole: role === 'body', forms: role === 'byline' ? [] : null });
  }

  /** What of the page's text is the element: on its lines, within its span, and in no other column's text between. */
  private textOf({ span, lines }: Element): string {
    const parts = lines.map((n) => {
      const line = this.source[n].span;
      const own = { start: Math.max(line.start, span.start), end: Math.min(line.end, span.end) };
      return withoutSpans(own, this.held.get(n) ?? []).map((part) => this.textAt(n, part).trim());
    });
    return oneLine(parts.flat().join(''));
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

/** A line of a story below its title block. */
interface StoryLine {
  readonly text: string;
  /** null where the line is read as it stands. */
  readonly role: 'subhead' | 'body' | 'byline' | null;
  /** Those that the role tells. */
  readonly bylines?: readonly Byline[];
}

function written({ text, role }: StoryLine, words: readonly FormWord[]): string {
  if (role === 'subhead') return `## ${escaped(text)}`;
  return [escapedLine(text), ...(role ? [role] : []), ...words].reduce((line, word) => `${line} <!-- ${word} -->`);
}

const withRole = (line: string, role: LineRole): string => `${line} <!-- ${role} -->`;

/** Whether an element stands above the text: before the first paragraph in the source, but for a jump line, which ends the text. */
function opens({ paragraphs, jump }: Story, element: Element): boolean {
  const first = paragraphs.find(({ text }) => text.trim() !== '')?.pieces.at(0)?.start ?? Number.POSITIVE_INFINITY;
  return element !== jump && element.span.start < first;
}
