/* Where the rows of an annotated page stand in their stories, which the annotation does not say: it gives lines and texts. */
import type { Truth } from './pages';

/** A row of a page: the line it stands in (from 0), and its text without spaces. */
interface Row {
  readonly line: number;
  readonly bare: string;
}

const BODY_ROLES = new Set(['body', 'lead', 'dateline', 'subhead', 'byline', 'jump']);

/** So many rows of other columns stand between two rows of one column at most. */
const REACH = 14;

/**
 * For each row its offset in the body of its story, spaces left out; null where it cannot be told. Most are placed by the
 * vote of their trigrams. A paragraph's last row may be too short for that, and the name that signs a story stands behind
 * its text: without those, rows that end a column would seem to go on from none.
 */
export function bodyPositions(rows: readonly Row[], truth: Truth): (number | null)[] {
  const bodies = truth.articles.map(({ body }) => squeeze(body));
  const index = bodies.map(trigramPlaces);
  const articles = rows.map(({ line }) => articleOf(truth, line));
  const texts = rows.map(({ bare }) => squeeze(bare));
  const places = texts.map((text, i) => {
    const article = articles[i];
    return article === null ? null : placeByTrigrams(text, index[article]);
  });
  return rows.map(({ line }, i) => {
    const article = articles[i];
    if (article === null || places[i] !== null) return places[i];
    const { role } = truth.lines[line];
    if (role === 'byline') return signs(texts[i], truth, article) ? bodies[article].length : null;
    if (role !== 'body') return null;
    const rest = rows.map((_, k) => (articles[k] === article ? places[k] : null));
    return placeBehindAnother(texts, rest, bodies[article], i);
  });
}

function articleOf({ lines }: Truth, n: number): number | null {
  const line = lines[n];
  return line && !line.mixed && BODY_ROLES.has(line.role) ? line.article : null;
}

function placeByTrigrams(text: string, index: ReadonlyMap<string, readonly number[]>): number | null {
  const votes = new Map<number, number>();
  for (let i = 0; i + 3 <= text.length; i++) {
    for (const place of (index.get(text.slice(i, i + 3)) ?? []).slice(0, 8))
      votes.set(place - i, (votes.get(place - i) ?? 0) + 1);
  }
  let best: number | null = null;
  let count = Math.max(1, text.length / 6);
  for (const [offset, n] of votes) {
    if (n > count) {
      best = offset;
      count = n;
    }
  }
  return best;
}

/** Row i goes on from the nearest row above it that ends where the body goes on so, and where no other row begins. */
function placeBehindAnother(
  texts: readonly string[],
  places: readonly (number | null)[],
  body: string,
  i: number,
): number | null {
  const taken = new Set(places);
  for (let k = i - 1; k >= 0 && i - k < REACH; k--) {
    const place = places[k];
    if (place === null) continue;
    const end = place + texts[k].length;
    if (!taken.has(end) && body.startsWith(texts[i], end)) return end;
  }
  return null;
}

const signs = (text: string, { articles }: Truth, article: number): boolean =>
  articles[article].byline
    .filter(({ pos }) => pos === 'end')
    .flatMap(({ names }) => names)
    .some((name) => name.split('|').some((spelling) => text.includes(squeeze(spelling))));

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

function trigramPlaces(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 0; i + 3 <= text.length; i++) {
    const gram = text.slice(i, i + 3);
    const at = places.get(gram);
    if (at) at.push(i);
    else places.set(gram, [i]);
  }
  return places;
}
