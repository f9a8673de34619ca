import type { Group, Rule } from '../server/src/rules/rule';
import { render } from '../server/src/text/message';

const GROUPS: readonly Group[] = ['encoding', 'spacing', 'layout', 'punctuation', 'character', 'structure'];

/** The index of the rules' documentation: a table for each group, every rule with a link to its own page. */
export function ruleTable(rules: readonly Rule[]): string {
  const tables = GROUPS.map((group) => groupTable(group, rules));
  return `${[HEAD, ...tables].join('\n\n')}\n`;
}

const HEAD = `# Rules

Generated from server/src/rules by \`npx tsx scripts/generate-docs.ts\`.

Fix classes: **A** is exact and safe, “fix all” and fix on save apply it. **Q** is a quick fix at each place, or for all of
one rule. **R** is shown for review. Severities are set in the editor (\`newspaper.rules\`) or in \`newspaper.config.json\`
(\`rules\`).`;

function groupTable(group: Group, rules: readonly Rule[]): string {
  const rows = rules
    .filter((rule) => rule.group === group)
    .map(
      ({ id, summary, severity, fixClass }) => `| [${id}](${id}.md) | ${render(summary)} | ${severity} | ${fixClass} |`,
    );
  return [`## ${group}`, '', '| rule | what it finds | severity | fix |', '|---|---|---|---|', ...rows].join('\n');
}
