import type { Evidence, Piece, Role } from './model';
import type { Ordered } from './ordered';
import { KINDS, type Kind, roleEvidence } from './roles';
import { isStackRow } from './rows';
import { explain, type Weights } from './weights';

/*
 * What each stretch of the page is, how sure that is and why: what colours, hovers and the marked-up page show of it.
 */

/** What a row is, whose, and why it is that story's where that was a question by itself. */
export interface RoleOfRow {
  readonly role: Role;
  readonly story: number | null;
  readonly whose?: readonly Evidence[];
}

/**
 * The odds that the first look gave to the role, or the rows around or its forms where they decided it; what later stages decided (a
 * subhead, a jump line) is as sure as they.
 */
function confidenceOf(page: Ordered, role: Role, i: number): number {
  const kind = KIND_OF_ROLE[role] ?? 'body';
  if (kind === 'furniture') return page.furniture[i];
  const first = page.odds[i][KINDS.indexOf(kind)];
  if (!page.titleWhy.has(i)) return first;
  return kind === 'title' ? page.title[i] : kind === 'body' ? 1 - page.title[i] : first;
}

const KIND_OF_ROLE: Partial<Record<Role, Kind>> = {
  headline: 'title',
  kicker: 'title',
  deck: 'title',
  caption: 'caption',
  byline: 'byline',
  folio: 'furniture',
  masthead: 'furniture',
  credit: 'furniture',
  notice: 'furniture',
  'standing-head': 'furniture',
  noise: 'furniture',
};

/** Adds `why`, worked out when it is first looked at: of a page's hundreds of pieces a person asks about one. */
function reasoned(piece: Omit<Piece, 'why'>, reasons: () => readonly Evidence[]): Piece {
  let known: readonly Evidence[] | undefined;
  const { line, span, role, story, confidence } = piece;
  return {
    line,
    span,
    role,
    story,
    confidence,
    get why() {
      known ??= reasons();
      return known;
    },
  };
}

/** What decided the role of row i: the rows around it, its forms, or the evidence of the first look; for running text, what it goes on from. */
function reasonsFor(page: Ordered, weights: Weights, role: Role, i: number): Evidence[] {
  const decided = page.titleWhy.get(i);
  const forms = [...(decided ? [decided] : []), ...page.forms[i].forms.flatMap((form) => form.why)];
  if (isStackRow(page.sheet, i)) return [BESIDE_ROWS];
  const kind = KIND_OF_ROLE[role];
  if (kind !== undefined && kind !== 'body')
    return [...forms, ...explain(weights.roles[kind], (emit) => roleEvidence(page.roles, i, emit))];
  const before = page.previous.get(i);
  const goesOn =
    before === undefined ? [] : explain(weights.succession, (emit) => page.explainSuccession(before, i, emit));
  return [...forms, ...goesOn];
}

/** A vertical headline that was read along with the rows beside it is a form, not a matter of odds. */
const BESIDE_ROWS: Evidence = { name: 'vertical headline beside the rows', score: 3 };

const NOISE: RoleOfRow = { role: 'noise', story: null };

/** The pieces of the page, line by line; a line of several columns has one for each. */
export function piecesOf(page: Ordered, weights: Weights, roles: ReadonlyMap<number, RoleOfRow>): Piece[] {
  const byLine = new Map<number, number[]>();
  for (const [i, row] of page.sheet.rows.entries()) {
    const known = byLine.get(row.line);
    if (known) known.push(i);
    else byLine.set(row.line, [i]);
  }
  const start = (i: number): number => page.sheet.rows[i].span.start;
  return page.sheet.lines.flatMap(({ n, span }): Piece[] => {
    const rows = byLine.get(n)?.sort((a, b) => start(a) - start(b));
    if (rows === undefined) return [{ line: n, span, role: 'blank', story: null, confidence: 1, why: [] }];
    return rows.map((i, k) => {
      const { role, story, whose = [] } = roles.get(i) ?? NOISE;
      const next = rows[k + 1];
      const start = k === 0 ? span.start : page.sheet.rows[i].span.start;
      const end = next === undefined ? span.end : page.sheet.rows[next].span.start;
      return reasoned({ line: n, span: { start, end }, role, story, confidence: confidenceOf(page, role, i) }, () => [
        ...reasonsFor(page, weights, role, i),
        ...whose,
      ]);
    });
  });
}
