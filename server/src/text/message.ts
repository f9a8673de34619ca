/**
 * A sentence for people, kept apart from its language: an English template with {0}, {1} … and what goes in.
 * The layer that shows it translates it (l10n/bundle.l10n.zh-cn.json is keyed by the template).
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

export const say = (template: string, ...args: (string | number)[]): Message => ({ template, args });

/** The message in the language of its template; `translate` gives another template for the same places. */
export function render(message: Message, translate: (template: string) => string = (template) => template): string {
  return translate(message.template).replace(/\{(\d)\}/g, (_, index) => String(message.args[Number(index)] ?? ''));
}
