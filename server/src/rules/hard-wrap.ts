import { say } from '../text/message';
import { type Flow, flowsOf } from './reflow';
import type { Rule } from './rule';

export const hardWrap: Rule = {
  id: 'hard-wrap',
  group: 'layout',
  severity: 'hint',
  fixClass: 'Q',
  summary: say('A paragraph that is broken at the width of its column'),
  *check({ placed: { page } }) {
    for (const flows of byParagraph(flowsOf(page))) {
      const lines = flows.reduce((sum, flow) => sum + flow.lines, 0);
      yield {
        rule: hardWrap.id,
        span: flows[0].span,
        message: say('A paragraph over {0} lines', lines),
        evidence: [say('The lines are as wide as their column, and the text goes on from each to the next.')],
        fixes: [
          { class: 'Q', title: say('Join the lines of this paragraph'), edits: flows.flatMap(({ edits }) => edits) },
        ],
      };
    }
  },
};

/** One finding a paragraph, however many parts of it stand apart on the page. */
function byParagraph(flows: readonly Flow[]): Flow[][] {
  const paragraphs = new Map<number, Flow[]>();
  for (const flow of flows) {
    const known = paragraphs.get(flow.block);
    if (known) known.push(flow);
    else paragraphs.set(flow.block, [flow]);
  }
  return [...paragraphs.values()];
}
