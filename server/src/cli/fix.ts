import { fixAll } from '../rules/fix';
import { say } from '../text/message';
import { type Call, EXIT, type Run } from './command';
import { print, write } from './deliver';
import { eachPage } from './each';
import { Failure } from './failure';
import { findFiles, type PageFile } from './files';
import { loadResources } from './resources';
import { ruleIds } from './rules';
import { settingsFor } from './settings';
import { unifiedDiff } from './unifiedDiff';

/** `newspaper fix`: applies what is exact and safe, in place, to standard output, or as a diff that changes nothing. */
export const fix: Run = async (call) => {
  const { terminal, values, flags, show } = call;
  if (flags.has('stdout') && flags.has('dry-run')) throw new Failure(say('--stdout and --dry-run: one or the other'));
  const only = ruleIds(values.get('only')) ?? undefined;
  const files = await findFiles(call.files, terminal);
  if (flags.has('stdout') && files.length > 1) {
    throw new Failure(say('--stdout writes one file, and {0} were named', files.length));
  }
  const classes = flags.has('include-quick') ? (['A', 'Q'] as const) : (['A'] as const);
  const resources = loadResources(terminal);
  return eachPage(files, call, async (file) => {
    const result = fixAll(file.decoded.text, resources, settingsFor(file.name, terminal), {
      rules: only,
      classes,
      onFailure: (rule, error) =>
        terminal.note(show(say('{0}: the rule {1} failed: {2}', file.name, rule.id, String(error)))),
    });
    await deliver(file, result.text, call);
    return EXIT.clean;
  });
};

async function deliver(file: PageFile, text: string, call: Call): Promise<void> {
  if (call.flags.has('dry-run')) call.terminal.out(unifiedDiff(file.name, file.decoded.text, text));
  else if (call.flags.has('stdout')) print(file, text, call);
  else await write(file, text, call);
}
