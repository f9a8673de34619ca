import type { Finding, Severity } from '../rules/rule';
import type { Message } from '../text/message';
import { type Position, Positions } from '../text/positions';

/*
 * Findings for other programs (JSON) and for people at a terminal (text).
 */

/** A finding and how severe these settings make it. Offsets are the document's. */
export interface Rated {
  readonly finding: Finding;
  readonly severity: Severity;
}

export interface FindingJson {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** The preferred repair; null where there is none. */
  readonly fix: { readonly class: 'A' | 'Q'; readonly title: string } | null;
}

type Show = (message: Message) => string;

/** The findings of one document; `text` is what their offsets refer to. */
export function findingsJson(file: string, text: string, rated: readonly Rated[], show: Show): FindingJson[] {
  const positions = new Positions(text);
  return rated.map(({ finding, severity }) => {
    const fix = finding.fixes.at(0);
    return {
      file,
      rule: finding.rule,
      severity,
      message: show(finding.message),
      ...positions.ofSpan(finding.span),
      fix: fix ? { class: fix.class, title: show(fix.title) } : null,
    };
  });
}

/** A line a finding, in the form that editors and terminals make clickable. */
export const findingLine = ({ file, start, severity, message, rule }: FindingJson): string =>
  `${file}:${start.line}:${start.column}: ${severity}: ${message} [${rule}]`;
