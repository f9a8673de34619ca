import { UnitSet } from '../../text/unitSet';
import { perObject } from '../perObject';
import type { Profile } from '../profiles/profile';
import { matchBracketedByline } from './bracketed-byline';
import { matchReportByline } from './byline';
import {
  matchCaptionCue,
  matchDrawn,
  matchMisreadShot,
  matchPictureLabel,
  matchPictureSource,
  matchShot,
} from './caption';
import { cutsBehind, MAX_BROKEN, MAX_STRIDE, readingsFrom, readingsTo } from './columns';
import { matchDateline } from './dateline';
import { evidence } from './evidence';
import { matchFolio } from './folio';
import type { BylineForm, Form, PlainForm } from './form';
import { matchCredit, matchMasthead, matchNotice, matchStandingHead } from './furniture';
import { matchJump } from './jump';
import { matchLead } from './lead';
import { isNumeral } from './numerals';
import { matchBylineAtLineEnd, matchOwnByline } from './own-byline';
import { allNames, readRole } from './roles';
import type { Scan } from './scan';
import { matchSignedDateline } from './signed-dateline';

/** Tries each form where its first (or last) character stands. */
export class Finder {
  private readonly forms: Form[] = [];
  private readonly furniture = new Map<number, Form>();
  private readonly bareNames = new Map<number, BylineForm>();
  /** The last line that ended with a dateline or lead, whose names may begin one of the next lines. */
  private openLead = Number.NEGATIVE_INFINITY;
  private readonly initials: Initials;

  constructor(
    private readonly scan: Scan,
    private readonly profile: Profile,
  ) {
    this.initials = initialsOf(profile);
  }

  /** Forms that begin (or, read backwards, end) in the line. */
  readLine(line: number): void {
    const { scan, profile } = this;
    const whole =
      matchCredit(scan, line, profile) ??
      matchFolio(scan, line, profile) ??
      matchMasthead(scan, line, profile) ??
      matchNotice(scan, line, profile) ??
      matchStandingHead(scan, line, profile);
    if (whole !== null) {
      this.forms.push(whole);
      this.furniture.set(line, whole);
    }
    const own = whole === null || whole.kind === 'standing-head' ? matchOwnByline(scan, line, profile) : null;
    if (own !== null) {
      this.forms.push(own);
      if (own.why.some(({ name }) => name === 'byline.bare-names')) this.bareNames.set(line, own);
    }
    const [start, end] = [scan.lineStart(line), scan.lineEnd(line)];
    const { triggers } = this.initials;
    for (let i = start; i < end; i++) {
      const form = i === start || triggers.has(scan.text.charCodeAt(i)) ? this.readAt(i, line) : null;
      if (form !== null) this.forms.push(form);
    }
  }

  /**
   * The forms, once every line was read. Where 责任编辑： has nothing behind it, OCR put the names on a line of their own;
   * beside a line of page furniture they are the editors' and no byline.
   */
  finish(): readonly Form[] {
    const emptyOffice = [...this.furniture.values()].some((form) => form.kind === 'credit' && form.text.endsWith(':'));
    if (!emptyOffice) return this.forms;
    const editors = new Set<Form>();
    for (const [line, form] of this.bareNames) {
      if (this.furniture.has(line - 1) || this.furniture.has(line + 1)) editors.add(form);
    }
    return this.forms.map((form) => (editors.has(form) ? asCredit(form) : form));
  }

  private readAt(i: number, line: number): Form | null {
    const { scan, profile } = this;
    const c = scan.text[i];
    if (c === profile.wire || c === profile.local) {
      const dateline = matchDateline(scan, i, profile) ?? this.datelineOverColumns(i, line);
      if (dateline !== null) this.readBehind(i + 1);
      return dateline;
    }
    if (BRACKETS.includes(c)) {
      const signed = matchSignedDateline(scan, i, profile);
      if (signed !== null) {
        this.forms.push(signed.byline);
        return signed.dateline;
      }
      return this.readBracket(i, line, scan.startsLine(i) && line - this.openLead <= MAX_STRIDE);
    }
    if (profile.page.has(c)) return this.readJump(i, line);
    if (profile.shotLookalikes.includes(c)) return matchMisreadShot(scan, i, profile) ?? this.readWord(i);
    if (scan.gapBefore(i) > 0 && profile.bylineMarkers.includes(c)) return matchBylineAtLineEnd(scan, i, line, profile);
    return this.readWord(i);
  }

