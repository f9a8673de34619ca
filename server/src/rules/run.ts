import type { NewspaperDocument, PlacedPage, Resources } from '../page/document';
import { finish, type Steps } from '../text/steps';
import { isIgnored } from './ignore';
import { rules } from './index';
import type { Finding, Fix, Rule, Severity } from './rule';
import type { Settings } from './settings';
import { sparing } from './sparing';

/** Told of a rule that failed; the others go on. */
export type OnFailure = (rule: Rule, error: unknown) => void;

/** The severity under these settings: the override where there is one, else the rule's own. */
export const severityOf = (rule: Rule, settings: Settings): Severity | 'off' =>
  Object.hasOwn(settings.severities, rule.id) ? settings.severities[rule.id] : rule.severity;

/**
 * All findings of a document, with offsets of the document, in its order. Rules that are off and findings that are
 * ignored are left out.
 */
export function checkDocument(
  document: NewspaperDocument,
  resources: Resources,
  settings: Settings,
  onFailure: OnFailure = () => {},
): readonly Finding[] {
  const enabled = rules.filter((rule) => severityOf(rule, settings) !== 'off');
  const findings = checkWith(enabled, document, resources, settings, onFailure);
  return settings.ignored.length === 0
    ? findings
    : findings.filter((finding) => !isIgnored(document.text, finding, settings));
}

/** The findings of the given rules, whatever the severities and ignored findings say. */
export function checkWith(
  selected: readonly Rule[],
  document: NewspaperDocument,
  resources: Resources,
  settings: Settings,
  onFailure: OnFailure = () => {},
): Finding[] {
  return finish(checkSteps(selected, document, resources, settings, onFailure));
}

/** The same in steps, one a rule and page. */
export function* checkSteps(
  selected: readonly Rule[],
  document: NewspaperDocument,
  resources: Resources,
  settings: Settings,
  onFailure: OnFailure = () => {},
): Steps<Finding[]> {
  const findings: Finding[] = [];
  for (const placed of document.pages) {
    const context = { document, placed, resources, style: settings.style, learntPairs: settings.learntPairs };
    const sparesMarks = sparing(placed.page);
    for (const rule of selected) {
      try {
        for (const finding of rule.check(context)) if (sparesMarks(finding)) findings.push(moved(finding, placed));
      } catch (error) {
        onFailure(rule, error);
      }
      yield;
    }
  }
  // Sorting is stable: findings at the same place keep the order of the table of rules.
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** From offsets of the page to offsets of the document. */
function moved(finding: Finding, { start }: PlacedPage): Finding {
  if (start === 0) return finding;
  const move = (span: { start: number; end: number }) => ({ start: span.start + start, end: span.end + start });
  const fixes = finding.fixes.map(
    (fix): Fix => ({ ...fix, edits: fix.edits.map(({ span, text }) => ({ span: move(span), text })) }),
  );
  return { ...finding, span: move(finding.span), fixes };
}
