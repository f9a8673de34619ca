import { endsSentence } from './continuity';
import { type Body, isSandwiched, type LinkContext, linkContext, linkEvidence, makeBody } from './links';
import type { Ordered } from './ordered';
import { subheadsIn } from './subheads';
import { hasParallels } from './titleLines';
import { type Assembly, type Link, linkScore } from './titleLinks';
import { beginsWithDash, makeBlock, startOf, type TitleBlock } from './titles';
import { explain, type Weights } from './weights';
import { EMPTY_BAG } from './words';

/** The stories, and the bylines and continuation lines that are not given to any of them yet. */
export interface Texts extends Assembly {
  readonly asides: readonly (readonly number[])[];
}

/** Rows between two blocks of one title (a kicker that the extractor set apart), at most. */
const NEAR = 3;
/** A second block joins its neighbour's title from these log-odds on … */
const SECOND = 0;
/**
 * … and a title that stands elsewhere, too, if it likely is one and fits no story better: of 21 such on text layers between 0
 * and .5 15 were, of 45 below 0 17.
 */
const SECOND_AFAR = 0;
const LIKELY_TITLE = 0.7;
/**
 * A deck or a kicker by itself lacks its headline: with the story that the other one fits best these log-odds are enough, 23
 * of 24 times; so they are right above a title, whatever else they fit, 7 of 7 times.
 */
const PART = -2.5;

const isPart = ({ lines }: TitleBlock): boolean =>
  lines.length > 0 && (beginsWithDash(lines[0]) || lines.every(hasParallels));

/** What becomes of the blocks that found no body: part of another title of the same story, subhead, text after all, or none. */
export function gatherTitles(
  page: Ordered,
  weights: Weights,
  first: Assembly,
  asides: readonly (readonly number[])[],
): Texts {
  const { bodies, links } = first;
  const context = linkContext(page, first.blocks, bodies);
  const blocks = [...first.blocks];
  const inner = bodies.map((): Inner => ({ subheads: [], text: [] }));
  first.blocks.forEach((block, n) => {
    if (links.some((link) => link.block === n)) return;
    const within = innerOf(page, first, block);
    const own = within === null ? ownTitle(context, weights, links, n) : null;
    if (within !== null) {
      inner[within.body].subheads.push(...within.rows.subheads);
      inner[within.body].text.push(...within.rows.text);
    } else if (own !== null) {
      blocks[own] = gathered(page, blocks[own], block);
    } else return;
    blocks[n] = NO_BLOCK;
  });
  const headed = bodies.map((body, n) => withInner(page, body, inner[n]));
  const { texts, apart } = bylinesApart(page, headed);
  return { bodies: texts, blocks, links: reasoned(context, weights, links), asides: [...asides, ...apart] };
}

function gathered(page: Ordered, a: TitleBlock, b: TitleBlock): TitleBlock {
  const lines = [...a.lines, ...b.lines].sort((u, v) => startOf(u) - startOf(v));
  return makeBlock(page, lines, page.title, [...a.seams, ...b.seams, a.lines[0], b.lines[0]]);
}

/** The titled story between whose rows a block stands, if it is subheads or text of it. */
function innerOf(page: Ordered, { bodies, links }: Assembly, block: TitleBlock): { body: number; rows: Inner } | null {
  const around = bodies.findIndex((body) => isSandwiched(block, body));
  const rows = links.some(({ body }) => body === around) ? innerRows(page, block) : NOT_INNER;
  return rows === NOT_INNER ? null : { body: around, rows };
}

/** The block (its number) of the title that block n is another part of. */
function ownTitle(context: LinkContext, weights: Weights, links: readonly Link[], n: number): number | null {
  const block = context.blocks[n];
  const scores = context.bodies.map((_, body) => linkScore(context, weights, n, body));
  const most = Math.max(...scores);
  const own = links.find(({ block: other, body }) => {
    const score = scores[body];
    const isBest = score === most;
    const title = context.blocks[other];
    if (score > PART && isBest && (isPart(block) || isPart(title))) return true;
    if (score > PART && isPart(block) && title.first === block.last + 1) return true;
    return rowsBetween(title, block) <= NEAR
      ? score > SECOND
      : score > SECOND_AFAR && isBest && block.odds > LIKELY_TITLE;
  });
  return own?.block ?? null;
}

