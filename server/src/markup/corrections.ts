import { hasText, readBodyLine } from '../page/bodyLine';
import { type Mark, type Marks, readMarks, unescaped } from '../page/marks';
import type { Page, Story, Title } from '../page/model';
import { chooseProfile } from '../page/profiles/choose';
import type { Stretch } from '../page/stretches';
import { lineEndOf, splitLines, type TextLine } from '../text/lines';
import type { Edit } from '../text/span';
import { ViewBuilder } from '../text/view';
import { escaped, escapedLine } from './escape';

/*
 * A person's corrections, as edits that write marks: after them every reading gives what was asked for. Lines and stories
 * are numbers of the page (from 0), offsets in the edits the page's. null where the correction has nothing to act on.
 */

export type LineKind = 'headline' | 'kicker' | 'deck' | 'subhead' | 'caption' | 'byline' | 'body';

/** This line is a headline, kicker, … A kicker needs a title right below it, a deck one right above; that is marked too. */
export function markLine(page: Page, line: number, kind: LineKind): Edit[] | null {
  const sheet = new MarkedSheet(page);
  const text = sheet.textAt(line);
  if (text === '') return null;
  switch (kind) {
    case 'kicker':
      return sheet.besideHeadline(line, 1);
    case 'deck':
      return sheet.besideHeadline(line, -1);
    case 'body':
      return sheet.asBody(line);
    case 'byline':
      return [sheet.replaceLine(line, `${escapedLine(text)} <!-- byline -->`)];
    case 'caption':
      return sheet.asFigure(line);
    case 'headline':
      return sheet.asTitle(line, '#');
    case 'subhead':
      return sheet.asTitle(line, '##');
  }
}

/** A story starts at this line of text, which no title precedes. */
export function startStory(page: Page, line: number): Edit[] | null {
  const sheet = new MarkedSheet(page);
  const story = page.stories.find(({ paragraphs }) => paragraphs.some(({ lines }) => lines.includes(line)));
  const isText = page.pieces.some((piece) => piece.line === line && piece.role === 'body');
  if (!story || !isText || firstTextLine(story) === line) return null;
  return [sheet.insertAbove(line, ['---', ''])];
}

/** The story goes on the text above it; its own title, if that stands between them, is a subhead now. */
export function joinWithAbove(page: Page, story: number): Edit[] | null {
  const sheet = new MarkedSheet(page);
  const own = page.stories[story];
  const first = own && firstTextLine(own);
  const above = first === null || first === undefined ? null : sheet.textAbove(first);
  if (!own || first === null || above === null || own.paragraphs.some(({ lines }) => lines.includes(above)))
    return null;
  const edits: Edit[] = [];
  for (let n = above + 1; n < first; n++) {
    const kind = sheet.markAt(n)?.kind;
    if (kind === 'end') edits.push(sheet.deleteLine(n));
    else if (kind === 'headline' || kind === 'kicker' || kind === 'deck') {
      edits.push(sheet.replaceLine(n, `## ${escaped(sheet.textAt(n))}`));
    }
  }
  for (const title of [own.kicker, own.headline, own.deck]) {
    const between = title?.lines.every((n) => n > above && n < first && !sheet.markAt(n));
    if (title && between) edits.push(...sheet.replaceTitle(title, '##'));
  }
  if (!sheet.isParagraph(first)) edits.push(sheet.withRole(first, 'join'));
  return edits;
}

/** This title, wherever it stands, is that story's: it is moved above it. A title that the story had is none any more. */
export function attachTitle(page: Page, title: Title, story: number): Edit[] | null {
  const target = page.stories[story];
  if (!target || firstTextLine(target) === null) return null;
  const owner = page.stories.find(({ headline }) => headline === title);
  const block = owner ? [owner.kicker, owner.headline, owner.deck] : [null, title, null];
  const lines = owner ? owner.headlineLines : title.lines;
  return new MarkedSheet(page).moveTitle(block, lines, target);
}

/** The story's title block, moved above its text. null where it stands there already. */
export function moveTitleAbove(page: Page, story: number): Edit[] | null {
  const own = page.stories[story];
  if (!own?.headline || isInPlace(page, own)) return null;
  return attachTitle(page, own.headline, story);
}

