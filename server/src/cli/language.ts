import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, render } from '../text/message';
import type { Terminal } from './terminal';

export const LANGUAGES = ['en', 'zh-cn'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Puts a message in the person's language. */
export type Show = (message: Message) => string;

/** The language of the environment by POSIX's order: LC_ALL, LC_MESSAGES, LANG. Any Chinese gets the Chinese there is. */
export function environmentLanguage(environment: Terminal['environment']): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

/** Shows messages in a language; where the translations cannot be read, in English, which needs none. */
export function shower(language: Language, l10nDirectory: string): Show {
  if (language === 'en') return (message) => render(message);
  const translations = readTranslations(join(l10nDirectory, `bundle.l10n.${language}.json`));
  return (message) => render(message, (template) => translations.get(template) ?? template);
}

function readTranslations(file: string): ReadonlyMap<string, string> {
  try {
    const parsed: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(parsed));
  } catch {
    return new Map();
  }
}