/** The stories without the bylines that parted their rows, and those bylines; a story that is nothing else keeps its own. */
function bylinesApart(
  page: Ordered,
  bodies: readonly Body[],
): { readonly texts: readonly Body[]; readonly apart: readonly (readonly number[])[] } {
  const loose = bodies.map((body) => {
    const own = body.rows.filter((i) => !body.figure && isOwnByline(page, i));
    return own.length < body.rows.length ? own : [];
  });
  return {
    texts: bodies.map((body, n) => (loose[n].length > 0 ? withoutRows(page, body, loose[n]) : body)),
    apart: loose.flatMap((rows) => rows.map((i) => [i])),
  };
}

const reasoned = (context: LinkContext, weights: Weights, links: readonly Link[]): Link[] =>
  links.map((link) => ({
    ...link,
    why: explain(weights.link, (emit) => linkEvidence(context, link.block, link.body, emit)),
  }));

/** Stands where a block was taken up by another, so that the numbers of the rest stay. */
const NO_BLOCK: TitleBlock = { lines: [], rows: [], first: 0, last: 0, bag: EMPTY_BAG, odds: 0, seams: [] };

/** A byline of its own with a marker or an organ's role: it parted the rows around it, now it goes where it belongs. */
const SURE_BYLINE = 2.5;

const isOwnByline = (page: Ordered, i: number): boolean =>
  page.forms[i].begun.some(
    (form) =>
      form.kind === 'byline' &&
      form.place === 'own' &&
      form.score >= SURE_BYLINE &&
      form.atLineStart &&
      form.atLineEnd &&
      page.forms[i].ended.includes(form),
  );

const withoutRows = (page: Ordered, body: Body, gone: readonly number[]): Body => ({
  ...makeBody(
    page,
    body.rows.filter((i) => !gone.includes(i)),
    false,
  ),
  subheads: body.subheads,
});

/** Rows between those of a story that were taken for titles, and are its subheads or its text. */
interface Inner {
  readonly subheads: number[];
  readonly text: number[];
}

const NOT_INNER: Inner = { subheads: [], text: [] };

/** What a block that stands between two rows of a titled story is: its text, a subhead, or neither. */
function innerRows(page: Ordered, block: TitleBlock): Inner {
  if (isMisread(page, block)) return { subheads: [], text: [...block.rows] };
  const [line, second] = block.lines;
  return second === undefined && !line.stack ? { subheads: [block.rows[0]], text: [] } : NOT_INNER;
}

/**
 * What breaks a sentence of a story that has its title is no title on an OCR page, but a row whose characters went wrong: of
 * 11 such blocks on annotated pages 10 were text, on text layers 10 of 20.
 */
const isMisread = (page: Ordered, { first }: TitleBlock): boolean =>
  page.ocr && !endsSentence(page.sheet.rows[first - 1].bare);

function withInner(page: Ordered, body: Body, { subheads, text }: Inner): Body {
  if (body.figure) return body;
  const found = new Set([...subheads, ...text]);
  const rows = body.rows.flatMap((row) => {
    const here = [row];
    while (found.has(here[here.length - 1] + 1)) here.push(here[here.length - 1] + 1);
    return here;
  });
  return {
    ...(text.length > 0 ? makeBody(page, rows, false) : body),
    rows,
    subheads: [...new Set([...subheads, ...subheadsIn(page, rows)])].sort((a, b) => rows.indexOf(a) - rows.indexOf(b)),
  };
}

const rowsBetween = (a: TitleBlock, b: TitleBlock): number => Math.max(a.first - b.last, b.first - a.last) - 1;