/** Whether the title block stands right above the text, with nothing but blank lines and bylines between. */
function isInPlace(page: Page, story: Story): boolean {
  const first = firstTextLine(story);
  const last = story.headlineLines.at(-1);
  if (first === null || last === undefined || last > first) return false;
  const bylines = new Set(story.bylines.flatMap(({ lines }) => lines));
  return page.pieces
    .filter(({ line }) => line > last && line < first)
    .every(({ role, line }) => role === 'blank' || bylines.has(line));
}

const firstTextLine = ({ paragraphs }: Story): number | null => {
  const pieces = paragraphs.find(({ subhead }) => !subhead)?.lines;
  return pieces ? Math.min(...pieces) : null;
};

/** A page's lines with what is marked of them, and the edits that change it. */
class MarkedSheet {
  private readonly lines: readonly TextLine[];
  private readonly marks: Marks;
  private readonly eol: string;

  constructor(private readonly page: Page) {
    this.lines = splitLines(page.text);
    this.marks = readMarks(page.text, this.lines);
    this.eol = lineEndOf(this.lines);
  }

  markAt(n: number): Mark | undefined {
    return this.marks.byLine.get(n);
  }

  /** What the line says, without its mark. */
  textAt(n: number): string {
    const line = this.lines[n];
    if (!line) return '';
    const mark = this.markAt(n);
    if (mark && 'text' in mark) return unescaped(this.page.text, mark.text).trim();
    return mark ? '' : this.page.text.slice(line.span.start, line.span.end).trim();
  }

  /** Whether the line is in a stretch whose lines are paragraphs. */
  isParagraph(n: number): boolean {
    return this.stretchAt(n)?.paragraphs ?? false;
  }

  /** The nearest line above that is text of a story. */
  textAbove(n: number): number | null {
    let best: number | null = null;
    for (const { paragraphs } of this.page.stories) {
      for (const { lines } of paragraphs) {
        for (const line of lines) if (line < n && (best === null || line > best)) best = line;
      }
    }
    return best;
  }

  replaceLine(n: number, text: string): Edit {
    return { span: this.lines[n].span, text };
  }

  deleteLine(n: number): Edit {
    const { span, eol } = this.lines[n];
    return { span: { start: span.start, end: span.end + eol.length }, text: '' };
  }

  insertAbove(n: number, lines: readonly string[]): Edit {
    const { start } = this.lines[n].span;
    const parted = n > 0 && !this.isBlank(n - 1) ? ['', ...lines] : lines;
    return { span: { start, end: start }, text: parted.map((line) => line + this.eol).join('') };
  }

  /** The line as it is, with a role behind it, and a backslash before what would be another mark. */
  withRole(n: number, role: 'body' | 'join'): Edit {
    const { span } = this.lines[n];
    const mark = this.markAt(n);
    if (mark && 'text' in mark && mark.kind !== 'text') {
      return this.replaceLine(n, `${asText(this.textAt(n))} <!-- ${role} -->`);
    }
    return this.replaceLine(n, `${this.page.text.slice(span.start, span.end).trimEnd()} <!-- ${role} -->`);
  }

  asBody(n: number): Edit[] {
    if (!this.isParagraph(n)) return [this.withRole(n, 'body')];
    const text = this.textAt(n);
    const view = new ViewBuilder().copy(text, 0, text.length).build();
    const read = readBodyLine(n, view, chooseProfile(this.page.text));
    const whole = hasText(read) && read.paragraph.start === 0 && read.paragraph.end === text.length;
    return [this.replaceLine(n, whole ? escapedLine(text) : `${escapedLine(text)} <!-- body -->`)];
  }

  /** A caption that runs over lines becomes one. */
  asFigure(n: number): Edit[] {
    const mark = this.markAt(n);
    if (mark?.kind === 'figure') return [];
    const figures = [...this.page.figures, ...this.page.stories.flatMap((story) => story.figures)];
    const figure = figures.find(({ lines }) => lines.includes(n));
    if (!figure || !this.isRun(figure.lines)) return [this.replaceLine(n, `![${escaped(this.textAt(n))}]()`)];
    return this.asOneLine(figure.lines, `![${escaped(figure.caption)}]()`);
  }

