import type { TextLine } from '../../text/lines';
import { ViewBuilder } from '../../text/view';
import type { Profile } from '../profiles/profile';
import { matchBracketedByline, matchBylineAtLineEnd, matchOwnByline, matchReportByline } from './byline';
import { matchCaptionCue, matchDrawn, matchMisreadShot, matchPictureSource, matchShot } from './caption';
import { matchDateline } from './dateline';
import { matchFolio } from './folio';
import type { BylineForm, Form } from './form';
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
  const finder = new Finder(Scan.of(written), profile);
  for (let line = 0; line < written.length; line++) finder.readLine(line);
  return settle(finder.forms);
}

/**
 * In source order, without the forms that others make impossible: of two of one kind that overlap the less sure one, and a
 * line of names or a page number that is part of a credit or a jump line.
 */
function settle(forms: readonly Form[]): Form[] {
  const kept: Form[] = [];
  const last = new Map<Form['kind'], number>();
  for (const form of [...forms].sort(
    (a, b) => a.span.start - b.span.start || b.score - a.score || b.span.end - a.span.end,
  )) {
    const rival = last.get(form.kind);
    if (rival === undefined || !overlap(kept[rival], form)) last.set(form.kind, kept.push(form) - 1);
    else if (kept[rival].score < form.score) kept[rival] = form;
  }
  const within = new Map<Form['kind'], readonly Form[]>();
  for (const { weaker, stronger } of CONFLICTS)
    within.set(
      weaker,
      kept.filter(({ kind }) => stronger.includes(kind)),
    );
  return kept
    .filter((form) => !holdsOverlap(within.get(form.kind) ?? [], form))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Names of a credit stand on lines of their own (本报记者⏎李舸⏎摄), and so does the end of a jump line (（下转⏎第2版）). */
const CONFLICTS: readonly { readonly weaker: Form['kind']; readonly stronger: readonly Form['kind'][] }[] = [
  { weaker: 'byline', stronger: ['caption-credit', 'credit', 'jump', 'continued'] },
  { weaker: 'folio', stronger: ['jump', 'continued'] },
  { weaker: 'standing-head', stronger: ['byline'] },
];

const overlap = (a: Form, b: Form): boolean => a.span.start < b.span.end && b.span.start < a.span.end;

/** Whether one of `forms` (in order, not overlapping one another) overlaps `form`. */
function holdsOverlap(forms: readonly Form[], form: Form): boolean {
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (forms[middle].span.end <= form.span.start) low = middle + 1;
    else high = middle;
  }
  return low < forms.length && overlap(forms[low], form);
}

