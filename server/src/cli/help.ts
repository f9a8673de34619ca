import { say } from '../text/message';
import type { Command, Option } from './command';
import { COMMANDS, COMMON } from './commands';
import type { Show } from './language';

/** The help of one command, or of the tool. */
export function help(command: Command | null, show: Show): string {
  const usage = command
    ? `newspaper ${command.name} [${show(say('options'))}] ${show(say('FILE…'))}`
    : `newspaper ${show(say('COMMAND'))} [${show(say('options'))}] ${show(say('FILE…'))}`;
  const commands = command ? [command] : COMMANDS;
  return [
    `${show(say('Newspaper Markup: turns raw newspaper pages into stories.'))}\n`,
    `${usage}\n`,
    ...commands.map(({ name, summary, options }) =>
      [
        `  ${name.padEnd(SUMMARY_COLUMN - 2)}${show(summary)}`,
        ...options.map((option) => line(option, '    ', show)),
      ].join('\n'),
    ),
    '',
    show(say('Options of every command:')),
    ...COMMON.map((option) => line(option, '  ', show)),
    '',
    show(
      say(
        'FILE is a file, a folder (its *.newspaper and *.txt files; all but outline skip a .txt without any sign of a page), a pattern such as "2023/**/*.txt", or - for standard input.',
      ),
    ),
    show(say('Exit code: 0 clean or warnings, 1 errors found, 2 the tool could not do its work.')),
    '',
  ].join('\n');
}

/** Where the explanations begin, in columns of the terminal. */
const SUMMARY_COLUMN = 36;

function line({ name, value, summary }: Option, indent: string, show: Show): string {
  const left = `${indent}--${name}${value ? ` ${value.placeholder}` : ''}`;
  const gap = left.length < SUMMARY_COLUMN ? ' '.repeat(SUMMARY_COLUMN - left.length) : '  ';
  return `${left}${gap}${show(summary)}`;
}
