import type { TextLine } from '../../text/lines';
import { ViewBuilder } from '../../text/view';
import type { Profile } from '../profiles/profile';
import { matchBracketedByline, matchOwnByline, matchReportByline } from './byline';
import { matchCaptionCue, matchDrawn, matchMisreadShot, matchPictureSource, matchShot } from './caption';
import { matchDateline } from './dateline';
import { evidence } from './evidence';
import { matchFolio } from './folio';
import type { Form } from './form';
import { matchCredit, matchMasthead, matchNotice, matchStandingHead } from './furniture';
import { matchJump } from './jump';
import { matchLead } from './lead';
import { type FormLine, Scan } from './scan';

export type {
  BylineForm,
  CaptionCreditForm,
  DatelineForm,
  FolioForm,
  Form,
  JumpForm,
  LeadForm,
  PlainForm,
  RoleNames,
} from './form';
export type { FormLine } from './scan';

/** The lines of a text as form lines, spaces and all (spaces part names, so forms want them). */
export const formLines = (text: string, lines: readonly TextLine[]): FormLine[] =>
  lines.map(({ n, span }) => ({ n, view: new ViewBuilder().copy(text, span.start, span.end).build() }));

/**
 * All forms in the lines, in the order of their spans. Lines may come in any order and in pieces; a form may run over line
 * ends (blank lines are read over) or, where columns interleave, on to one of the next lines. Linear in the text.
 */
export function findForms(lines: readonly FormLine[], profile: Profile): readonly Form[] {
  const written = lines.filter(({ view }) => view.text.trim() !== '');
  const scan = new Scan(written);
  const finder = new Finder(scan, profile);
  for (let line = 0; line < written.length; line++) finder.readLine(line);
  return withoutOverlaps(finder.forms);
}

/** In source order; of two forms of one kind that overlap, the surer one (of equals the longer one). */
function withoutOverlaps(forms: readonly Form[]): Form[] {
  const kept: Form[] = [];
  const last = new Map<Form['kind'], number>();
  for (const form of [...forms].sort(
    (a, b) => a.span.start - b.span.start || b.score - a.score || b.span.end - a.span.end,
  )) {
    const rival = last.get(form.kind);
    if (rival === undefined || !overlap(kept[rival], form)) last.set(form.kind, kept.push(form) - 1);
    else if (kept[rival].score < form.score) kept[rival] = form;
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

const overlap = (a: Form, b: Form): boolean => a.span.start < b.span.end && b.span.start < a.span.end;

/** How far on a form is looked for where columns interleave: rows of up to seven columns. */
const MAX_STRIDE = 7;
/** Interleaved columns are narrow; a longer line is none. Bounds the work of looking further. */
const MAX_COLUMN = 60;

class Finder {
  readonly forms: Form[] = [];

  constructor(
    private readonly scan: Scan,
    private readonly profile: Profile,
  ) {}

  /** Forms that begin (or, read backwards, end) in the line. */
  readLine(line: number): void {
    const { scan, profile } = this;
    const whole =
      matchCredit(scan, line, profile) ??
      matchFolio(scan, line, profile) ??
      matchMasthead(scan, line, profile) ??
      matchNotice(scan, line, profile) ??
      matchStandingHead(scan, line, profile) ??
      matchOwnByline(scan, line, profile);
    if (whole !== null) this.forms.push(whole);
    const [start, end] = [scan.lineStart(line), scan.lineEnd(line)];
    for (let i = start; i < end; i++) {
      const form = this.readAt(i, line);
      if (form !== null) this.forms.push(form);
    }
  }

  private readAt(i: number, line: number): Form | null {
    const { scan, profile } = this;
    const c = scan.text[i];
    if (c === profile.wire || c === profile.local) {
      const dateline = matchDateline(scan, i, profile) ?? this.datelineOverColumns(i, line);
      if (dateline !== null) this.readBehind(i + 1);
      return dateline;
    }
    if (c === '(' || c === '[' || c === '《' || c === '"') {
      return matchBracketedByline(scan, i, profile, false) ?? this.bracketOverColumns(i, line);
    }
    if (profile.page.includes(c)) return matchJump(scan, i, profile) ?? this.jumpOverColumns(i, line);
    if (profile.shotLookalikes.includes(c)) return matchMisreadShot(scan, i, profile) ?? this.readWord(i);
    return this.readWord(i);
  }

  private readWord(i: number): Form | null {
    const { scan, profile } = this;
    const lead = matchLead(scan, i, profile);
    if (lead !== null) {
      this.readBehind(i + lead.text.length);
      return lead;
    }
    return (
      matchShot(scan, i, profile) ??
      matchPictureSource(scan, i, profile) ??
      matchDrawn(scan, i, profile) ??
      matchCaptionCue(scan, i, profile)
    );
  }

  /** The names right behind a dateline or lead that ends at `at`: （刘世昕、李自良）, 记者谭国器报道. */
  private readBehind(at: number): void {
    const { scan, profile } = this;
    const from = scan.text[at] === '"' ? at + 1 : at;
    const names =
      matchReportByline(scan, from, profile) ??
      (scan.text[from] === '(' ? matchBracketedByline(scan, from, profile, true) : null);
    if (names !== null) this.forms.push(names);
  }

  private datelineOverColumns(_i: number, _line: number): Form | null {
    return null;
  }

  private bracketOverColumns(_i: number, _line: number): Form | null {
    return null;
  }

  private jumpOverColumns(_i: number, _line: number): Form | null {
    return null;
  }
}
void MAX_STRIDE, MAX_COLUMN, evidence;
