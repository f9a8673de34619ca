import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { type Message, render } from './text/message';

const CHINESE: Readonly<Record<string, string>> = chinese;

/** Puts messages into the language of a locale (BCP 47, as LSP's `locale`): any Chinese is Simplified Chinese, all else English. */
export function translator(locale: string | undefined): (message: Message) => string {
  if (!locale?.toLowerCase().startsWith('zh')) return (message) => render(message);
  return (message) => render(message, (template) => (Object.hasOwn(CHINESE, template) ? CHINESE[template] : template));
}
