import type { HouseStyle, LearntPair, Severity } from './rule';

/** A finding that a person chose not to see again: the rule and a hash of the text around it (see ignore.ts). */
export interface IgnoredFinding {
  readonly rule: string;
  readonly hash: string;
}

/** What a person or a project sets; rules read it and never change it. */
export interface Settings {
  /** Overrides only, by rule id; a rule that is not named keeps its own severity. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly style: HouseStyle;
  readonly ignored: readonly IgnoredFinding[];
  readonly learntPairs: readonly LearntPair[];
}

export const defaultStyle: HouseStyle = { digitSpace: 'remove', fullWidthAlphanumeric: 'keep', dash: 'keep' };

export const defaultSettings: Settings = { severities: {}, style: defaultStyle, ignored: [], learntPairs: [] };
