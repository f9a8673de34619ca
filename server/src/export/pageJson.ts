import type { NewspaperDocument, PlacedPage } from '../page/document';
import type { Byline, Credit, Dateline, Figure, Folio, Story, Title } from '../page/model';

/*
 * The page as JSON: the form in which other programs take pages over. Every key is present, null or [] where nothing
 * was found. Lines count from 1 in the file (not in the page), so that they lead a person to the place.
 */

export interface PageJson {
  readonly file: string;
  /** From 1; a form feed begins a new page of the file. */
  readonly page: number;
  readonly folio: Folio;
  readonly articles: readonly ArticleJson[];
  /** Captions that belong to no story and have no title of their own. */
  readonly figures: readonly FigureJson[];
  readonly furniture: readonly FurnitureJson[];
}

export interface ArticleJson {
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly deck: string | null;
  readonly headlineLines: readonly number[];
  readonly lines: readonly number[];
  readonly bylines: readonly { role: string | null; names: readonly string[]; lines: readonly number[] }[];
  readonly dateline: DatelineJson | null;
  readonly subheads: readonly { text: string; lines: readonly number[] }[];
  readonly figures: readonly FigureJson[];
  readonly jump: { readonly to: string; readonly lines: readonly number[] } | null;
  readonly continuedFrom: { readonly from: string; readonly lines: readonly number[] } | null;
  readonly paragraphs: readonly string[];
  readonly confidence: number;
}

export interface DatelineJson {
  readonly text: string;
  readonly agency: string | null;
  readonly place: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly kind: '电' | '讯';
  readonly lines: readonly number[];
}

export interface FigureJson {
  readonly caption: string;
  readonly credit: { readonly role: string | null; readonly names: readonly string[] } | null;
  readonly lines: readonly number[];
}

export interface FurnitureJson {
  readonly kind: 'folio' | 'masthead' | 'credit' | 'notice' | 'other';
  readonly text: string;
  readonly lines: readonly number[];
}

/** One object a page. `file` is what the caller calls the document, and is copied as it is. */
export const documentJson = (file: string, document: NewspaperDocument): PageJson[] =>
  document.pages.map((placed, index) => pageJson(file, index + 1, placed));

function pageJson(file: string, number: number, { page, firstLine }: PlacedPage): PageJson {
  const inFile: LineMap = (lines) => lines.map((n) => n + firstLine + 1);
  const furniture = [
    ...page.furniture.map(({ kind, text, lines }) => ({ kind, text, lines: inFile(lines) })),
    // The format has no place of its own for a title that fits no story; left out it would be lost.
    ...page.orphans.map(({ text, lines }) => ({ kind: 'other' as const, text, lines: inFile(lines) })),
  ];
  return {
    file,
    page: number,
    folio: { newspaper: page.folio.newspaper, date: page.folio.date, page: page.folio.page },
    articles: page.stories.map((story) => articleJson(story, inFile)),
    figures: page.figures.map((figure) => figureJson(figure, inFile)),
    furniture,
  };
}

/** Turns line numbers of the page (from 0) into those of the file (from 1). */
type LineMap = (lines: readonly number[]) => number[];

function articleJson(story: Story, inFile: LineMap): ArticleJson {
  return {
    headline: textOf(story.headline),
    kicker: textOf(story.kicker),
    deck: textOf(story.deck),
    headlineLines: inFile(story.headlineLines),
    lines: inFile(story.lines),
    bylines: story.bylines.map((byline) => bylineJson(byline, inFile)),
    dateline: story.dateline && datelineJson(story.dateline, inFile),
    subheads: story.subheads.map(({ text, lines }) => ({ text, lines: inFile(lines) })),
    figures: story.figures.map((figure) => figureJson(figure, inFile)),
    jump: story.jump && { to: story.jump.page, lines: inFile(story.jump.lines) },
    continuedFrom: story.continuedFrom && {
      from: story.continuedFrom.page,
      lines: inFile(story.continuedFrom.lines),
    },
    paragraphs: story.paragraphs.map(({ text }) => text),
    confidence: rounded(story.confidence),
  };
}

const textOf = (title: Title | null): string | null => (title ? title.text : null);

const namesOf = ({ names }: Credit | Byline): string[] => names.map(({ name }) => name);

const bylineJson = (byline: Byline, inFile: LineMap) => ({
  role: byline.role,
  names: namesOf(byline),
  lines: inFile(byline.lines),
});

const datelineJson = (dateline: Dateline, inFile: LineMap): DatelineJson => ({
  text: dateline.text,
  agency: dateline.agency,
  place: dateline.place,
  month: dateline.month,
  day: dateline.day,
  kind: dateline.kind,
  lines: inFile(dateline.lines),
});

const figureJson = (figure: Figure, inFile: LineMap): FigureJson => ({
  caption: figure.caption,
  credit: figure.credit && { role: figure.credit.role, names: namesOf(figure.credit) },
  lines: inFile(figure.lines),
});

/** Three places are more than the figure is worth, and keep the output short. */
const rounded = (confidence: number): number => Math.round(confidence * 1000) / 1000;
