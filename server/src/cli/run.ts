import { say } from '../text/message';
import { readArguments } from './arguments';
import { EXIT } from './command';
import { ENCODINGS, type Encoding, encodingNamed } from './encoding';
import { Failure } from './failure';
import { help } from './help';
import { environmentLanguage, LANGUAGES, type Show, shower } from './language';
import type { Terminal } from './terminal';

/** Runs one command line and gives the exit code. Whatever goes wrong ends as one line for the person and code 2. */
export async function run(words: readonly string[], version: string, terminal: Terminal): Promise<number> {
  const show = shower(languageOf(words, terminal), terminal.l10nDirectory);
  try {
    return await runCommand(words, version, show, terminal);
  } catch (error) {
    terminal.note(`newspaper: ${error instanceof Failure ? show(error.reason) : unexpected(error, show)}`);
    return EXIT.failed;
  }
}

async function runCommand(words: readonly string[], version: string, show: Show, terminal: Terminal): Promise<number> {
  const { command, files, flags, values } = readArguments(words);
  if (flags.has('version')) {
    terminal.out(`${version}\n`);
    return EXIT.clean;
  }
  if (flags.has('help')) {
    terminal.out(help(command, show));
    return EXIT.clean;
  }
  if (!command) throw new Failure(say('No command named; “newspaper --help” tells which there are.'));
  return command.run({
    files,
    flags,
    values,
    show,
    version,
    terminal,
    encoding: checkedEncoding(values.get('encoding')),
  });
}

/** Read before the other options are checked, so that their errors are in the right language too. */
function languageOf(words: readonly string[], { environment }: Terminal) {
  const given = words.flatMap((word, at) => {
    if (word === '--lang') return [words[at + 1]];
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [];
  });
  return LANGUAGES.find((language) => given.includes(language)) ?? environmentLanguage(environment);
}

function checkedEncoding(name: string | undefined): Encoding | null {
  if (name === undefined) return null;
  const encoding = encodingNamed(name);
  if (!encoding) throw new Failure(say('--{0} {1} is not known: {2}', 'encoding', name, ENCODINGS.join(', ')));
  return encoding;
}

const unexpected = (error: unknown, show: Show): string =>
  show(say('unexpected error: {0}', error instanceof Error ? (error.stack ?? error.message) : String(error)));
