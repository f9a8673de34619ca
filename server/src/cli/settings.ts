import { defaultSettings, type Settings } from '../rules/settings';
import type { Terminal } from './terminal';

/** The settings for a file. */
export function settingsFor(_name: string, _terminal: Terminal): Settings {
  return defaultSettings;
}