  private readWord(i: number): Form | null {
    const { scan, profile } = this;
    if (!this.initials.openings.has(scan.text.charCodeAt(i)) && !scan.startsLine(i)) return null;
    const lead = matchLead(scan, i, profile);
    if (lead !== null) {
      this.readBehind(i + lead.text.length);
      return lead;
    }
    return (
      matchPictureLabel(scan, i, profile) ??
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
    if (from >= scan.text.length) return;
    if (scan.startsLine(from)) this.openLead = scan.lineAt(from - 1);
    const line = scan.lineAt(from);
    const names =
      matchReportByline(scan, from, profile) ??
      (scan.text[from] === '(' ? this.readBracket(from, line, true) : this.reportOverColumns(from, line));
    if (names !== null) this.forms.push(names);
  }

  /** 记者艾笑 at a line's end, 报道 at the start of one of the next lines. */
  private reportOverColumns(from: number, line: number): BylineForm | null {
    const { scan, profile } = this;
    if (from >= scan.lineEnd(line) || readRole(scan, from, profile, true) === null) return null;
    const cuts = cutsBehind(scan, from, line);
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
    const likely = behindLead || scan.endsSentence(open) || this.initials.roles.has(scan.text.charCodeAt(open + 1));
    if (!likely) return null;
    for (const pair of readingsFrom(scan, open, line)) {
      const form = matchBracketedByline(pair, 0, profile, behindLead);
      if (form !== null && isSure(form) && form.lines.length === 2 && closes(pair, form)) return form;
    }
    return null;
  }

  /** A dateline whose end begins this line and whose beginning ends one of the lines before the last. */
  private datelineOverColumns(kindAt: number, line: number): Form | null {
    const { scan, profile } = this;
    // What is left of it on this line ends in 日, or is 电 alone.
    if (!scan.startsLine(kindAt) && profile.day.startOf(scan.text, kindAt) === kindAt) return null;
    for (const { pair, at } of readingsTo(scan, kindAt, line)) {
      const form = matchDateline(pair, at, profile);
      if (form !== null && form.agency !== null && form.month !== null && form.lines.length === 2) return form;
    }
    return null;
  }

  /** A jump line; where it only closes a bracket at its line's start (转第六版）), the rest is sought in the columns beside. */
  private readJump(pageAt: number, line: number): Form | null {
    const { scan, profile } = this;
    const form = matchJump(scan, pageAt, profile);
    const isRest = form?.atLineStart && scan.text[pageAt + 1] === ')' && scan.text[scan.lineStart(line)] !== '(';
    return (form === null || isRest ? this.jumpOverColumns(pageAt, line) : null) ?? form;
  }

  private jumpOverColumns(pageAt: number, line: number): Form | null {
    const { scan, profile } = this;
    // What is left of it on this line is its page, or 版 alone.
    const last = scan.text[pageAt - 1] ?? '';
    if (!scan.startsLine(pageAt) && !isNumeral(last) && last !== ']') return null;
    for (const { pair, at } of readingsTo(scan, pageAt, line)) {
      const form = matchJump(pair, at, profile);
      if (form !== null && form.lines.length === 2) return form;
    }
    return null;
  }
}

function asCredit({ span, lines, atLineStart, atLineEnd, ...form }: Form): PlainForm {
  const names = form.kind === 'byline' ? allNames(form.parts).map(({ name }) => name) : [];
  const why = [evidence('credit.editor')];
  return { kind: 'credit', text: names.join(' '), span, lines, atLineStart, atLineEnd, score: why[0].score, why };
}

/** What a byline or a dateline may stand in (《 and " are misread ones). */
const BRACKETS = '([《"';

interface Initials {
  /** First characters of roles, their organs and ranks. */
  readonly roles: UnitSet;
  /** First characters of the words that open a form. */
  readonly openings: UnitSet;
  /** All characters at which a form is tried: few of a page's are. */
  readonly triggers: UnitSet;
}

/** Profiles are constants, and every story of a page is searched with one: their initials are gathered once. */
const initialsOf = perObject((profile: Profile): Initials => {
  const { leads, shot, drawn, pictureLabels, pictureSources, captionCues, captionMarks } = profile;
  const words = [leads, shot, drawn, pictureLabels, pictureSources, captionCues];
  const openings = [...words.map((list) => list.initials), captionMarks];
  const { wire, local, page, shotLookalikes, bylineMarkers } = profile;
  return {
    roles: new UnitSet(profile.organs.initials, profile.ranks.initials, profile.roles.initials),
    openings: new UnitSet(...openings),
    triggers: new UnitSet(...openings, BRACKETS, wire, local, page.initials, shotLookalikes, bylineMarkers),
  };
});

const isSure = (form: BylineForm): boolean => form.why.some(({ name }) => name === 'byline.likely-names');

/** Whether the form ends with its bracket and not with the text. */
function closes(scan: Scan, form: Form): boolean {
  for (let i = scan.lineStart(1); i < scan.text.length; i++) {
    if (scan.sourceSpan(i, i + 1).end === form.span.end) return ')]'.includes(scan.text[i]);
  }
  return false;
}
