import { type BodyLine, hasText, readBodyLine } from '../page/bodyLine';
import type { Element, Paragraph, Story } from '../page/model';
import { readingPlaces, rowEnds, sortAsRead } from '../page/readingPlaces';
import { oneLine } from '../text/oneLine';
import { contains } from '../text/span';
import { ViewBuilder } from '../text/view';
import { escaped, escapedLine } from './escape';
import { formComments } from './formValues';
import { bylineKey, isOf, isStoryForm, tellsTheSame } from './formWords';
import type { PageSource } from './pageSource';

/*
 * The lines of a story below its title block: paragraphs, and what stands apart of them, behind them or on lines of its own.
 */

/** A line of a story below its title block. */
interface StoryLine {
  readonly text: string;
  /** null where the line is read as it stands. */
  readonly role: 'subhead' | 'body' | 'byline' | null;
  /** What of the story stands in it. */
  readonly elements: readonly Element[];
  /** Whether what stands in it stands behind its paragraph, or is all of it. */
  readonly closed: boolean;
  /** Of a paragraph with something behind it the paragraph alone, and what is behind it as lines of their own. */
  readonly open?: StoryLine;
  readonly behind: readonly StoryLine[];
}

export class StoryWriter {
  constructor(private readonly source: PageSource) {}

  /** The lines below the title block, which together tell of the story what the page told. */
  lines(story: Story): string[] {
    const lines = [...this.opening(story), ...this.flow(story)];
    const comments = this.comments(story, lines);
    // A paragraph whose comment says the byline cannot have one behind it: which is which would not be told.
    const apart = lines.flatMap((line, i) =>
      comments[i].some(saysByline) ? [line.open ?? line, ...line.behind] : line,
    );
    const all = apart.length === lines.length ? comments : this.comments(story, apart);
    return apart.map((line, i) => written(line, all[i])).filter((line) => line !== '');
  }

  private comments(story: Story, lines: readonly StoryLine[]): readonly (readonly string[])[] {
    const texts = lines.filter(({ role }) => role !== 'subhead');
    const comments = formComments(
      story,
      texts.map((line) => ({ ...line, body: this.read(line.text, line.role) })),
      this.source.profile,
    );
    const commentsOf = new Map(texts.map((line, i) => [line, comments[i]]));
    return lines.map((line) => commentsOf.get(line) ?? []);
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
    const lines = [this.paragraph(paragraph, story)];
    let behind = '';
    for (const element of elements) {
      const alone = paragraph.subhead || this.source.saidByline(element) !== null;
      const whole = alone ? null : this.closed(lines[0], paragraph, behind + this.source.textOf(element));
      // What stands behind a line of its own stands there too: the order of bylines is the story's.
      if (whole === null || lines.length > 1) lines.push(this.ownLine(element, story));
      else {
        behind += this.source.textOf(element);
        const own = this.ownLine(element, story);
        const elements = [...lines[0].elements, ...own.elements];
        lines[0] = { ...whole, elements, open: lines[0].open ?? lines[0], behind: [...lines[0].behind, own] };
      }
    }
    return lines;
  }

  /** The story's bylines, jumps and dateline that are no part of its paragraphs, in the order in which a reader comes upon them, each once. */
  private apart(story: Story): Element[] {
    const pieces = story.paragraphs.flatMap((paragraph) => paragraph.pieces);
    const elements = formElements(story).filter((element) => element !== story.lead);
    const seen = new Set<number>();
    // All bylines of a line that is said to be one are written with it.
    const keyOf = (element: Element): number =>
      this.source.saidByline(element) === null ? element.span.start : this.source.lines[element.lines[0]].span.start;
    const apart = elements
      .filter(({ span }) => !pieces.some((piece) => contains(piece, span.start)))
      .filter((element) => !seen.has(keyOf(element)) && seen.add(keyOf(element)));
    return sortAsRead(apart, story.paragraphs);
  }

  private paragraph({ text, subhead, pieces }: Paragraph, story: Story): StoryLine {
    const line = oneLine(text);
    const isHere = ({ span }: Element): boolean => pieces.some((piece) => contains(piece, span.start));
    const own = { text: line, elements: formElements(story).filter(isHere), closed: false, behind: [] };
    return { ...own, role: subhead ? 'subhead' : this.readsAsText(line) ? null : 'body' };
  }

  /** Whether a reader takes all of a line for a paragraph. */
  private readsAsText(line: string): boolean {
    const { paragraph } = this.read(line);
    return paragraph.start === 0 && paragraph.end === line.length;
  }

  /** The paragraph with bylines or a jump behind it, as the paper has it; null where a reader would not tell them apart. */
  private closed(line: StoryLine, { text }: Paragraph, behind: string): StoryLine | null {
    const inner = oneLine(text);
    const { paragraph } = this.read(inner + behind);
    if (paragraph.start !== 0 || paragraph.end !== inner.length) return null;
    return { ...line, text: inner + behind, role: null, closed: true };
  }

  /** A byline or jump on a line of its own. Where no form finds it there, the line is said to be apart of the text. */
  private ownLine(element: Element, story: Story): StoryLine {
    const said = this.source.saidByline(element);
    if (said !== null) {
      const elements = formElements(story).filter(({ lines }) => lines[0] === element.lines[0]);
      return { text: said, role: 'byline', elements, closed: true, behind: [] };
    }
    const text = this.source.textOf(element);
    const isApart = text === '' || (!hasText(this.read(text)) && this.tells(text, element, story));
    const elements = startingAt(story, element.span.start);
    return { text, role: isApart ? null : 'byline', elements, closed: true, behind: [] };
  }

  /** Whether a form in the text says what the element does. */
  private tells(text: string, element: Element, story: Story): boolean {
    const forms = this.read(text).forms.filter(isStoryForm);
    const bylines = story.bylines.filter(({ span }) => span.start === element.span.start);
    if (bylines.length === 0) return forms.some((form) => tellsTheSame(form, story));
    const found = forms.filter(isOf('byline')).flatMap(({ parts }) => parts.map(bylineKey));
    return found.join() === bylines.map(bylineKey).join();
  }

  private read(line: string, role: StoryLine['role'] = null): BodyLine {
    const view = new ViewBuilder().copy(line, 0, line.length).build();
    return readBodyLine(0, view, this.source.profile, { whole: role === 'body', forms: role === 'byline' ? [] : null });
  }
}

const saysByline = (comment: string): boolean => comment.startsWith('signed:');

/** What of a story has a form. */
const formElements = ({ bylines, dateline, lead, continuedFrom, jump }: Story): Element[] =>
  [...bylines, dateline, lead, continuedFrom, jump].filter((element) => element !== null);

const startingAt = (story: Story, start: number): Element[] =>
  formElements(story).filter(({ span }) => span.start === start);

function written({ text, role }: StoryLine, comments: readonly string[]): string {
  if (role === 'subhead') return `## ${escaped(text)}`;
  const said = [...(role ? [role] : []), ...comments].map((comment) => `<!-- ${comment} -->`);
  return [...(text === '' ? [] : [escapedLine(text)]), ...said].join(' ');
}

/** Whether an element stands above the text: before the first paragraph in the source, but for a jump line, which ends the text. */
function opens({ paragraphs, jump }: Story, element: Element): boolean {
  const first = paragraphs.find(({ text }) => text.trim() !== '')?.pieces.at(0)?.start ?? Number.POSITIVE_INFINITY;
  return element !== jump && element.span.start < first;
}
