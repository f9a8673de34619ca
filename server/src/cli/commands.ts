import { say } from '../text/message';
import { check } from './check';
import type { Command, Option } from './command';
import { ENCODINGS } from './encoding';
import { fix } from './fix';
import { LANGUAGES } from './language';
import { markup } from './markup';
import { outline } from './outline';

const FORMATS = {
  outline: ['text', 'json', 'jsonl'],
  check: ['text', 'json', 'sarif'],
} as const;

const format = (choices: readonly string[]): Option => ({
  name: 'format',
  value: { placeholder: choices.join('|'), choices },
  summary: say('how the result is written; {0} unless told otherwise', choices[0]),
});

const only: Option = {
  name: 'only',
  value: { placeholder: 'RULE,…' },
  summary: say('these rules alone'),
};

const stdout: Option = { name: 'stdout', summary: say('write the result to standard output, and no file') };

export const COMMANDS: readonly Command[] = [
  {
    name: 'outline',
    summary: say('show the stories of each page'),
    options: [format(FORMATS.outline)],
    run: outline,
  },
  {
    name: 'check',
    summary: say('report the damage of each page; exit 1 where there are errors'),
    options: [format(FORMATS.check), only],
    run: check,
  },
  {
    name: 'fix',
    summary: say('repair what is exact and safe, in place'),
    options: [
      stdout,
      { name: 'dry-run', summary: say('show the changes as a unified diff, and write no file') },
      only,
      { name: 'include-quick', summary: say('apply quick fixes too, which a person should look at') },
    ],
    run: fix,
  },
  {
    name: 'markup',
    summary: say('restore each page: repairs, reading order, paragraphs, marks'),
    options: [{ name: 'write', summary: say('write the result in place; without it the result is printed') }],
    run: markup,
  },
];

/** The options of every command. */
export const COMMON: readonly Option[] = [
  {
    name: 'encoding',
    value: { placeholder: ENCODINGS.join('|') },
    summary: say('the encoding of the files; recognised unless told'),
  },
  {
    name: 'lang',
    value: { placeholder: LANGUAGES.join('|'), choices: LANGUAGES },
    summary: say('the language of messages; the environment’s unless told'),
  },
  { name: 'help', summary: say('show this help') },
  { name: 'version', summary: say('show the version') },
];
