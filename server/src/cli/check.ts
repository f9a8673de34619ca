import { findingLine, findingsJson, type Rated } from '../export/findings';
import { type SarifInput, sarifLog } from '../export/sarif';
import { readDocument } from '../page/document';
import { isIgnored } from '../rules/ignore';
import { rules } from '../rules/index';
import type { Severity } from '../rules/rule';
import { checkWith, severityOf } from '../rules/run';
import type { Settings } from '../rules/settings';
import { say } from '../text/message';
import { type Call, EXIT, type Run } from './command';
import { eachPage } from './each';
import { findFiles, portableName } from './files';
import { JsonArray } from './jsonArray';
import { loadResources } from './resources';
import { ruleIds } from './rules';
import { settingsFor } from './settings';

/** What one file's check brought. */
interface Checked {
  readonly name: string;
  readonly text: string;
  readonly rated: readonly Rated[];
}

/** How the results are written: file by file, and what closes them. */
interface Report {
  add(checked: Checked): void;
  end(): void;
}

/** `newspaper check`: what is damaged, as text, JSON or SARIF. Exit 1 where something has the severity of an error. */
export const check: Run = async (call) => {
  const { terminal, values, show } = call;
  const only = ruleIds(values.get('only'));
  const files = await findFiles(call.files, terminal);
  const resources = loadResources(terminal);
  const report = REPORTS[values.get('format') ?? 'text'](call);
  const code = await eachPage(files, call, ({ name, decoded: { text } }) => {
    const settings = settingsFor(name, terminal);
    const selected = rules.filter((rule) => only?.includes(rule.id) ?? severityOf(rule, settings) !== 'off');
    const document = readDocument(text, resources);
    const findings = checkWith(selected, document, resources, settings, (rule, error) =>
      terminal.note(show(say('{0}: the rule {1} failed: {2}', name, rule.id, String(error)))),
    );
    const rated = findings
      .filter((finding) => !isIgnored(text, finding, settings))
      .map((finding) => ({ finding, severity: severityById(finding.rule, settings) }));
    report.add({ name, text, rated });
    return rated.some(({ severity }) => severity === 'error') ? EXIT.errors : EXIT.clean;
  });
  report.end();
  return code;
};

/** A rule that is off and was asked for by name has its own severity. */
function severityById(id: string, settings: Settings): Severity {
  const rule = rules.find((known) => known.id === id);
  if (!rule) return 'warning';
  const severity = severityOf(rule, settings);
  return severity === 'off' ? rule.severity : severity;
}

const REPORTS: Readonly<Record<string, (call: Call) => Report>> = {
  text({ terminal, show }) {
    let count = 0;
    let files = 0;
    return {
      add({ name, text, rated }) {
        files++;
        count += rated.length;
        for (const finding of findingsJson(name, text, rated, show)) terminal.out(`${findingLine(finding)}\n`);
      },
      // On standard error, so that standard output holds findings alone.
      end: () => terminal.note(show(say('Findings: {0}; files: {1}', count, files))),
    };
  },
  json({ terminal, show }) {
    const array = new JsonArray(terminal.out);
    return {
      add({ name, text, rated }) {
        for (const finding of findingsJson(name, text, rated, show)) array.add(finding);
      },
      end: () => array.end(),
    };
  },
  sarif({ terminal, show, version }) {
    const inputs: SarifInput[] = [];
    return {
      add: ({ name, text, rated }) => inputs.push({ path: portableName(name, terminal), text, rated }),
      end: () => terminal.out(`${JSON.stringify(sarifLog(inputs, rules, version, show), null, 1)}\n`),
    };
  },
};
