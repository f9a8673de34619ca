import type { Page, Paragraph, Story } from '../page/model';
import { isClosing, isSentenceEnd, isSpace } from '../text/characters';
import { say } from '../text/message';
import type { Rule } from './rule';

/** A body this short may be a list, a poem, a notice: their last line need not end a sentence. */
const MIN_BODY = 80;
/** A story whose title is less sure may be put together wrongly. */
const SURE = 0.9;

export const truncatedArticle: Rule = {
  id: 'truncated-article',
  group: 'structure',
  severity: 'hint',
  fixClass: 'R',
  summary: say('A story whose last sentence does not end, and that no jump line continues'),
  *check({ placed: { page } }) {
    if (hasLoosePart(page)) return;
    for (const story of page.stories) {
      const last = lastParagraph(story);
      if (last === null || endsWell(last.text) || (story.link?.confidence ?? 0) < SURE) continue;
      const piece = last.pieces[last.pieces.length - 1];
      yield {
        rule: truncatedArticle.id,
        span: { start: Math.max(piece.start, piece.end - 1), end: piece.end },
        message: say('The story breaks off here'),
        evidence: [
          say(
            'Its last sentence has no end, no jump line says where it goes on, and nothing on the page is left over.',
          ),
        ],
        fixes: [],
      };
    }
  },
};

/** Text without a title or a title without text: what seems to break off may go on there. */
const hasLoosePart = ({ stories, orphans }: Page): boolean =>
  orphans.length > 0 ||
  stories.some(({ headline, continuedFrom, paragraphs }) => !headline && !continuedFrom && paragraphs.length > 0);

/** The last paragraph of a story of sentences; null where the story jumps or is no running text. */
function lastParagraph(story: Story): Paragraph | null {
  if (story.jump !== null) return null;
  const body = story.paragraphs.filter(({ subhead }) => !subhead);
  const text = body.map((paragraph) => paragraph.text).join('');
  if (text.length < MIN_BODY || ![...text].some((c) => isSentenceEnd(c.charCodeAt(0)))) return null;
  const last = body[body.length - 1];
  return last.pieces.length > 0 ? last : null;
}

/** A sentence's end, closing marks after it or not; or a bracket that closes (a name, a source, 完); or a colon's list. */
function endsWell(text: string): boolean {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === 0) return true;
  const last = text.charCodeAt(end - 1);
  if (isClosing(last)) return true;
  return isSentenceEnd(last) || '.—'.includes(text.charAt(end - 1));
}
