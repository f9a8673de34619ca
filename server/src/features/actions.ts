import {
  type CodeAction,
  CodeActionKind,
  type CodeActionTriggerKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import { FIX_ALL_KIND } from '../protocol';
import type { Finding, Fix } from '../rules/rule';
import { say } from '../text/message';
import { SOURCE } from './diagnostics';
import { type EditSupport, workspaceEdit } from './edits';
import { type Reading, rangeIn, type Tell } from './reading';

/** A selection with more findings than this is no place to choose among single fixes: the light bulb shows the first ones, and "fix all". */
const MOST_SINGLE_FIXES = 20;

/** What the light bulb is asked: a range, the diagnostics shown there, and the kinds of actions wanted (all where left out). */
export interface ActionsWanted {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  readonly only?: readonly string[];
  /** Whether the person asked, or only moved the caret; asked where left out. */
  readonly triggerKind?: CodeActionTriggerKind;
}

/** `data` of an action whose edit is made when it is chosen: fix, read again, fix again takes longer than a menu may. */
export interface LaterFix {
  readonly uri: string;
  readonly version: number;
  readonly rule?: string;
  readonly include: 'safe' | 'quick';
}

export interface ActionOptions {
  readonly tell: Tell;
  readonly support: EditSupport;
}

/** The fixes of the findings in a range, then all fixes of their rules, then all safe fixes. */
export function fixActions(
  reading: Reading,
  findings: readonly Finding[],
  wanted: ActionsWanted,
  options: ActionOptions,
): CodeAction[] {
  const here = findingsIn(reading, findings, wanted.range);
  const actions: CodeAction[] = [];
  if (wants(wanted, CodeActionKind.QuickFix)) {
    for (const finding of here.slice(0, MOST_SINGLE_FIXES))
      actions.push(...singleFixes(reading, finding, wanted, options));
    for (const rule of new Set(here.map((finding) => finding.rule)))
      actions.push(...ruleFix(reading, findings, rule, options));
  }
  if (wants(wanted, FIX_ALL_KIND)) actions.push(...safeFix(reading, findings, FIX_ALL_KIND, options));
  // Source actions are not in the light bulb's menu: there "fix all safe" is a quick fix like the others.
  if (here.length > 0 && wants(wanted, CodeActionKind.QuickFix)) {
    actions.push(...safeFix(reading, findings, CodeActionKind.QuickFix, options));
  }
  return actions;
}

/** LSP's rule: a kind is wanted if it or a kind above it is named. */
export const wants = ({ only }: ActionsWanted, kind: string): boolean =>
  only === undefined || only.some((name) => name === '' || kind === name || kind.startsWith(`${name}.`));

/**
 * Findings in a range, or beside it where the range is a caret: the narrowest first, since a paragraph's finding is less
 * to the point.
 */
export function findingsIn({ source }: Reading, findings: readonly Finding[], range: Range): Finding[] {
  const [start, end] = [source.offsetAt(range.start), source.offsetAt(range.end)];
  return findings
    .filter(({ span }) => {
      const touches = span.start <= end && span.end >= start;
      return touches && (start === end || span.start === span.end || (span.start < end && span.end > start));
    })
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** The diagnostic that shows a finding, so that the editor ties the action to it. */
export function diagnosticsOf(
  { source }: Reading,
  { rule, span }: Finding,
  { diagnostics }: ActionsWanted,
): Diagnostic[] {
  const { start, end } = rangeIn(source, span);
  return diagnostics.filter(
    ({ code, range, ...rest }) =>
      rest.source === SOURCE && code === rule && samePosition(range.start, start) && samePosition(range.end, end),
  );
}

const samePosition = (a: Range['start'], b: Range['start']): boolean =>
  a.line === b.line && a.character === b.character;

function singleFixes(
  reading: Reading,
  finding: Finding,
  wanted: ActionsWanted,
  { tell, support }: ActionOptions,
): CodeAction[] {
  const diagnostics = diagnosticsOf(reading, finding, wanted);
  return finding.fixes.map((fix: Fix, index) => ({
    title: tell(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: index === 0,
    edit: workspaceEdit(reading.source, fix.edits, support),
  }));
}

function ruleFix(reading: Reading, findings: readonly Finding[], rule: string, { tell }: ActionOptions): CodeAction[] {
  const count = findings.filter((finding) => finding.rule === rule && finding.fixes.length > 0).length;
  if (count < 2) return [];
  const title = tell(say('Fix all {0} findings of {1} in this page', count, rule));
  return [{ title, kind: CodeActionKind.QuickFix, data: later(reading, { rule, include: 'quick' }) }];
}

function safeFix(reading: Reading, findings: readonly Finding[], kind: string, { tell }: ActionOptions): CodeAction[] {
  const count = findings.filter(({ fixes }) => fixes[0]?.class === 'A').length;
  if (count === 0) return [];
  return [{ title: tell(say('Fix all safe findings ({0})', count)), kind, data: later(reading, { include: 'safe' }) }];
}

const later = ({ source: { uri, version } }: Reading, what: Pick<LaterFix, 'rule' | 'include'>): LaterFix => ({
  uri,
  version,
  ...what,
});
