import type { Message } from '../text/message';
import type { Edit, Span } from '../text/span';
import type { Finding, Fix } from './rule';

/* The small words with which rules write down what they found. */

export const finding = (
  rule: string,
  span: Span,
  message: Message,
  fixes: readonly Fix[] = [],
  evidence: readonly Message[] = [],
): Finding => ({ rule, span, message, evidence, fixes });

export const fix = (fixClass: 'A' | 'Q', title: Message, ...edits: Edit[]): Fix => fixAt(fixClass, title, edits);

/** The same at as many places as there are: too many for the arguments of a call where a line of a megabyte is spaced. */
export const fixAt = (fixClass: 'A' | 'Q', title: Message, edits: readonly Edit[]): Fix => ({
  class: fixClass,
  title,
  edits,
});

export const replace = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });
export const remove = (start: number, end: number): Edit => replace(start, end, '');

/** U+2F47: how a character that looks like another is named. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
