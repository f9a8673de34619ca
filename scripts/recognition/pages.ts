/*
 * Annotated pages for training and measuring: ../shared/pages (every extractor and OCR) and ../shared/pages_alt (the same
 * pages through the other text extractors). Nothing of them goes into the product but the weights.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface TruthLine {
  readonly n: number;
  readonly article: number | null;
  readonly role: string;
  readonly roles?: readonly string[];
  readonly dup?: boolean;
  readonly mixed?: Record<string, number>;
}

export interface TruthArticle {
  readonly type: 'story' | 'photo';
  readonly headline: string | null;
  readonly headlineAlt?: readonly string[];
  readonly kicker: string | null;
  readonly deck: string | null;
  readonly byline: readonly { readonly role: string; readonly names: readonly string[]; readonly pos: string }[];
  readonly dateline: { readonly text: string } | null;
  readonly lead: string | null;
  readonly body: string;
  readonly captionLines: readonly (readonly number[])[];
  readonly headlineLines: readonly number[];
  readonly jumpLine: number | null;
}

export interface Truth {
  name: string;
  readonly engine: string;
  readonly lines: readonly TruthLine[];
  readonly articles: readonly TruthArticle[];
}

export interface Sheet {
  readonly name: string;
  /** Pages of one number are the same page through different extractors: they train and test together. */
  readonly group: string;
  readonly engine: string;
  /** From ../shared/pages (scored) rather than pages_alt. */
  readonly main: boolean;
  readonly ocr: boolean;
  readonly text: string;
  readonly truth: Truth;
}

export const PAGES = '../shared/pages';
export const PAGES_ALT = '../shared/pages_alt';

export function loadSheets(directory: string, main: boolean): Sheet[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -5);
      const truth = JSON.parse(readFileSync(`${directory}/${file}`, 'utf8')) as Truth;
      truth.name = name;
      const engine = /_(\w+)$/.exec(name)?.[1] ?? 'seed';
      const text = readFileSync(`${directory}/${name}.txt`, 'utf8');
      return { name, group: name.split('_')[0], engine, main, ocr: /tess|lineocr/.test(truth.engine), text, truth };
    });
}

/** Of the other extractors' pages every so manieth takes part: all of them gain nothing more and take twice the time. */
const SHARE = 2;

/** The scored pages, and of their other extractions those that take part in training. */
export const trainingSheets = (): Sheet[] => [
  ...loadSheets(PAGES, true),
  ...loadSheets(PAGES_ALT, false).filter(({ engine }, n) => engine !== 'layout' && n % SHARE === 0),
];

/**
 * Where in its article's body each row stands (offset in the body without spaces; null where it cannot be told):
 * by the vote of its trigrams.
 */
export function bodyPositions(
  rows: readonly { readonly line: number; readonly bare: string }[],
  truth: Truth,
): (number | null)[] {
  const index = truth.articles.map((article) => trigramPlaces(squeeze(article.body)));
  return rows.map(({ line: n, bare: text }) => {
    const line = truth.lines[n];
    if (!line || line.article === null || line.mixed || !BODY_ROLES.has(line.role)) return null;
    const places = index[line.article];
    const votes = new Map<number, number>();
    const compact = squeeze(text);
    for (let i = 0; i + 3 <= compact.length; i++) {
      const at = places.get(compact.slice(i, i + 3));
      if (at?.length) for (const place of at.slice(0, 8)) votes.set(place - i, (votes.get(place - i) ?? 0) + 1);
    }
    let best: number | null = null;
    let count = Math.max(1, compact.length / 6);
    for (const [offset, n] of votes) {
      if (n > count) {
        best = offset;
        count = n;
      }
    }
    return best;
  });
}

const BODY_ROLES = new Set(['body', 'lead', 'dateline', 'subhead', 'byline', 'jump']);
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
