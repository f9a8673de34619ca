import { isHan } from '../text/characters';
import { type View, ViewBuilder } from '../text/view';
import { fieldsOf } from './fields';
import type { BylineForm, CaptionCreditForm, DatelineForm, Form, JumpForm } from './forms';
import { findForms } from './forms';
import { STANDING_HEAD } from './kinds';
import type { Body } from './links';
import type {
  Byline,
  Dateline,
  Element,
  Figure,
  Folio,
  Furniture,
  Jump,
  Page,
  Paragraph,
  Role,
  Story,
  Title,
  Traits,
} from './model';
import { isNotice } from './notices';
import type { Ordered } from './ordered';
import { joinedView } from './paragraphs';
import { type Parts, partsOf } from './parts';
import { piecesOf, type RoleOfRow } from './pieces';
import { sortAsRead } from './readingPlaces';
import { KINDS } from './roles';
import { NO_FIELDS, paragraphsOf, rowsOf } from './storyParagraphs';
import type { TitleLine } from './titleLines';
import type { Assembly, Link } from './titleLinks';
import type { TitleBlock } from './titles';
import { sigmoid, type Weights } from './weights';

/** Makes the page of the model from what the stages found. `firstStory` is the index of its first story among those of the text. */
export function buildPage(page: Ordered, assembly: Assembly, weights: Weights, traits: Traits, firstStory = 0): Page {
  const drafts = assembly.bodies.map((body, n) => {
    const link = assembly.links.find(({ body: linked }) => linked === n) ?? null;
    const block = link ? assembly.blocks[link.block] : null;
    return { body, link, block, parts: block ? partsOf(page, block, weights.parts) : null };
  });
  const stories: Story[] = [];
  const figures: Figure[] = [];
  const notices: Furniture[] = [];
  const roles = new Map<number, RoleOfRow>();
  for (const { body, link, block, parts } of drafts) {
    if (body.figure && !block) {
      figures.push(figureOf(page, body.rows));
      for (const i of body.rows) roles.set(i, { role: 'caption', story: null });
      continue;
    }
    if (block && isNotice(page, body, block)) {
      notices.push(...noticeOf(page, body, block));
      for (const i of [...block.rows, ...rowsOf(page, body)]) roles.set(i, { role: 'notice', story: null });
      continue;
    }
    const n = firstStory + stories.length;
    stories.push(storyOf(page, body, block, parts, link));
    markRows(page, body, n, roles);
    if (block && parts) markBlock(block, parts, n, roles);
  }
  const linked = new Set(assembly.links.map(({ block }) => block));
  const orphans = assembly.blocks
    .filter(({ lines }, n) => lines.length > 0 && !linked.has(n))
    .map((block) => orphanOf(page, block, weights, roles));
  const furniture = [...notices, ...furnitureOf(page, roles)].sort((a, b) => a.span.start - b.span.start);
  return {
    text: page.sheet.text,
    folio: folioOf(page),
    pieces: piecesOf(page, weights, roles),
    stories,
    figures,
    orphans,
    furniture,
    traits,
  };
}

function storyOf(page: Ordered, body: Body, block: TitleBlock | null, parts: Parts | null, link: Link | null): Story {
  const text = rowsOf(page, body);
  const fields = fieldsOf(page, text);
  const rows = [...text, ...(block?.rows ?? [])];
  const confidence = link ? sigmoid(link.score) : 0.5;
  const paragraphs = body.figure ? [] : paragraphsOf(page, body, fields);
  return {
    ...elementOf(page, rows, confidence),
    headline: parts ? titleOf(page, parts.headline, parts.lines.headline, confidence) : null,
    kicker: parts?.kicker ? titleOf(page, parts.kicker, parts.lines.kicker, confidence) : null,
    deck: parts?.deck ? titleOf(page, parts.deck, parts.lines.deck, confidence) : null,
    headlineLines: block ? linesOf(page, block.rows) : [],
    bylines: sortAsRead(fields.bylines.flatMap(bylinesOf), paragraphs),
    dateline: fields.dateline ? datelineOf(fields.dateline) : null,
    lead: fields.lead ? { ...formElement(fields.lead), text: fields.lead.text } : null,
    subheads: sortAsRead(
      body.subheads.flatMap((i) => subheadOf(page, i, paragraphs)),
      paragraphs,
    ),
    figures: body.figure ? [figureOf(page, body.rows)] : [],
    jump: fields.jump ? jumpOf(fields.jump, 'to') : null,
    continuedFrom: fields.continued ? jumpOf(fields.continued, 'from') : null,
    paragraphs,
    link: link ? { confidence, why: link.why } : null,
  };
}

