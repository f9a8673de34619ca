import { say } from '../text/message';
import { flowsOf } from './reflow';
import type { Rule } from './rule';

export const hardWrap: Rule = {
  id: 'hard-wrap',
  group: 'layout',
  severity: 'hint',
  fixClass: 'Q',
  summary: say('A paragraph that is broken at the width of its column'),
  *check({ placed: { page } }) {
    for (const { span, lines, edits } of flowsOf(page)) {
      yield {
        rule: hardWrap.id,
        span,
        message: say('A paragraph over {0} lines', lines),
        evidence: [say('The lines are as wide as their column, and the text goes on from each to the next.')],
        fixes: [{ class: 'Q', title: say('Join the lines of this paragraph'), edits }],
      };
    }
  },
};
