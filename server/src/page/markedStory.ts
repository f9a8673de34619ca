import type { TextLine } from '../text/lines';
import { oneLine } from '../text/oneLine';
import type { Span } from '../text/span';
import { type BodyLine, hasText, readBodyLine, storyForms } from './bodyLine';
import type { BylineForm, DatelineForm, Form, JumpForm } from './forms';
import {
  elementOf,
  figureOf,
  formsOf,
  furnitureOf,
  isTitleKind,
  type Line,
  lineOf,
  markedBylines,
  roleOf,
  roleOfMark,
  SURE,
  sayingsOf,
  titleOf,
} from './markedLines';
import { type Place, saidByline, saidDateline, saidJump, saidLead } from './markedValues';
import type { FormWord, Mark, Marks, Saying } from './marks';
import type { Byline, Dateline, Figure, Furniture, Jump, Paragraph, Piece, Role, Story, Title } from './model';
import type { Profile } from './profiles/profile';
import type { Stretch } from './stretches';

/*
 * A stretch of a page that is marked up: its lines are paragraphs in reading order, so nothing is guessed but the forms
 * within a line.
 */

export interface MarkedStretch {
  /** null where the stretch holds but furniture, titles of no story and figures. */
  readonly story: Story | null;
  readonly figures: readonly Figure[];
  readonly orphans: readonly Title[];
  readonly furniture: readonly Furniture[];
  /** What each line says, without its marks. */
  readonly pieces: readonly Piece[];
}

export function readMarkedStretch(
  text: string,
  lines: readonly TextLine[],
  marks: Marks,
  { first, end }: Stretch,
  profile: Profile,
): MarkedStretch {
  const own = lines.slice(first, end).flatMap(({ n, span }) => lineOf(text, n, span, marks.byLine.get(n)) ?? []);
  const builder = new StretchBuilder(own, profile);
  return { ...builder.parts(), pieces: own.map(({ n, span }) => builder.pieceAt(n, span)) };
}

class StretchBuilder {
  private readonly body: ReadonlyMap<number, BodyLine>;

  private readonly byNumber: ReadonlyMap<number, Line>;
  private readonly forms: readonly Form[];

  constructor(
    private readonly lines: readonly Line[],
    private readonly profile: Profile,
  ) {
    this.byNumber = new Map(lines.map((line) => [line.n, line]));
    const bodies = lines
      .filter(isBody)
      .map(({ n, view, mark }) =>
        readBodyLine(n, view, profile, { whole: roleOf(mark) === 'body', forms: toldBy(mark) }),
      );
    this.body = new Map(bodies.map((body) => [body.n, body]));
    this.forms = storyForms(bodies);
  }

  parts(): Omit<MarkedStretch, 'pieces'> {
    const figures = this.ofKind('figure').map((line) => figureOf(line, this.profile));
    const story = this.story(figures);
    return {
      story,
      figures: story ? [] : figures,
      orphans: this.lines.filter(({ mark }) => roleOf(mark) === 'title').map((line) => titleOf([line])),
      furniture: this.lines.flatMap(furnitureOf),
    };
  }

  pieceAt(n: number, span: Span): Piece {
    return { line: n, span, role: this.roleAt(n), story: null, ...SURE };
  }

  private roleAt(n: number): Role {
    const line = this.byNumber.get(n);
    if (!line) return 'mark';
    const marked = line.mark && roleOfMark(line.mark);
    if (marked) return marked;
    const body = this.body.get(n);
    if (!body || hasText(body)) return 'body';
    return body.forms.some(isJump) ? 'jump' : 'byline';
  }

  private ofKind(kind: Mark['kind']): Line[] {
    return this.lines.filter(({ mark }) => mark?.kind === kind);
  }

  private story(figures: readonly Figure[]): Story | null {
    const block = this.lines.filter(({ mark }) => isTitleKind(mark?.kind));
    const flow = this.lines.filter((line) => isFlow(line));
    if (block.length === 0 && flow.length === 0) return null;
    const title = (kind: Mark['kind']): Title | null => {
      const lines = this.ofKind(kind);
      return lines.length > 0 ? titleOf(lines) : null;
    };
    const lines = [...block, ...flow, ...this.ofKind('figure')];
    return {
      ...elementOf(lines),
      headline: title('headline'),
      kicker: title('kicker'),
      deck: title('deck'),
      headlineLines: block.map(({ n }) => n),
      bylines: this.bylines(),
      ...this.formElements(),
      subheads: this.ofKind('subhead').map((line) => titleOf([line])),
      figures,
      paragraphs: flow.flatMap((line) => this.paragraph(line)),
      link: block.length > 0 ? SURE : null,
    };
  }

