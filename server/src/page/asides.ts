import { endsSentence } from './continuity';
import type { FormRow } from './formRows';
import type { Aside, Body } from './links';
import type { Ordered } from './ordered';
import { opensStory } from './sequels';
import type { Link } from './titleLinks';
import type { TitleBlock } from './titles';
import { type Emit, explain, Prefixed, type WeightTable, weigh } from './weights';

/*
 * Bylines and continuation lines (上接…) that stand on lines of their own and were set apart from the text: whose are they?
 */

/** What the home of a byline or continuation line is sought among. */
export interface Homes {
  readonly page: Ordered;
  readonly bodies: readonly Body[];
  /** For each row of a body the number of the body. */
  readonly bodyOf: ReadonlyMap<number, number>;
  /** For each body the rows of its title. */
  readonly titles: readonly (readonly number[])[];
}

export function homes(
  page: Ordered,
  bodies: readonly Body[],
  blocks: readonly TitleBlock[],
  links: readonly Link[],
): Homes {
  const bodyOf = new Map(bodies.flatMap(({ rows }, n) => rows.map((row): [number, number] => [row, n])));
  const titles = bodies.map((_, n) => {
    const link = links.find(({ body }) => body === n);
    return link ? blocks[link.block].rows : [];
  });
  return { page, bodies, bodyOf, titles };
}

/** Gives each line that stands alone to the story that most speaks for. */
export function withAsides(look: Homes, asides: readonly (readonly number[])[], table: WeightTable): Body[] {
  const added = look.bodies.map((): Aside[] => []);
  for (const rows of asides) {
    const home = homeOf(look, rows, table);
    if (home === undefined) continue;
    const why = explain(table, (emit) => asideEvidence(look, rows, home, emit));
    added[home].push(...rows.map((row) => ({ row, why })));
  }
  return look.bodies.map((body, n) => (added[n].length > 0 ? { ...body, asides: added[n] } : body));
}

function homeOf(look: Homes, rows: readonly number[], table: WeightTable): number | undefined {
  // 上接… stands below its headline, in whatever order the rest was read.
  const headed = look.titles.findIndex((title) => title.includes(rows[0] - 1));
  if (headed >= 0 && settingOf(look.page, rows[0]) === FROM_ANOTHER_PAGE) return headed;
  let best: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  look.bodies.forEach(({ figure }, n) => {
    if (figure) return;
    const score = weigh(table, (emit) => asideEvidence(look, rows, n, emit));
    if (score > most) {
      most = score;
      best = n;
    }
  });
  return best;
}

/** Rows further away than this are all the same. */
const REACH = 6;

const BRACKETED = new Prefixed('in brackets: ');
const MARKED = new Prefixed('with a marker: ');
const PLAIN = new Prefixed('without a marker: ');
/** （上接第一版） on a row of its own, as the forms name it. */
export const CONTINUED = 'continued fills row';
const FROM_ANOTHER_PAGE = new Prefixed('from another page: ');

/** How a byline is set decides where it stands: in brackets it ends its story, with a marker it may open it. */
function settingOf(page: Ordered, row: number): Prefixed {
  if (page.forms[row].tags.includes(CONTINUED)) return FROM_ANOTHER_PAGE;
  const { bare } = page.sheet.rows[row];
  if (bare.startsWith('（') || bare.startsWith('(')) return BRACKETED;
  return page.forms[row].tags.some((tag) => tag.startsWith('sure byline own')) ? MARKED : PLAIN;
}

/** Evidence that the byline on these rows is that of body n. */
export function asideEvidence(look: Homes, rows: readonly number[], n: number, emit: Emit): void {
  const { page, bodies, bodyOf, titles } = look;
  const setting = settingOf(page, rows[0]);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const body = bodies[n];
  const head = body.rows[0];
  const tail = body.rows[body.rows.length - 1];
  const add = (name: string): void => emit(setting.of(name));
  const opens = opensStory(page.forms[head]);
  const title = titles[n];
  if (title.includes(first - 1)) add('under its title');
  if (title.includes(last + 1)) add('above its title');
  const isTitle = (i: number): boolean => page.title[i] > 0.5;
  if (bodyOf.get(first - 1) === n) {
    if (tail === first - 1) add('right below its end');
    else add(endsSentence(page.sheet.rows[first - 1].bare) ? 'below a paragraph of it' : 'below a row of it');
    if (isTitle(last + 1)) add('below it, a title below');
  }
  if (bodyOf.get(last + 1) === n) {
    if (head !== last + 1) add('above a row of it');
    else add(opens ? 'right above its lead' : 'right above its head');
    if (isTitle(first - 1)) add('above it, a title above');
  }
  if (bodyOf.get(first - 1) === n && bodyOf.get(last + 1) === n) add('within it');
  const before = page.previous.get(first);
  if (before !== undefined && bodyOf.get(before) === n)
    add(before === tail ? 'reads on from its end' : 'reads on from it');
  if (head > last && head - last <= REACH) add(opens ? 'its lead is near below' : 'its head is near below');
  if (tail < first && first - tail <= REACH) add('its end is near above');
  if (opens) add('opens with a lead');
  if (namesReporter(page.forms[head]) || signsStory(page.forms[tail])) add('is signed');
  const nearest = nearestAbove(look, first);
  if (nearest === n) add('nearest above');
}

/** The body whose last row stands nearest above. */
function nearestAbove({ bodies }: Homes, row: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  bodies.forEach((body, n) => {
    const distance = row - body.rows[body.rows.length - 1];
    if (!body.figure && distance > 0 && distance < least) {
      least = distance;
      best = n;
    }
  });
  return best;
}

/** 本报讯（记者…） at the head of a story: it has its byline … */
const namesReporter = (forms: FormRow): boolean =>
  forms.forms.some((form) => form.kind === 'byline' && form.place === 'lead');

/** … as it has with names in brackets, or a photographer's credit, at its end. */
const signsStory = (forms: FormRow): boolean =>
  forms.ended.some(
    (form) => form.kind === 'caption-credit' || (form.kind === 'byline' && form.place === 'tail' && form.score > 1.5),
  );
