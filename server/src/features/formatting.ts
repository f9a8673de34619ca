import { type Range, type TextEdit, uinteger } from 'vscode-languageserver-types';
import { reflow } from '../rules/reflow';
import type { Edit, Span } from '../text/span';
import { textEdits } from './edits';
import type { Reading } from './reading';

/** Formatting is re-flow: lines joined to the paragraphs they were broken from, in the whole document or a selection. */
export function formattingEdits(reading: Reading, range?: Range): TextEdit[] {
  const { source, document } = reading;
  const within = range ? wholeLines(reading, range) : { start: 0, end: source.getText().length };
  const edits: Edit[] = [];
  for (const { start, page } of document.pages) {
    const onPage = {
      start: Math.max(0, within.start - start),
      end: Math.min(page.text.length, within.end - start),
    };
    if (onPage.start >= onPage.end) continue;
    for (const { span, text } of reflow(page, onPage)) {
      edits.push({ span: { start: span.start + start, end: span.end + start }, text });
    }
  }
  return textEdits(source, edits);
}

/** The lines that a selection touches, as offsets; a line at whose very beginning it ends is not touched. */
function wholeLines({ source }: Reading, { start, end }: Range): Span {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return {
    start: source.offsetAt({ line: start.line, character: 0 }),
    end: source.offsetAt({ line: last, character: uinteger.MAX_VALUE }),
  };
}