/** The subhead on row i: none where it turned out to be a byline or a jump line, which stands in no paragraph. */
function subheadOf(page: Ordered, i: number, paragraphs: readonly Paragraph[]): Title[] {
  const { start, end } = page.sheet.rows[i].span;
  const own = paragraphs.find(({ subhead, pieces }) => subhead && start <= pieces[0].start && pieces[0].start < end);
  return own ? [{ ...elementOf(page, [i], 1 - page.odds[i][0]), text: own.text }] : [];
}

/** A notice's title and its paragraphs, an element each. */
function noticeOf(page: Ordered, body: Body, block: TitleBlock): Furniture[] {
  const title = page.sheet.rows[block.rows[0]];
  const element = (text: string, rows: readonly number[]): Furniture => ({
    ...elementOf(page, rows, page.furniture[block.rows[0]]),
    kind: 'notice',
    text,
  });
  const rows = rowsOf(page, body).sort((a, b) => a - b);
  const paragraphs = paragraphsOf(page, { ...body, rows }, NO_FIELDS);
  const rowsAt = ({ lines }: Paragraph): number[] => rows.filter((i) => lines.includes(page.sheet.rows[i].line));
  return [
    element(title.text, block.rows),
    ...paragraphs.map((paragraph) => element(paragraph.text, rowsAt(paragraph))),
  ];
}

function markRows(page: Ordered, body: Body, story: number, roles: Map<number, RoleOfRow>): void {
  const whose = new Map(body.asides.map(({ row, why }) => [row, why]));
  for (const i of rowsOf(page, body)) {
    const own = page.forms[i].forms.find((form) => fillsRow(page, form, i));
    const role: Role = body.subheads.includes(i)
      ? 'subhead'
      : body.figure
        ? 'caption'
        : own?.kind === 'byline'
          ? 'byline'
          : own?.kind === 'jump' || own?.kind === 'continued'
            ? 'jump'
            : 'body';
    roles.set(i, { role, story, whose: whose.get(i) });
  }
}

/** What a title's rows are besides its parts is the head of the column. */
function markBlock(block: TitleBlock, parts: Parts, story: number, roles: Map<number, RoleOfRow>): void {
  markTitle(parts, story, roles);
  for (const i of block.rows) if (!roles.has(i)) roles.set(i, { role: 'standing-head', story });
}

function markTitle(parts: Parts, story: number | null, roles: Map<number, RoleOfRow>): void {
  for (const part of ['kicker', 'headline', 'deck'] as const) {
    for (const line of parts.lines[part]) for (const i of line.rows) roles.set(i, { role: part, story });
  }
}

const fillsRow = (page: Ordered, form: Form, i: number): boolean => {
  const row = page.sheet.rows[i];
  return row.compact.viewOffset(form.span.start) <= 0 && row.compact.viewOffset(form.span.end) >= row.bare.length;
};

/** A title block without a story is one title with all its lines: nothing of it may be lost. */
function orphanOf(page: Ordered, block: TitleBlock, weights: Weights, roles: Map<number, RoleOfRow>): Title {
  const parts = partsOf(page, block, weights.parts);
  markTitle(parts, null, roles);
  const text = [parts.kicker, parts.headline, parts.deck].filter((part) => part !== null).join(' ');
  return titleOf(page, text, block.lines, block.odds);
}

