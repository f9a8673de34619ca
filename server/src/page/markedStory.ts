import { isSpace } from '../text/characters';
import type { TextLine } from '../text/lines';
import type { Span } from '../text/span';
import { type View, ViewBuilder } from '../text/view';
import { type BodyLine, hasText, readBodyLine, storyForms } from './bodyLine';
import { type CaptionCreditForm, type DatelineForm, type Form, findForms, type JumpForm } from './forms';
import { isPunctuation, type LineRole, type Mark, type Marks, type Stretch } from './marks';
import type { Byline, Dateline, Element, Figure, Furniture, Jump, Paragraph, Piece, Role, Story, Title } from './model';
import type { Profile } from './profiles/profile';

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
  /** They tile the stretch's lines. Their `story` is 0 for the story, if any. */
  readonly pieces: readonly Piece[];
}

/** What is marked is sure. */
const SURE = { confidence: 1, why: [{ name: 'mark', score: 10 }] } as const;

/** A line of the stretch, without its mark and escapes. */
interface Line {
  readonly n: number;
  readonly mark: Mark | undefined;
  readonly span: Span;
  readonly view: View;
}

export function readMarkedStretch(
  text: string,
  lines: readonly TextLine[],
  marks: Marks,
  { first, end }: Stretch,
  profile: Profile,
): MarkedStretch {
  const own = lines.slice(first, end).flatMap(({ n, span }): Line[] => {
    const mark = marks.byLine.get(n);
    const content = mark && 'text' in mark ? mark.text : trimmed(text, span);
    if (content.start === content.end && mark?.kind !== 'figure') return [];
    if (mark && !('text' in mark)) return [];
    return [{ n, mark, span: content, view: unescapedView(text, content) }];
  });
  const builder = new StretchBuilder(own, profile);
  return { ...builder.parts(), pieces: piecesOf(lines.slice(first, end), marks.byLine, own, builder) };
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
      .map(({ n, view, mark }) => readBodyLine(n, view, profile, roleOf(mark) === 'body'));
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

  roleAt(n: number): Role {
    const line = this.byNumber.get(n);
    if (!line) return 'mark';
    const { mark } = line;
    if (mark?.kind === 'figure') return 'caption';
    if (mark && mark.kind !== 'text' && mark.kind !== 'role' && 'text' in mark) return mark.kind;
    const role = roleOf(mark);
    if (role === 'title') return 'headline';
    if (role === 'other' || role === 'noise') return 'noise';
    if (role === 'folio' || role === 'masthead' || role === 'credit' || role === 'notice') return role;
    if (role === 'byline') return 'byline';
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
    const dateline = this.forms.find((form) => form.kind === 'dateline');
    const lead = this.forms.find((form) => form.kind === 'lead');
    const jumps = this.forms.filter(isJump);
    const jump = jumps.filter(({ kind }) => kind === 'jump').at(-1);
    const continued = jumps.find(({ kind }) => kind === 'continued');
    const lines = [...block, ...flow, ...this.ofKind('figure')];
    return {
      ...elementOf(lines),
      headline: title('headline'),
      kicker: title('kicker'),
      deck: title('deck'),
      headlineLines: block.map(({ n }) => n),
      bylines: this.bylines(),
      dateline: dateline ? datelineOf(dateline) : null,
      lead: lead ? { text: lead.text, span: lead.span, lines: lead.lines, ...SURE } : null,
      subheads: this.ofKind('subhead').map((line) => titleOf([line])),
      figures,
      jump: jump ? jumpOf(jump) : null,
      continuedFrom: continued ? jumpOf(continued) : null,
      paragraphs: flow.flatMap((line) => this.paragraph(line)),
      link: block.length > 0 ? SURE : null,
    };
  }

  private bylines(): Byline[] {
    const forms = this.forms.filter((form) => form.kind === 'byline');
    const named = forms.flatMap(({ parts, span, lines }) =>
      parts.map(({ role, names }): Byline => ({ role, names, span, lines, ...SURE })),
    );
    const known = new Set(named.flatMap(({ lines }) => lines));
    const others = this.lines.filter(({ n, mark }) => roleOf(mark) === 'byline' && !known.has(n)).map(namesAlone);
    return [...named, ...others].sort((a, b) => a.span.start - b.span.start);
  }

  private paragraph({ n, mark, view, span }: Line): Paragraph[] {
    if (mark?.kind === 'subhead') return [{ text: view.text, pieces: [span], lines: [n], subhead: true }];
    const body = this.body.get(n);
    if (!body || roleOf(mark) === 'byline' || !hasText(body)) return [];
    const { start, end } = body.paragraph;
    return [{ text: view.text.slice(start, end), pieces: [view.sourceSpan(start, end)], lines: [n], subhead: false }];
  }
}

