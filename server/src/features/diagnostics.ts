import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FindingData } from '../protocol';
import { rules } from '../rules';
import type { Finding, Severity } from '../rules/rule';
import { severityOf } from '../rules/run';
import type { Settings } from '../rules/settings';
import { type Reading, rangeIn, type Tell } from './reading';

export const SOURCE = 'newspaper';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions {
  readonly settings: Settings;
  readonly tell: Tell;
  /** The folder of the rules' documentation as a URI, without a slash at its end; null where the client named none. */
  readonly docs: string | null;
}

/** Findings as the client shows them: what was found, and below it what spoke for it. */
export function diagnostics(reading: Reading, findings: readonly Finding[], options: DiagnosticOptions): Diagnostic[] {
  const severities = new Map(rules.map((rule) => [rule.id, severityOf(rule, options.settings)]));
  const shown: Diagnostic[] = [];
  for (const finding of findings) {
    const severity = severities.get(finding.rule) ?? 'warning';
    if (severity !== 'off') shown.push(diagnostic(reading, finding, severity, options));
  }
  return shown;
}

function diagnostic(
  reading: Reading,
  finding: Finding,
  severity: Severity,
  { tell, docs }: DiagnosticOptions,
): Diagnostic {
  const data: FindingData = { version: reading.source.version, fixClass: finding.fixes[0]?.class ?? null };
  return {
    range: rangeIn(reading.source, finding.span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: finding.rule,
    ...(docs === null ? {} : { codeDescription: { href: `${docs}/${finding.rule}.md` } }),
    message: [finding.message, ...finding.evidence].map(tell).join('\n'),
    data,
  };
}
