import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { PROJECT_FILE } from '../protocol';
import { ConfigProblem, readConfig, settingsFor as settingsOf } from '../rules/config';
import { defaultSettings, type Settings } from '../rules/settings';
import { say } from '../text/message';
import { Failure } from './failure';
import { STDIN } from './files';
import type { Terminal } from './terminal';

/**
 * The settings for a file: those of the project file in its own folder or in the nearest one above. Standard input has
 * those of a file in the current folder. Throws a Failure for a project file that cannot be read or says something wrong.
 */
export function settingsFor(name: string, terminal: Terminal): Settings {
  const path = resolve(terminal.directory, name === STDIN ? 'stdin' : name);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const text = readIfThere(join(folder, PROJECT_FILE));
    if (text !== null) return read(text, folder, path);
    if (folder === dirname(folder)) return defaultSettings;
  }
}

function read(text: string, folder: string, path: string): Settings {
  try {
    return settingsOf(readConfig(text), relative(folder, path).split(sep).join('/'), defaultSettings);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    throw new Failure(say('{0}: {1}', join(folder, PROJECT_FILE), error.problem));
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new Failure(say('Cannot read {0}: {1}', file, code ?? String(error)));
  }
}