function figureOf(page: Ordered, rows: readonly number[]): Figure {
  const joined = joinedView(page.sheet.rows, rows);
  const set = page.forms[rows[rows.length - 1]].forms.find(isCredit);
  const view = set ? partedAt(joined, set.span.start) : joined;
  // Read in the joined caption: a credit broken over lines is whole there, and the marked-up page says the same.
  const credit = findForms([{ n: page.sheet.rows[rows[0]].line, view }], page.profile)
    .filter(isCredit)
    .at(-1);
  return {
    ...elementOf(page, rows, page.odds[rows[0]][KINDS.indexOf('caption')]),
    caption: view.text,
    credit: credit ? { role: credit.role, names: credit.names } : null,
  };
}

const isCredit = (form: Form): form is CaptionCreditForm => form.kind === 'caption-credit';

/** The view with a space before what stands at the source offset: a credit on a line of its own keeps its distance. */
function partedAt(view: View, offset: number): View {
  const at = view.viewOffset(offset);
  if (at === 0 || at >= view.text.length || !isHan(view.text.charCodeAt(at - 1))) return view;
  const space = { start: offset, end: offset };
  return new ViewBuilder().take(view, 0, at).put(' ', space).take(view, at, view.text.length).build();
}

const linesOf = (page: Ordered, rows: readonly number[]): number[] =>
  [...new Set(rows.map((i) => page.sheet.rows[i].line))].sort((a, b) => a - b);

function elementOf(page: Ordered, rows: readonly number[], confidence: number): Element {
  const lines = linesOf(page, rows);
  const start = Math.min(...rows.map((i) => page.sheet.rows[i].span.start));
  const end = Math.max(...rows.map((i) => page.sheet.rows[i].span.end));
  return { span: { start, end }, lines, confidence, why: [] };
}

const titleOf = (page: Ordered, text: string, lines: readonly TitleLine[], confidence: number): Title => ({
  ...elementOf(
    page,
    lines.flatMap((line) => line.rows),
    confidence,
  ),
  text,
});

const formElement = (form: Form): Element => ({
  span: form.span,
  lines: form.lines,
  confidence: sigmoid(form.score),
  why: form.why,
});

const bylinesOf = (form: BylineForm): Byline[] =>
  form.parts.map(({ role, names }) => ({ ...formElement(form), role, names }));

function datelineOf(form: DatelineForm): Dateline {
  const { text, agency, place, month, day } = form;
  return { ...formElement(form), text, agency, place, month, day, kind: form.wire };
}

const jumpOf = (form: JumpForm, kind: 'to' | 'from'): Jump => ({ ...formElement(form), kind, page: form.page });

/** Rows in no story and no figure: folios, mastheads, credits, notices, what is left over. */
function furnitureOf(page: Ordered, roles: Map<number, RoleOfRow>): Furniture[] {
  const furniture: Furniture[] = [];
  page.sheet.rows.forEach((row, i) => {
    const own = roles.get(i);
    if (own !== undefined && own.role !== 'standing-head') return;
    const form = page.forms[i].forms.find(
      ({ kind }) => kind === 'folio' || kind === 'masthead' || kind === 'credit' || kind === 'notice',
    );
    const kind = (form?.kind ?? 'other') as Furniture['kind'];
    if (own === undefined) roles.set(i, { role: kind === 'other' ? roleOfOther(page, i) : kind, story: null });
    furniture.push({ ...elementOf(page, [i], page.furniture[i]), kind, text: row.text });
  });
  return furniture;
}

/** The head of a column (短评) is told from what is left over, though the furniture of a page has no kind for it. */
const roleOfOther = ({ forms }: Ordered, i: number): Role =>
  forms[i].tags.includes(STANDING_HEAD) ? 'standing-head' : 'noise';

function folioOf(page: Ordered): Folio {
  const folios = page.forms.flatMap(({ forms }) => forms.filter((form) => form.kind === 'folio'));
  const first = <T>(values: (T | null)[]): T | null => values.find((value) => value !== null) ?? null;
  return {
    newspaper: first(folios.map(({ newspaper }) => newspaper)),
    date: first(folios.map(({ date }) => date)),
    page: first(folios.map((folio) => folio.page)),
  };
}
