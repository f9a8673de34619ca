import { type Config, readConfig } from './config';
import type { LearntPair } from './rule';

/*
 * What a person's choices write into the project file: its new text. The rest of the file stays, but for spaces: it is
 * written with the indentation that it has. A text that is no project file throws a ConfigProblem.
 */

/** A finding that is not to be shown again. */
export const withIgnored = (text: string | null, finding: Config['ignored'][number]): string =>
  changed(text, (config) => ({ ...config, ignored: [...listOf(config.ignored), finding] }));

/** A pair that a person taught. */
export const withLearntPair = (text: string | null, { written, recognised }: LearntPair): string =>
  changed(text, (config) => ({ ...config, learntPairs: [...listOf(config.learntPairs), { written, recognised }] }));

/** A rule turned off for the files of a glob; for all files where the glob is null. */
export function withRuleOff(text: string | null, rule: string, glob: string | null): string {
  if (glob === null)
    return changed(text, (config) => ({ ...config, rules: { ...objectOf(config.rules), [rule]: 'off' } }));
  return changed(text, (config) => {
    const overrides = listOf(config.overrides).map(objectOf);
    // Only the last one is sure to win.
    const last = overrides.at(-1);
    if (!last || !isFor(last.files, glob))
      return { ...config, overrides: [...overrides, { files: glob, rules: { [rule]: 'off' } }] };
    const extended = { ...last, rules: { ...objectOf(last.rules), [rule]: 'off' } };
    return { ...config, overrides: [...overrides.slice(0, -1), extended] };
  });
}

/** The glob that means just this path (from the project file's folder, with slashes). */
export const globForFile = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');

/** The glob of all files in the folder of a path and below it; null for the project file's own folder. */
export function globForFolder(path: string): string | null {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? null : `${globForFile(path.slice(0, slash))}/**`;
}

type JsonObject = Record<string, unknown>;

function changed(text: string | null, change: (config: JsonObject) => JsonObject): string {
  if (text === null || text.trim() === '') return written(change({}), '  ', '\n');
  readConfig(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return written(change(JSON.parse(text.replace(/^\ufeff/, ''))), indentationOf(text), eol);
}

const written = (config: JsonObject, indentation: string, eol: string): string =>
  `${JSON.stringify(config, null, indentation)}\n`.replaceAll('\n', eol);

/** The white space before the first key. */
const indentationOf = (text: string): string => /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const objectOf = (value: unknown): JsonObject => (typeof value === 'object' && value !== null ? { ...value } : {});

const isFor = (files: unknown, glob: string): boolean =>
  files === glob || (Array.isArray(files) && files.length === 1 && files[0] === glob);
