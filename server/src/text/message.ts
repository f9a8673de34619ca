/**
 * A sentence for people, kept apart from its language: an English template with {0}, {1} … and what goes in: texts,
 * numbers, or other messages. The layer that shows it translates it (l10n/bundle.l10n.zh-cn.json is keyed by the template).
 */
export interface Message {
  readonly template: string;
  readonly args: readonly MessagePart[];
}

export type MessagePart = string | number | Message;

export const say = (template: string, ...args: MessagePart[]): Message => ({ template, args });

/** The message in the language of its template; `translate` gives another template for the same places. */
export function render(message: Message, translate: (template: string) => string = (template) => template): string {
  return translate(message.template).replace(/\{(\d)\}/g, (_, index) => {
    const part = message.args[Number(index)] ?? '';
    return typeof part === 'object' ? render(part, translate) : String(part);
  });
}