const roleOf = (mark: Mark | undefined): LineRole | null => (mark?.kind === 'role' ? mark.role : null);

const isTitleKind = (kind: Mark['kind'] | undefined): boolean =>
  kind === 'kicker' || kind === 'headline' || kind === 'deck';

/** Lines that may hold bylines, datelines, jumps. */
const isBody = ({ mark }: Line): boolean => {
  const role = roleOf(mark);
  return mark === undefined || mark.kind === 'text' || role === 'body' || role === 'byline' || role === 'join';
};

/** Lines of the story below its title block. */
const isFlow = (line: Line): boolean => isBody(line) || line.mark?.kind === 'subhead';

const elementOf = (lines: readonly Line[]): Element => {
  const sorted = [...lines].sort((a, b) => a.n - b.n);
  return {
    span: { start: sorted[0].span.start, end: sorted[sorted.length - 1].span.end },
    lines: sorted.map(({ n }) => n),
    ...SURE,
  };
};

/** Title lines right below each other are one title that was broken. */
const titleOf = (lines: readonly Line[]): Title => ({
  text: lines.map(({ view }) => view.text).join(''),
  ...elementOf(lines),
});

function figureOf(line: Line, profile: Profile): Figure {
  const credits = findForms([{ n: line.n, view: line.view }], profile).filter(
    (form): form is CaptionCreditForm => form.kind === 'caption-credit',
  );
  const credit = credits.at(-1);
  return {
    caption: line.view.text,
    credit: credit ? { role: credit.role, names: credit.names } : null,
    ...elementOf([line]),
  };
}

function furnitureOf(line: Line): Furniture[] {
  const role = roleOf(line.mark);
  if (role !== 'folio' && role !== 'masthead' && role !== 'credit' && role !== 'notice' && role !== 'other') return [];
  return [{ kind: role, text: line.view.text, ...elementOf([line]) }];
}

/** Names that no form knows, on a line that a person called a byline: parted by spaces or enumeration commas. */
function namesAlone(line: Line): Byline {
  const { text } = line.view;
  const names = [];
  for (let i = 0; i < text.length; i++) {
    const start = i;
    while (i < text.length && !isSpace(text.charCodeAt(i)) && !'、，,□■'.includes(text[i])) i++;
    if (i > start) names.push({ name: text.slice(start, i), span: line.view.sourceSpan(start, i) });
  }
  return { role: null, names, ...elementOf([line]) };
}

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

const STORYLESS: ReadonlySet<Role> = new Set(['blank', 'mark', 'noise', 'folio', 'masthead', 'credit', 'notice']);

/** Content and marks of each line, so that marks are told from text by their role. */
function piecesOf(
  lines: readonly TextLine[],
  marked: ReadonlyMap<number, Mark>,
  own: readonly Line[],
  builder: StretchBuilder,
): Piece[] {
  const content = new Map(own.map(({ n, span }) => [n, span]));
  return lines.flatMap(({ n, span }): Piece[] => {
    const piece = (start: number, end: number, role: Role): Piece[] =>
      start < end || (start === end && span.start === span.end)
        ? [{ line: n, span: { start, end }, role, story: STORYLESS.has(role) ? null : 0, ...SURE }]
        : [];
    const inner = content.get(n);
    if (!inner) return piece(span.start, span.end, marked.has(n) ? 'mark' : 'blank');
    return [
      ...piece(span.start, inner.start, 'mark'),
      ...piece(inner.start, inner.end, builder.roleAt(n)),
      ...piece(inner.end, span.end, 'mark'),
    ];
  });
}

/** The text of a span with its escapes undone. */
export function unescapedView(text: string, { start, end }: Span): View {
  const builder = new ViewBuilder();
  let done = start;
  for (let i = start; i < end - 1; i++) {
    if (text[i] !== '\\' || !isPunctuation(text.charCodeAt(i + 1))) continue;
    builder.copy(text, done, i).put(text[i + 1], { start: i, end: i + 2 });
    i++;
    done = i + 1;
  }
  return builder.copy(text, done, end).build();
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