  /** What comments say themselves goes before what is read. */
  private formElements(): Pick<Story, 'dateline' | 'lead' | 'jump' | 'continuedFrom'> {
    const { profile } = this;
    const dateline = this.forms.find((form) => form.kind === 'dateline');
    const lead = this.forms.find((form) => form.kind === 'lead');
    const jumps = this.forms.filter(isJump);
    const jump = jumps.filter(({ kind }) => kind === 'jump').at(-1);
    const continued = jumps.find(({ kind }) => kind === 'continued');
    const said = <T>(word: Saying['word'], make: (saying: Saying, place: Place) => T | null): T | null =>
      this.said(word, make)[0] ?? null;
    return {
      dateline:
        said('dateline', (saying, place) => saidDateline(saying, place, profile)) ??
        (dateline ? datelineOf(dateline) : null),
      lead: said('lead', saidLead) ?? (lead ? { text: lead.text, span: lead.span, lines: lead.lines, ...SURE } : null),
      jump: said('jump', saidJump) ?? (jump ? jumpOf(jump) : null),
      continuedFrom: said('continued', saidJump) ?? (continued ? jumpOf(continued) : null),
    };
  }

  /** What the comments with this word say, in the order of their lines. It stands in its paragraph, wherever. */
  private said<T>(word: Saying['word'], make: (saying: Saying, place: Place) => T | null): T[] {
    return this.lines.flatMap(({ n, mark, span }) => {
      const place = { span: (roleOf(mark) === 'byline' ? null : this.textSpan(n)) ?? span, lines: [n] };
      return sayingsOf(mark).flatMap((saying) => (saying.word === word ? (make(saying, place) ?? []) : []));
    });
  }

  /** What of a line is its paragraph; null where nothing is. */
  private textSpan(n: number): Span | null {
    const body = this.body.get(n);
    return body && hasText(body) ? body.view.sourceSpan(body.paragraph.start, body.paragraph.end) : null;
  }

  private bylines(): Byline[] {
    const said = this.said('signed', saidByline);
    const told = new Set([
      ...said.flatMap(({ lines }) => lines),
      // A line said to be a byline that says itself what it is: no names are sought in it.
      ...this.lines.filter(({ mark }) => roleOf(mark) === 'byline' && sayingsOf(mark).length > 0).map(({ n }) => n),
    ]);
    const forms = this.forms.filter(isByline).filter((form) => !told.has(form.lines[0]));
    const named = forms.flatMap(({ parts, span, lines }) =>
      parts.map(({ role, names }): Byline => ({ role, names, span, lines, ...SURE })),
    );
    const known = new Set(named.flatMap(({ lines }) => lines));
    const others = this.lines
      .filter(({ n, mark }) => roleOf(mark) === 'byline' && !known.has(n) && !told.has(n))
      .flatMap((line) => markedBylines(line, this.profile));
    return [...named, ...said, ...others].sort((a, b) => a.span.start - b.span.start);
  }

  private paragraph({ n, mark, view, span }: Line): Paragraph[] {
    if (mark?.kind === 'subhead') return [{ text: oneLine(view.text), pieces: [span], lines: [n], subhead: true }];
    const body = this.body.get(n);
    if (!body || roleOf(mark) === 'byline' || !hasText(body)) return [];
    const { start, end } = body.paragraph;
    const pieces = [view.sourceSpan(start, end)];
    return [{ text: oneLine(view.text.slice(start, end)), pieces, lines: [n], subhead: false }];
  }
}

/** The kinds of forms that a line's mark says are the story's. A line said to be a byline has no dateline or jump. */
function toldBy(mark: Mark | undefined): BodyLine['told'] {
  if (roleOf(mark) === 'byline') return ['byline'];
  return formsOf(mark)?.flatMap((word) => KIND_OF_WORD[word] ?? []) ?? null;
}

const KIND_OF_WORD: Readonly<Record<FormWord, Form['kind'] | null>> = {
  signed: 'byline',
  dateline: 'dateline',
  lead: 'lead',
  jump: 'jump',
  continued: 'continued',
  plain: null,
};

/** Lines that may hold bylines, datelines, jumps. */
const isBody = ({ mark }: Line): boolean => {
  const role = roleOf(mark);
  return mark === undefined || mark.kind === 'text' || role === 'body' || role === 'byline' || role === 'join';
};

/** Lines of the story below its title block. */
const isFlow = (line: Line): boolean => isBody(line) || line.mark?.kind === 'subhead';

const isByline = (form: Form): form is BylineForm => form.kind === 'byline';

const isJump = (form: Form): form is JumpForm => form.kind === 'jump' || form.kind === 'continued';

const jumpOf = ({ kind, page, span, lines }: JumpForm): Jump => ({
  kind: kind === 'jump' ? 'to' : 'from',
  page,
  span,
  lines,
  ...SURE,
});

const datelineOf = ({ text, agency, place, month, day, wire, span, lines }: DatelineForm): Dateline => ({
  text,
  agency,
  place,
  month,
  day,
  kind: wire,
  span,
  lines,
  ...SURE,
});
