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
