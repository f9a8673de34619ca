import type { PageStatus } from '../protocol';
import { rules } from '../rules';
import type { Finding } from '../rules/rule';
import { severityOf } from '../rules/run';
import type { Settings } from '../rules/settings';
import type { Reading } from './reading';

/** What the client's status item says of a document. Hints are not counted: they ask for nothing. */
export function pageStatus(
  { source, document }: Reading,
  findings: readonly Finding[],
  settings: Settings,
): PageStatus {
  const hints = new Set(rules.filter((rule) => severityOf(rule, settings) === 'hint').map(({ id }) => id));
  const counted = findings.filter(({ rule }) => !hints.has(rule));
  return {
    uri: source.uri,
    version: source.version,
    pages: document.pages.length,
    stories: document.pages.reduce((sum, { page }) => sum + page.stories.length, 0),
    findings: counted.length,
    safe: counted.filter(({ fixes }) => fixes[0]?.class === 'A').length,
  };
}
