import type { Span } from '../text/span';

/*
 * The page as read: plain immutable data. Offsets are UTF-16 units and line numbers count from 0, both from the start of
 * the page's own text (a document splits at form feeds; see document.ts). `lines` arrays are in source order and name
 * every line that holds some of the element.
 */

/** What a line (or, where columns were glued, a piece of it) was taken for. */
export type Role =
  | 'headline'
  | 'kicker'
  | 'deck'
  | 'subhead'
  | 'byline'
  | 'body'
  | 'caption'
  | 'jump'
  | 'folio'
  | 'masthead'
  | 'credit'
  | 'notice'
  | 'standing-head'
  | 'mark'
  | 'noise'
  | 'blank';

/** One piece of evidence: a name from evidence.ts (which has its sentence) and how much it weighed, in log-odds. */
export interface Evidence {
  readonly name: string;
  readonly score: number;
}

/** What every element carries: where it stands, how sure the reading is (0..1), and what decided it. */
export interface Element {
  readonly span: Span;
  readonly lines: readonly number[];
  readonly confidence: number;
  readonly why: readonly Evidence[];
}

/** A stretch of one line: the whole line, or one column's part of a line in which columns were glued. */
export interface Piece {
  readonly line: number;
  readonly span: Span;
  readonly role: Role;
  /** Index into Page.stories; null for furniture, unattached figures, blanks. */
  readonly story: number | null;
  readonly confidence: number;
  readonly why: readonly Evidence[];
}

/** A title line or block: `text` is clean (spaces, shadow copies and vertical setting undone). */
export interface Title extends Element {
  readonly text: string;
}

export interface Person {
  readonly name: string;
  readonly span: Span;
}

export interface Byline extends Element {
  /** As printed, without spaces: 本报记者, 通讯员 … ; null where the names stand alone. */
  readonly role: string | null;
  readonly names: readonly Person[];
}

export interface Dateline extends Element {
  readonly text: string;
  readonly agency: string | null;
  readonly place: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly kind: '电' | '讯';
}

export interface Credit {
  readonly role: string | null;
  readonly names: readonly Person[];
}

export interface Figure extends Element {
  readonly caption: string;
  readonly credit: Credit | null;
}

/** 下转4版 (kind 'to') or 上接第一版 (kind 'from'); `page` is as printed but in half-width digits: '4', 'A8'. */
export interface Jump extends Element {
  readonly kind: 'to' | 'from';
  readonly page: string;
}

/** A paragraph in reading order. `text` is clean and joined; `pieces` are the source stretches it was joined from, in reading order. */
export interface Paragraph {
  readonly text: string;
  readonly pieces: readonly Span[];
  readonly lines: readonly number[];
  /** True for a subhead, which stands in the story's flow as a paragraph of its own. */
  readonly subhead: boolean;
}

export interface Story extends Element {
  readonly headline: Title | null;
  readonly kicker: Title | null;
  readonly deck: Title | null;
  /** Lines of the whole title block. */
  readonly headlineLines: readonly number[];
  readonly bylines: readonly Byline[];
  readonly dateline: Dateline | null;
  /** 本报讯 and its like: the opening formula of a local story, without the names that follow it. */
  readonly lead: Title | null;
  readonly subheads: readonly Title[];
  readonly figures: readonly Figure[];
  readonly jump: Jump | null;
  readonly continuedFrom: Jump | null;
  readonly paragraphs: readonly Paragraph[];
  /** How sure the link between title block and body is (0..1), and its evidence; null without a title. */
  readonly link: { readonly confidence: number; readonly why: readonly Evidence[] } | null;
}

export interface Furniture extends Element {
  readonly kind: 'folio' | 'masthead' | 'credit' | 'notice' | 'other';
  readonly text: string;
}

export interface Folio {
  readonly newspaper: string | null;
  /** ISO date, YYYY-MM-DD. */
  readonly date: string | null;
  readonly page: string | null;
}

export interface Page {
  readonly text: string;
  readonly folio: Folio;
  /** Every stretch of the page, in source order; together with the line ends they tile the text. */
  readonly pieces: readonly Piece[];
  /** In order of their first body line. */
  readonly stories: readonly Story[];
  /** Captions that belong to no story. */
  readonly figures: readonly Figure[];
  /** Title blocks that fit no body. */
  readonly orphans: readonly Title[];
  readonly furniture: readonly Furniture[];
  /** What the page as a whole showed: recognised by OCR, padded with blank lines, in which characters. */
  readonly traits: Traits;
}

export interface Traits {
  /** Marks tell that the text came from OCR (traits.ts). */
  readonly ocr: boolean;
  /** A blank line after (nearly) every line. */
  readonly padded: boolean;
  /** 'zh-Hans' or 'zh-Hant': the profile that read the page. */
  readonly profile: string;
}
