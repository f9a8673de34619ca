import type { Page, Story } from '../page/model';
import { say } from '../text/message';
import type { Rule } from './rule';

/** Bodies shorter than this are often items of a column of short news, which have one title together. */
const MIN_BODY = 60;
/** A story without a title that is this sure was marked by a person. */
const MARKED = 0.9;

export const missingHeadline: Rule = {
  id: 'missing-headline',
  group: 'structure',
  severity: 'hint',
  fixClass: 'R',
  summary: say('A story for which no title was found'),
  *check({ placed: { page } }) {
    for (const story of page.stories) {
      if (story.headline !== null || story.continuedFrom !== null) continue;
      const body = story.paragraphs.filter(({ subhead }) => !subhead);
      const length = body.reduce((sum, { text }) => sum + text.length, 0);
      const first = body.at(0)?.pieces.at(0);
      if (first === undefined || length < MIN_BODY || !isWhole(story)) continue;
      yield {
        rule: missingHeadline.id,
        span: first,
        message: say('No title was found for this story'),
        evidence: [evidenceOf(page)],
        fixes: [],
      };
    }
  },
};

/** Whether a story begins here: most others without a title are parts of one that was not put together. */
const isWhole = ({ lead, dateline, confidence }: Story): boolean =>
  lead !== null || dateline !== null || confidence >= MARKED;

const evidenceOf = ({ orphans }: Page) =>
  orphans.length > 0
    ? say('{0} titles of the page belong to no story, but none fits this one well enough.', orphans.length)
    : say('Every title of the page belongs to another story.');
