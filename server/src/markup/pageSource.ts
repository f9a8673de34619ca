import { formSpansOf } from '../page/formSpans';
import { type Marks, readMarks, unescaped } from '../page/marks';
import type { Element, Page, Role } from '../page/model';
import { chooseProfile } from '../page/profiles/choose';
import type { Profile } from '../page/profiles/profile';
import { indexAt, splitLines, type TextLine } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { type Span, withoutSpans } from '../text/span';

/** Roles of pieces in which a byline or jump line may stand. */
const MAY_STAND_APART: ReadonlySet<Role> = new Set(['body', 'byline', 'jump']);

/** A page's text, and what of it the elements of the page are. */
export class PageSource {
  readonly lines: readonly TextLine[];
  readonly marks: Marks;
  readonly profile: Profile;
  /** Lines of marked-up stretches. */
  private readonly marked: ReadonlySet<number>;

  /** By line, what of it paragraphs, titles, captions and furniture hold. */
  private readonly held = new Map<number, Span[]>();
  /** What of the text has a form, by where that begins. */
  private readonly forms: ReadonlyMap<number, readonly Span[]>;

  constructor(readonly page: Page) {
    this.lines = splitLines(page.text);
    const pieces = page.stories.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.pieces));
    const others = page.pieces.filter(({ role }) => !MAY_STAND_APART.has(role)).map(({ span }) => span);
    for (const span of [...pieces, ...others]) {
      const n = indexAt(this.lines, span.start);
      this.held.set(n, [...(this.held.get(n) ?? []), span]);
    }
    this.forms = formSpansOf(page);
    this.marks = readMarks(page.text, this.lines);
    this.profile = chooseProfile(page.text);
    const marked = this.marks.stretches.filter(({ paragraphs }) => paragraphs);
    this.marked = new Set(marked.flatMap(({ first, end }) => this.lines.slice(first, end).map(({ n }) => n)));
  }

  /** All that the line of an element says, where a person called it a byline; null where no one did. */
  saidByline({ lines }: Element): string | null {
    const mark = this.marks.byLine.get(lines[0]);
    return mark?.kind === 'role' && mark.role === 'byline' ? oneLine(unescaped(this.page.text, mark.text)) : null;
  }

  /** What of the page's text is the element: on its lines, within what it holds, and in no other column's text between. */
  textOf({ span, lines }: Element): string {
    const own = this.forms.get(span.start) ?? [span];
    const parts = lines.flatMap((n) =>
      own.map(({ start, end }) => {
        const line = this.lines[n].span;
        const here = { start: Math.max(line.start, start), end: Math.min(line.end, end) };
        return withoutSpans(here, this.held.get(n) ?? []).map((part) => this.textAt(n, part).trim());
      }),
    );
    return oneLine(parts.flat().join(''));
  }

  /** What stands at a span of line n: where lines are marked up, escapes are undone. */
  textAt(n: number, span: Span): string {
    const marked = this.marks.byLine.has(n) || this.marked.has(n);
    return marked ? unescaped(this.page.text, span) : this.slice(span);
  }

  slice({ start, end }: Span): string {
    return this.page.text.slice(start, end);
  }
}
