import type { Rule, Severity } from '../rules/rule';
import type { Message } from '../text/message';
import { Positions } from '../text/positions';
import type { Edit, Span } from '../text/span';
import type { Rated } from './findings';

/*
 * Findings as SARIF 2.1.0 (OASIS Standard), which code hosts and review tools read. Class A repairs travel with them.
 */

export interface SarifInput {
  /** A relative reference with slashes, as SARIF's artifactLocation wants it, not yet percent-encoded. */
  readonly path: string;
  readonly text: string;
  readonly rated: readonly Rated[];
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF has no level below a note. */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** One run over all documents. `version` is the tool's own. */
export function sarifLog(
  inputs: readonly SarifInput[],
  rules: readonly Rule[],
  version: string,
  show: (message: Message) => string,
) {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = {
    name: 'newspaper-markup',
    semanticVersion: version,
    rules: rules.map(({ id, summary, severity, group, fixClass }) => ({
      id,
      shortDescription: { text: show(summary) },
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { group, fixClass },
    })),
  };
  const results = inputs.flatMap(({ path, text, rated }) => {
    const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
    const regionOf = regions(text);
    return rated.map(({ finding, severity }) => {
      const fixes = finding.fixes.filter(({ class: fixClass }) => fixClass === 'A');
      return {
        ruleId: finding.rule,
        ruleIndex: indexes.get(finding.rule) ?? -1,
        level: LEVELS[severity],
        message: { text: show(finding.message) },
        locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding.span) } }],
        ...(fixes.length > 0 && {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: show(title) },
            artifactChanges: [{ artifactLocation, replacements: edits.map((edit) => replacement(edit, regionOf)) }],
          })),
        }),
      };
    });
  });
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
}

type RegionOf = (span: Span) => { startLine: number; startColumn: number; endLine: number; endColumn: number };

function regions(text: string): RegionOf {
  const positions = new Positions(text);
  return (span) => {
    const { start, end } = positions.ofSpan(span);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  };
}

const replacement = ({ span, text }: Edit, regionOf: RegionOf) => ({
  deletedRegion: regionOf(span),
  insertedContent: { text },
});
