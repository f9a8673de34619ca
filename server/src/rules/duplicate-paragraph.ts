import type { Paragraph } from '../page/model';
import { isSpace } from '../text/characters';
import { indexAt, splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import type { Edit, Span } from '../text/span';
import { deleteLines } from './edits';
import type { Rule } from './rule';

/** Shorter paragraphs may be said twice on purpose: a refrain, a notice's closing line. */
const MIN_LENGTH = 30;

export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  group: 'structure',
  severity: 'warning',
  fixClass: 'Q',
  summary: say('The same paragraph twice on the page'),
  *check({ placed: { page } }) {
    const lines = splitLines(page.text);
    const first = new Map<string, Paragraph>();
    const paragraphs = page.stories.flatMap(({ paragraphs }) => paragraphs).filter(({ pieces }) => pieces.length > 0);
    for (const paragraph of [...paragraphs].sort((a, b) => a.pieces[0].start - b.pieces[0].start)) {
      const key = printed(page.text, paragraph.pieces);
      if (key.length < MIN_LENGTH) continue;
      const former = first.get(key);
      if (former === undefined) {
        first.set(key, paragraph);
        continue;
      }
      const edits = deletion(page.text, lines, paragraph.pieces);
      yield {
        rule: duplicateParagraph.id,
        span: spanOf(paragraph.pieces),
        message: say('The same paragraph stands above, in line {0}', former.lines[0] + 1),
        evidence: [say('All its {0} characters are the same.', key.length)],
        fixes: edits === null ? [] : [{ class: 'Q', title: say('Delete this copy'), edits }],
      };
    }
  },
};

/** What the page has of a paragraph, without spaces: a copy that differs in one character is none, whatever was meant. */
function printed(text: string, pieces: readonly Span[]): string {
  let key = '';
  for (const { start, end } of pieces)
    for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) key += text[i];
  return key;
}

const spanOf = (pieces: readonly Span[]): Span => ({
  start: pieces.reduce((start, piece) => Math.min(start, piece.start), pieces[0].start),
  end: pieces.reduce((end, piece) => Math.max(end, piece.end), 0),
});

/** Takes the paragraph's lines away; null where one of them holds something else too. */
function deletion(text: string, lines: readonly TextLine[], pieces: readonly Span[]): Edit[] | null {
  const whole: number[] = [];
  for (const { start, end } of pieces) {
    const line = lines[indexAt(lines, start)];
    if (text.slice(line.span.start, start).trim() !== '' || text.slice(end, line.span.end).trim() !== '') return null;
    whole.push(line.n);
  }
  return deleteLines(lines, whole);
}
