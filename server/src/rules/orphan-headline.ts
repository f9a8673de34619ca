import { say } from '../text/message';
import type { Rule } from './rule';

export const orphanHeadline: Rule = {
  id: 'orphan-headline',
  group: 'structure',
  severity: 'information',
  fixClass: 'R',
  summary: say('A title that no story on the page fits'),
  *check({ placed: { page } }) {
    for (const { span, text } of page.orphans) {
      yield {
        rule: orphanHeadline.id,
        span,
        message: say('No story fits the title “{0}”', text),
        evidence: [say('Its words and names occur in no body that has no title yet.')],
        fixes: [],
      };
    }
  },
};
