import picomatch from 'picomatch/posix';
import { type Message, render, say } from '../text/message';
import { rules } from './index';
import type { HouseStyle, LearntPair, Severity } from './rule';
import type { IgnoredFinding, Settings } from './settings';

/*
 * The project file, newspaper.config.json, beside the pages or in a folder above them: what a project settles for all who
 * work on it. It overrides what a person set in the editor, and it remembers what they chose to ignore or taught.
 */

/** Severities by rule id. */
export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

export interface Choices {
  readonly rules: RuleSeverities;
  readonly style: Partial<HouseStyle>;
}

/** Choices for some files: globs on paths from the project file's folder. */
export interface Override extends Choices {
  readonly files: readonly string[];
}

export interface Config extends Choices {
  /** Later ones win. */
  readonly overrides: readonly Override[];
  readonly ignored: readonly (IgnoredFinding & { readonly file: string })[];
  readonly learntPairs: readonly LearntPair[];
}

/** A project file that says something else than it may; the message names the place and what would be right. */
export class ConfigProblem extends Error {
  constructor(readonly problem: Message) {
    super(render(problem));
  }
}

/** What a rule can be set to. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** What each part of the house style may be. */
export const STYLE_CHOICES: { readonly [Key in keyof HouseStyle]: readonly HouseStyle[Key][] } = {
  digitSpace: ['remove', 'keep'],
  fullWidthAlphanumeric: ['keep', 'half'],
  dash: ['keep', 'double'],
};

/** Reads a project file. Throws a ConfigProblem where it is not one. */
export function readConfig(text: string): Config {
  const root = record(parse(text), '');
  known(root, '', ['$schema', 'rules', 'style', 'overrides', 'ignored', 'learntPairs']);
  return {
    ...choices(root, ''),
    overrides: list(root.overrides, 'overrides').map((value, n) => override(value, `overrides[${n}]`)),
    ignored: list(root.ignored, 'ignored').map((value, n) => ignored(value, `ignored[${n}]`)),
    learntPairs: list(root.learntPairs, 'learntPairs').map((value, n) => pair(value, `learntPairs[${n}]`)),
  };
}

/** The settings for one file, over those that hold without the project file. `path` is the file's from the project file's folder, with slashes. */
export function settingsFor(
  { overrides, ignored, learntPairs, ...general }: Config,
  path: string,
  base: Settings,
): Settings {
  const holding = [general, ...overrides.filter(({ files }) => picomatch([...files], { dot: true })(path))];
  return {
    severities: Object.assign({}, base.severities, ...holding.map(({ rules }) => rules)),
    style: Object.assign({}, base.style, ...holding.map(({ style }) => style)),
    ignored: [...base.ignored, ...ignored.filter(({ file }) => file === path)],
    learntPairs: [...base.learntPairs, ...learntPairs],
  };
}

/** What a person set in the editor (the section `newspaper`), which the editor has checked: anything else is passed over. */
export function editorSettings(section: unknown, base: Settings): Settings {
  const { rules: severities, style } = isRecord(section) ? section : {};
  const chosen = (part: unknown, isRight: (key: string, value: unknown) => boolean) =>
    Object.fromEntries(Object.entries(isRecord(part) ? part : {}).filter(([key, value]) => isRight(key, value)));
  return {
    ...base,
    severities: { ...base.severities, ...(chosen(severities, isSeverityOf) as RuleSeverities) },
    style: { ...base.style, ...(chosen(style, isStyle) as Partial<HouseStyle>) },
  };
}

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSeverityOf = (rule: string, value: unknown): boolean =>
  rules.some(({ id }) => id === rule) && SEVERITIES.some((severity) => severity === value);

const isStyle = (key: string, value: unknown): boolean =>
  Object.hasOwn(STYLE_CHOICES, key) && STYLE_CHOICES[key as keyof HouseStyle].some((choice) => choice === value);

function parse(text: string): unknown {
  // A byte order mark is no part of JSON, but editors write it.
  const json = text.replace(/^\ufeff/, '').trim();
  try {
    return json === '' ? {} : JSON.parse(json);
  } catch (error) {
    throw new ConfigProblem(say('no valid JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
}

function record(value: unknown, place: string): JsonRecord {
  if (isRecord(value)) return value;
  throw new ConfigProblem(place === '' ? say('it must be an object') : say('{0} must be an object', place));
}

function list(value: unknown, place: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new ConfigProblem(say('{0} must be a list', place));
}

function string(value: unknown, place: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new ConfigProblem(say('{0} must be a text', place));
}

/** Refuses keys that mean nothing: most are misspelt. */
function known(value: JsonRecord, place: string, keys: readonly string[]): void {
  const stranger = Object.keys(value).find((key) => !keys.includes(key));
  if (stranger !== undefined)
    throw new ConfigProblem(say('unknown key {0}; there are {1}', at(place, stranger), keys.join(', ')));
}

const at = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`);

function choices(value: JsonRecord, place: string): Choices {
  return {
    rules: severities(value.rules, at(place, 'rules')),
    style: style(value.style, at(place, 'style')),
  };
}

function severities(value: unknown, place: string): RuleSeverities {
  const entries = Object.entries(record(value ?? {}, place));
  for (const [rule, severity] of entries) {
    if (!rules.some(({ id }) => id === rule)) throw new ConfigProblem(say('{0}: there is no rule {1}', place, rule));
    if (!isSeverityOf(rule, severity)) {
      throw new ConfigProblem(say('{0} must be one of {1}', at(place, rule), SEVERITIES.join(', ')));
    }
  }
  return Object.fromEntries(entries) as RuleSeverities;
}

function style(value: unknown, place: string): Partial<HouseStyle> {
  const found = record(value ?? {}, place);
  known(found, place, Object.keys(STYLE_CHOICES));
  for (const [key, choice] of Object.entries(found)) {
    if (isStyle(key, choice)) continue;
    throw new ConfigProblem(
      say('{0} must be one of {1}', at(place, key), STYLE_CHOICES[key as keyof HouseStyle].join(', ')),
    );
  }
  return found;
}

function override(value: unknown, place: string): Override {
  const found = record(value, place);
  known(found, place, ['files', 'rules', 'style']);
  const globs = typeof found.files === 'string' ? [found.files] : list(found.files, at(place, 'files'));
  const files = globs.map((glob, n) => string(glob, `${at(place, 'files')}[${n}]`));
  if (files.length === 0) throw new ConfigProblem(say('{0} must name files', at(place, 'files')));
  return { files, ...choices(found, place) };
}

function ignored(value: unknown, place: string): Config['ignored'][number] {
  const found = record(value, place);
  known(found, place, ['file', 'rule', 'hash']);
  const text = (key: string): string => string(found[key], at(place, key));
  return { file: text('file'), rule: text('rule'), hash: text('hash') };
}

function pair(value: unknown, place: string): LearntPair {
  const found = record(value, place);
  known(found, place, ['written', 'recognised']);
  const text = (key: string): string => string(found[key], at(place, key));
  return { written: text('written'), recognised: text('recognised') };
}
