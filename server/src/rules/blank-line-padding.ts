import { readMarks } from '../page/marks';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import { finding, fixAt, remove } from './report';
import type { Rule } from './rule';

/** An empty line after every line, as some extractors print: the empty lines that mean something drown in it. */
export const blankLinePadding: Rule = {
  id: 'blank-line-padding',
  group: 'spacing',
  severity: 'information',
  fixClass: 'A',
  summary: say('An empty line after every line'),
  *check({ placed: { page } }) {
    const lines = splitLines(page.text);
    const blank = lines.map(({ span }) => page.text.slice(span.start, span.end).trim() === '');
    // Where each line is a paragraph, the empty lines part them.
    if (!isPadded(blank) || readMarks(page.text, lines).stretches.some(({ paragraphs }) => paragraphs)) return;
    const padding = lines.filter((line) => blank[line.n] && line.n > 0 && !blank[line.n - 1]);
    const edits = padding.map((line) => removal(lines, line));
    const first = lines[0].span.start;
    yield finding(
      'blank-line-padding',
      { start: first, end: lines[0].span.end },
      say('An empty line follows nearly every line of the page: {0} in all', padding.length),
      [fixAt('A', say('Remove the padding'), edits)],
    );
  },
};

/** Share of the lines with text that a blank one follows, from which a page is padded. */
const PADDED_SHARE = 0.8;
/** Lines of strictly alternating text and blank; pages that are not padded never had more than 14. */
const ALTERNATING_RUN = 40;

function isPadded(blank: readonly boolean[]): boolean {
  let withText = 0;
  let followed = 0;
  let run = 0;
  let longest = 0;
  for (let n = 0; n < blank.length; n++) {
    if (!blank[n]) withText++;
    if (!blank[n] && blank[n + 1]) followed++;
    run = n > 0 && blank[n] !== blank[n - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest >= ALTERNATING_RUN && followed >= PADDED_SHARE * withText;
}

/** Takes the line with its line end; a last line without one goes with the line end before it. */
function removal(lines: readonly TextLine[], { n, span, eol }: TextLine) {
  return eol === '' ? remove(lines[n - 1].span.end, span.end) : remove(span.start, span.end + eol.length);
}