  /** A title that runs over lines (vertical, doubled) becomes one line, clean. */
  asTitle(n: number, mark: '#' | '##'): Edit[] {
    const title = this.markAt(n) ? undefined : this.titleAt(n);
    if (title && title.lines.length > 1 && this.isRun(title.lines)) return this.replaceTitle(title, mark);
    return [this.replaceLine(n, `${mark} ${escaped(this.textAt(n))}`)];
  }

  replaceTitle(title: Title, mark: '#' | '##'): Edit[] {
    return this.asOneLine(title.lines, `${mark} ${escaped(title.text)}`);
  }

  /** A kicker (the headline stands below, step 1) or a deck (above, step -1). */
  besideHeadline(n: number, step: 1 | -1): Edit[] | null {
    let other = n + step;
    while (this.lines[other] && this.isBlank(other)) other += step;
    const mark = this.markAt(other)?.kind;
    const marked = mark === 'headline' || mark === (step === 1 ? 'kicker' : 'deck');
    const title = marked ? undefined : this.titleAt(other);
    if (!marked && (!title || !this.isRun(title.lines) || title.lines.includes(n))) return null;
    const blanks = [];
    for (let between = n + step; between !== other; between += step) blanks.push(this.deleteLine(between));
    return [
      this.replaceLine(n, `*${escaped(this.textAt(n))}*`),
      ...blanks,
      ...(title ? this.replaceTitle(title, '#') : []),
    ];
  }

  /** Takes a title block out of its lines and puts it above the story's text. */
  moveTitle(
    [kicker, headline, deck]: readonly (Title | null)[],
    lines: readonly number[],
    target: Story,
  ): Edit[] | null {
    const first = firstTextLine(target);
    if (first === null || !headline) return null;
    const former = target.headlineLines.filter((n) => !lines.includes(n) && this.markAt(n));
    const block = [
      '',
      ...(kicker ? [`*${escaped(kicker.text)}*`] : []),
      `# ${escaped(headline.text)}`,
      ...(deck ? [`*${escaped(deck.text)}*`] : []),
      '',
    ];
    return [
      ...this.takeOut(lines),
      ...former.map((n) => this.replaceLine(n, `${escapedLine(this.textAt(n))} <!-- title -->`)),
      this.insertAbove(first, block),
    ];
  }

  /** Deletes lines; of a line that other columns share, only the title's part. */
  private takeOut(lines: readonly number[]): Edit[] {
    return lines.flatMap((n): Edit[] => {
      const pieces = this.page.pieces.filter(({ line }) => line === n);
      const own = pieces.filter(
        ({ role }) => role === 'kicker' || role === 'headline' || role === 'deck' || role === 'mark',
      );
      if (own.length === 0 || own.length === pieces.length) return [this.deleteLine(n)];
      return own.map(({ span }) => ({ span, text: '' }));
    });
  }

  private asOneLine(lines: readonly number[], text: string): Edit[] {
    const [first, ...others] = [...lines].sort((a, b) => a - b);
    const last = others.at(-1) ?? first;
    const span = { start: this.lines[first].span.start, end: this.lines[last].span.end };
    return [{ span, text }];
  }

  /** Whether nothing but blank lines stands between the lines. */
  private isRun(lines: readonly number[]): boolean {
    const own = new Set(lines);
    for (let n = Math.min(...lines); n <= Math.max(...lines); n++) if (!own.has(n) && !this.isBlank(n)) return false;
    return true;
  }

  private titleAt(n: number): Title | undefined {
    const { stories, orphans } = this.page;
    const titles = [...stories.flatMap(({ kicker, headline, deck }) => [headline, kicker, deck]), ...orphans];
    return titles.find((title) => title?.lines.includes(n)) ?? undefined;
  }

  private stretchAt(n: number): Stretch | undefined {
    return this.marks.stretches.find(({ first, end }) => n >= first && n < end);
  }

  private isBlank(n: number): boolean {
    const { start, end } = this.lines[n].span;
    return this.page.text.slice(start, end).trim() === '';
  }
}

/** Text that would read as another mark, with a backslash before it. */
const asText = (text: string): string => (text !== '' && '#*!-\\'.includes(text[0]) ? `\\${text}` : text);
