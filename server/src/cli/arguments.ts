import { parseArgs } from 'node:util';
import { say } from '../text/message';
import type { Command, Option } from './command';
import { COMMANDS, COMMON } from './commands';
import { Failure } from './failure';

/** The command line taken apart and checked against the tables of options. */
export interface Arguments {
  /** null where none was named. */
  readonly command: Command | null;
  readonly files: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** Throws a Failure that names the word which is wrong and what would be right. */
export function readArguments(words: readonly string[]): Arguments {
  const tokens = tokensOf(words);
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [name, ...files] = positionals;
  const command = name === undefined ? null : commandNamed(name);
  const options = [...(command?.options ?? []), ...COMMON];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options.find((known) => known.name === token.name);
    if (!option) throw unknownOption(token.rawName, options);
    if (!option.value) {
      if (token.value !== undefined) throw new Failure(say('--{0} takes no value', option.name));
      flags.add(option.name);
    } else {
      values.set(option.name, checkedValue(option, token.value));
    }
  }
  return { command, files, flags, values };
}

/** All options there are, so that the parser knows which of them take the next word as their value. */
function tokensOf(words: readonly string[]) {
  const all = [...COMMON, ...COMMANDS.flatMap(({ options }) => options)];
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(all.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' } as const])),
      help: { type: 'boolean', short: 'h' },
    },
  });
  return tokens;
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return command;
  throw new Failure(say('No such command: {0}; there are {1}', name, COMMANDS.map((known) => known.name).join(', ')));
}

const unknownOption = (word: string, options: readonly Option[]): Failure =>
  new Failure(say('No such option: {0}; there are {1}', word, options.map(({ name }) => `--${name}`).join(' ')));

function checkedValue({ name, value }: Option, given: string | undefined): string {
  const wanted = value?.placeholder ?? '';
  if (given === undefined) throw new Failure(say('--{0} wants a value: {1}', name, wanted));
  if (value?.choices && !value.choices.includes(given)) {
    throw new Failure(say('--{0} {1} is not known: {2}', name, given, value.choices.join(', ')));
  }
  return given;
}