/** How far on a form is looked for where columns interleave: rows of up to seven columns. */
const MAX_STRIDE = 7;
/** What a line's end cuts off of a form is short: a few names, a date. */
const MAX_BROKEN = 14;

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
      matchStandingHead(scan, line, profile);
    if (whole !== null) this.forms.push(whole);
    const own = whole === null || whole.kind === 'standing-head' ? matchOwnByline(scan, line, profile) : null;
    if (own !== null) this.forms.push(own);
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
      if (dateline !== null) this.readBehind(i + 1, line);
      return dateline;
    }
    if (c === '(' || c === '[' || c === '《' || c === '"') return this.readBracket(i, line, false);
    if (profile.page.includes(c)) return matchJump(scan, i, profile) ?? this.jumpOverColumns(i, line);
    if (profile.shotLookalikes.includes(c)) return matchMisreadShot(scan, i, profile) ?? this.readWord(i, line);
    if (scan.gapBefore(i) > 0 && profile.bylineMarkers.includes(c)) return matchBylineAtLineEnd(scan, i, line, profile);
    return this.readWord(i, line);
  }

  private readWord(i: number, line: number): Form | null {
    const { scan, profile } = this;
    const lead = matchLead(scan, i, profile);
    if (lead !== null) {
      this.readBehind(i + lead.text.length, line);
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
  private readBehind(at: number, line: number): void {
    const { scan, profile } = this;
    const from = scan.text[at] === '"' ? at + 1 : at;
    const names =
      matchReportByline(scan, from, profile) ?? (scan.text[from] === '(' ? this.readBracket(from, line, true) : null);
    if (names !== null) this.forms.push(names);
  }

  private readBracket(open: number, line: number, behindLead: boolean): BylineForm | null {
    const straight = matchBracketedByline(this.scan, open, this.profile, behindLead);
    if (straight !== null && isSure(straight)) return straight;
    return this.bracketOverColumns(open, line, behindLead) ?? straight;
  }

  /** A bracket that the line's end (or a column's, in glued columns) leaves open, closed on one of the next lines. */
  private bracketOverColumns(open: number, line: number, behindLead: boolean): BylineForm | null {
    const { scan, profile } = this;
    if (scan.text[open] !== '(') return null;
    for (const pair of this.readingsFrom(open, line)) {
      const form = matchBracketedByline(pair, 0, profile, behindLead);
      if (form !== null && isSure(form) && form.lines.length === 2 && closes(pair, form)) return form;
    }
    return null;
  }

  /** A dateline whose end begins this line and whose beginning ends one of the lines before the last. */
  private datelineOverColumns(kindAt: number, line: number): Form | null {
    for (const { pair, at } of this.readingsTo(kindAt, line)) {
      const form = matchDateline(pair, at, this.profile);
      if (form !== null && form.agency !== null && form.month !== null && form.lines.length === 2) return form;
    }
    return null;
  }

  private jumpOverColumns(pageAt: number, line: number): Form | null {
    for (const { pair, at } of this.readingsTo(pageAt, line)) {
      const form = matchJump(pair, at, this.profile);
      if (form !== null && form.lines.length === 2) return form;
    }
    return null;
  }

  /**
   * Readings from `at` across columns: glued ones (up to a gap, then the next line from its start; or up to the line's end,
   * then the next line's last column) and interleaved ones (two to `MAX_STRIDE` lines on), likeliest first.
   */
  private *readingsFrom(at: number, line: number): Iterable<Scan> {
    const { scan } = this;
    const end = scan.lineEnd(line);
    const head = (other: number): readonly [number, number] => {
      const start = scan.lineStart(other);
      return [start, Math.min(scan.lineEnd(other), start + MAX_BROKEN)];
    };
    for (let cut = at + 1; line + 1 < scan.lineCount && cut < Math.min(end, at + MAX_BROKEN); cut++) {
      if (scan.gapBefore(cut) > 0) yield scan.pick([at, cut], head(line + 1));
    }
    if (end - at > MAX_BROKEN) return;
    const column = line + 1 < scan.lineCount ? this.lastColumn(line + 1) : null;
    if (column !== null) yield scan.pick([at, end], column);
    for (let distance = 2; distance <= MAX_STRIDE && line + distance < scan.lineCount; distance++) {
      yield scan.pick([at, end], head(line + distance));
    }
  }

  /** Readings that end at `at`, near its line's start: from one of the lines before the last, or a column of the last. */
  private *readingsTo(at: number, line: number): Iterable<{ pair: Scan; at: number }> {
    const { scan } = this;
    const start = scan.lineStart(line);
    if (at - start > MAX_BROKEN) return;
    const rest: readonly [number, number] = [start, Math.min(scan.lineEnd(line), at + 2)];
    const join = (from: number, to: number) => ({ pair: scan.pick([from, to], rest), at: to - from + at - start });
    if (line > 0) {
      const [from, to] = [scan.lineStart(line - 1), scan.lineEnd(line - 1)];
      for (let cut = Math.max(from + 2, to - 4 * MAX_BROKEN); cut < to; cut++) {
        if (scan.gapBefore(cut) > 0) yield join(Math.max(from, cut - 2 * MAX_BROKEN), cut);
      }
    }
    for (let distance = 2; distance <= MAX_STRIDE && line - distance >= 0; distance++) {
      const to = scan.lineEnd(line - distance);
      yield join(Math.max(scan.lineStart(line - distance), to - 2 * MAX_BROKEN), to);
    }
  }

  /** What stands behind the line's last gap. */
  private lastColumn(line: number): readonly [number, number] | null {
    const { scan } = this;
    const [start, end] = [scan.lineStart(line), scan.lineEnd(line)];
    for (let i = end - 1; i > start && i > end - MAX_BROKEN; i--) if (scan.gapBefore(i) > 0) return [i, end];
    return null;
  }
}

const isSure = (form: BylineForm): boolean => form.why.some(({ name }) => name === 'byline.likely-names');

/** Whether the form ends with its bracket and not with the text. */
function closes(scan: Scan, form: Form): boolean {
  for (let i = scan.lineStart(1); i < scan.text.length; i++) {
    if (scan.sourceSpan(i, i + 1).end === form.span.end) return ')]'.includes(scan.text[i]);
  }
  return false;
}
