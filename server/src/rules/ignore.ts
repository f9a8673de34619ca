import type { Finding } from './rule';
import type { Settings } from './settings';

/** Units of text on each side of a finding that tell it from others, blanks left out: enough for a page, small enough to survive edits nearby. */
const CONTEXT = 16;

/** Tells whether a person chose not to see this finding again. `text` is the document's, as are the finding's offsets. */
export function isIgnored(text: string, finding: Finding, settings: Settings): boolean {
  const candidates = settings.ignored.filter(({ rule }) => rule === finding.rule);
  if (candidates.length === 0) return false;
  const hash = hashAround(text, finding.span);
  return candidates.some((ignored) => ignored.hash === hash);
}

/** A hash of the text of a span and around it, so that a finding is known again after edits elsewhere. */
export function hashAround(text: string, span: { readonly start: number; readonly end: number }): string {
  const within = text.slice(span.start, span.end).replace(/\s/g, '');
  return fnv1a(`${visible(text, span.start - 1, -1)}|${within}|${visible(text, span.end, 1)}`);
}

/** Further than this no visible unit is looked for. */
const REACH = 10 * CONTEXT;

/** The nearest CONTEXT units that are no blanks, from `at` in the direction of `step`: re-wrapped lines give the same. */
function visible(text: string, at: number, step: 1 | -1): string {
  let found = '';
  for (
    let i = at, looked = 0;
    i >= 0 && i < text.length && found.length < CONTEXT && looked < REACH;
    i += step, looked++
  ) {
    if (text[i].trim() !== '') found += text[i];
  }
  return found;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
