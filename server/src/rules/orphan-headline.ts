import { say } from '../text/message';
import type { Rule } from './rule';

/** Below this, what was taken for a title is one time in four the torn end of a column. */
const SURE = 0.9;
/** Shorter ones are standing heads (短评, 要闻), the name of a column of the paper, or a torn end. */
const MIN_LENGTH = 4;

export const orphanHeadline: Rule = {
  id: 'orphan-headline',
  group: 'structure',
  severity: 'hint',
  fixClass: 'R',
  summary: say('A title for which no story was found'),
  *check({ placed: { page } }) {
    for (const { span, text, confidence } of page.orphans) {
      if (confidence < SURE || [...text].length < MIN_LENGTH) continue;
      yield {
        rule: orphanHeadline.id,
        span,
        message: say('No story was found for the title “{0}”', text),
        evidence: [say('No story without a title fits it well enough.')],
        fixes: [],
      };
    }
  },
};
