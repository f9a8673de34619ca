import { say } from '../text/message';
import type { Rule } from './rule';

/** Bodies shorter than this are often items of a column of short news, which have one title together. */
const MIN_BODY = 60;

export const missingHeadline: Rule = {
  id: 'missing-headline',
  group: 'structure',
  severity: 'information',
  fixClass: 'R',
  summary: say('A story that no title on the page fits'),
  *check({ placed: { page } }) {
    for (const story of page.stories) {
      if (story.headline !== null || story.continuedFrom !== null) continue;
      const body = story.paragraphs.filter(({ subhead }) => !subhead);
      const length = body.reduce((sum, { text }) => sum + text.length, 0);
      const first = body.at(0)?.pieces.at(0);
      if (first === undefined || length < MIN_BODY) continue;
      yield {
        rule: missingHeadline.id,
        span: first,
        message: say('This story has no title'),
        evidence: [
          page.orphans.length > 0
            ? say('{0} titles of the page belong to no story, but none fits this one well enough.', page.orphans.length)
            : say('Every title of the page belongs to another story.'),
        ],
        fixes: [],
      };
    }
  },
};
