import type { Span } from '../../text/span';
import type { Evidence, Person } from '../model';
import type { Scan } from './scan';

/** What every recognised form tells. Offsets are those of the page's text. */
export interface FormBase {
  readonly span: Span;
  /** Numbers of the lines that hold some of the form, ascending. */
  readonly lines: readonly number[];
  /** Whether the form begins at its first line's first character, and ends at its last line's last one. */
  readonly atLineStart: boolean;
  readonly atLineEnd: boolean;
  /** Log-odds that this is the form and not running text: the sum of `why`. */
  readonly score: number;
  readonly why: readonly Evidence[];
}

/** A role with its names: 通讯员 卫海平 解德智. */
export interface RoleNames {
  /** As printed, without spaces; null where the names stand alone. */
  readonly role: string | null;
  readonly names: readonly Person[];
}

export interface BylineForm extends FormBase {
  readonly kind: 'byline';
  /** own: a line of its own; tail: in brackets behind the story; lead: behind a dateline or lead, or roled in brackets. */
  readonly place: 'own' | 'tail' | 'lead';
  readonly parts: readonly RoleNames[];
}

export interface DatelineForm extends FormBase {
  readonly kind: 'dateline';
  /** Without spaces, digits half-width: 新华社北京2月18日电. */
  readonly text: string;
  readonly agency: string | null;
  readonly place: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly wire: '电' | '讯';
  /** In brackets of its own, as it closes a story: （本报华盛顿1月1日电）. */
  readonly bracketed: boolean;
  /** Stands behind what it dates and nowhere else: （据新华社北京2月18日电）, 以上均据新华社电. */
  readonly closing: boolean;
}

export interface LeadForm extends FormBase {
  readonly kind: 'lead';
  readonly text: string;
}

export interface CaptionCreditForm extends FormBase {
  readonly kind: 'caption-credit';
  readonly role: string | null;
  readonly names: readonly Person[];
}

export interface JumpForm extends FormBase {
  readonly kind: 'jump' | 'continued';
  /** Half-width: 4, A8. */
  readonly page: string;
}

export interface FolioForm extends FormBase {
  readonly kind: 'folio';
  readonly newspaper: string | null;
  /** YYYY-MM-DD */
  readonly date: string | null;
  readonly page: string | null;
}

export interface PlainForm extends FormBase {
  readonly kind: 'caption-cue' | 'masthead' | 'credit' | 'notice' | 'standing-head';
  readonly text: string;
}

export type Form = BylineForm | DatelineForm | LeadForm | CaptionCreditForm | JumpForm | FolioForm | PlainForm;

/** The part of a form that the scan knows: where [start, end) of it stands, and the score with its reasons. */
export function formBase(scan: Scan, start: number, end: number, why: readonly Evidence[]): FormBase {
  const lines: number[] = [];
  for (let line = scan.lineAt(start); line <= scan.lineAt(end - 1); line++) {
    const n = scan.numberOf(line);
    if (scan.lineEnd(line) > scan.lineStart(line) && lines[lines.length - 1] !== n) lines.push(n);
  }
  return {
    span: scan.sourceSpan(start, end),
    lines: lines.sort((a, b) => a - b),
    atLineStart: scan.startsLine(start),
    atLineEnd: scan.startsLine(end),
    score: why.reduce((sum, { score }) => sum + score, 0),
    why,
  };
}
