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
import { readRole } from './roles';
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
    .filter((form) => !isOverruled(within.get(form.kind) ?? [], form))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Names of a credit stand on lines of their own (本报记者⏎李舸⏎摄), and so does the end of a jump line (（下转⏎第2版）). */
const CONFLICTS: readonly { readonly weaker: Form['kind']; readonly stronger: readonly Form['kind'][] }[] = [
  { weaker: 'byline', stronger: ['caption-credit', 'credit', 'jump', 'continued'] },
  { weaker: 'folio', stronger: ['jump', 'continued'] },
  { weaker: 'standing-head', stronger: ['byline'] },
  { weaker: 'caption-cue', stronger: ['byline'] },
];

const overlap = (a: Form, b: Form): boolean => a.span.start < b.span.end && b.span.start < a.span.end;

/** Whether one of `forms` (in order, seldom overlapping one another) overlaps `form` and is at least as sure. */
function isOverruled(forms: readonly Form[], form: Form): boolean {
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (forms[middle].span.end <= form.span.start) low = middle + 1;
    else high = middle;
  }
  return low < forms.length && overlap(forms[low], form) && forms[low].score >= form.score;
}

/** How far on a form is looked for where columns interleave: rows of up to seven columns. */
const MAX_STRIDE = 7;
/** What a line's end cuts off of a form is short: a few names, a date. */
const MAX_BROKEN = 14;
/** Columns glued in one line: five of twenty characters with their gaps. */
const MAX_GLUED_LINE = 160;

class Finder {
  readonly forms: Form[] = [];
  /** The last line that ended with a dateline or lead, whose names may begin one of the next lines. */
  private openLead = Number.NEGATIVE_INFINITY;

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
    if (c === '(' || c === '[' || c === '《' || c === '"') {
      return this.readBracket(i, line, scan.startsLine(i) && line - this.openLead <= MAX_STRIDE);
    }
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
    if (scan.startsLine(from)) this.openLead = line;
    const names =
      matchReportByline(scan, from, profile) ??
      (scan.text[from] === '(' ? this.readBracket(from, line, true) : this.reportOverColumns(from, line));
    if (names !== null) this.forms.push(names);
  }

  /** 记者艾笑 at a line's end, 报道 at the start of one of the next lines. */
  private reportOverColumns(from: number, line: number): BylineForm | null {
    const { scan, profile } = this;
    if (from >= scan.lineEnd(line) || readRole(scan, from, profile, true) === null) return null;
    const cuts = this.cutsBehind(from, line);
    for (let other = line + 1; other <= line + MAX_STRIDE && other < scan.lineCount; other++) {
      const start = scan.lineStart(other);
      for (const cut of cuts) {
        const pair = scan.pick([from, cut], [start, Math.min(scan.lineEnd(other), start + MAX_BROKEN)]);
        const form = matchReportByline(pair, 0, profile);
        if (form !== null && isSure(form)) return form;
      }
    }
    return null;
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
   * Readings from the bracket at `open` across columns: up to the line's end, or to a gap where columns were glued, and on
   * with what a bracket closes on one of the next lines that none of its own opened. Nearest first.
   */
  private *readingsFrom(open: number, line: number): Iterable<Scan> {
    const { scan } = this;
    const cuts = this.cutsBehind(open, line);
    if (cuts.length === 0) return;
    for (let other = line + 1; other <= line + MAX_STRIDE && other < scan.lineCount; other++) {
      for (const rest of this.strayClosings(other)) for (const cut of cuts) yield scan.pick([open, cut], rest);
    }
  }

  /** Where the column of `from` may end on its line: at the line's end if that is near, and at every gap that letter-spacing does not make. */
  private cutsBehind(from: number, line: number): number[] {
    const { scan } = this;
    const end = scan.lineEnd(line);
    const cuts = end - from <= MAX_BROKEN ? [end] : [];
    for (let cut = from + 1; cut < Math.min(end, from + MAX_BROKEN); cut++) {
      if (scan.gapBefore(cut) > scan.gapBefore(cut - 1)) cuts.push(cut);
    }
    return cuts;
  }

  /** Stretches of the line from its start or a gap to a closing bracket that nothing before it on the line opens. */
  private strayClosings(line: number): (readonly [number, number])[] {
    const { scan } = this;
    const [start, end] = [scan.lineStart(line), scan.lineEnd(line)];
    const found: (readonly [number, number])[] = [];
    if (end - start > MAX_GLUED_LINE) return found;
    let head = start;
    let from = start;
    for (let i = start; i < end; i++) {
      if (scan.gapBefore(i) > 0) from = i;
      if (scan.text[i] === '(') {
        from = end;
        head = end;
      }
      if (scan.text[i] !== ')') continue;
      if (head < end && i - head <= MAX_BROKEN) found.push([head, i + 1]);
      if (from > head && i > from && i - from <= MAX_BROKEN) found.push([from, i + 1]);
      from = end;
      head = end;
    }
    return found;
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
}

const isSure = (form: BylineForm): boolean => form.why.some(({ name }) => name === 'byline.likely-names');

/** Whether the form ends with its bracket and not with the text. */
function closes(scan: Scan, form: Form): boolean {
  for (let i = scan.lineStart(1); i < scan.text.length; i++) {
    if (scan.sourceSpan(i, i + 1).end === form.span.end) return ')]'.includes(scan.text[i]);
  }
  return false;
}
