import { say } from '../text/message';
import { type Candidate, findSuspects, type Suspect } from './character/suspects';
import { finding, fix } from './report';
import type { Finding, Fix, Rule } from './rule';

/** More candidates than these are guesses. */
const MAX_CANDIDATES = 3;

/** 末来 for 未来: a character that OCR took for another. Looks at OCR pages only, and for pairs that a person taught at all. */
export const confusableCharacter: Rule = {
  id: 'confusable-character',
  group: 'character',
  severity: 'warning',
  fixClass: 'R',
  summary: say('A character that OCR took for another one'),
  *check({ placed: { page }, resources, learntPairs }) {
    for (const suspect of findSuspects(page, resources, learntPairs)) yield report(suspect);
  },
};

function report(suspect: Suspect): Finding {
  const { spans, recognised, candidates, sure } = suspect;
  const [best] = candidates;
  const message = sure
    ? say('{0} is probably {1}, as in {2}', recognised, best.written, best.word)
    : say('{0} is probably a wrong character', recognised);
  const span = { start: spans[0].start, end: spans[spans.length - 1].end };
  const fixes = sure ? candidates.slice(0, MAX_CANDIDATES).map((candidate) => replacement(suspect, candidate)) : [];
  return finding('confusable-character', span, message, fixes, [evidenceOf(recognised, best)]);
}

function replacement({ spans, recognised }: Suspect, { written, word }: Candidate): Fix {
  const edits = spans.map((span, i) => ({ span, text: written[i] }));
  return fix('Q', say('Replace {0} with {1} ({2})', recognised, written, word), ...edits);
}

function evidenceOf(recognised: string, { word, hypothesis: { written, times, learnt } }: Candidate) {
  if (learnt)
    return say('{0} was learnt as a misreading of {1}; here it makes the word {2}', recognised, written, word);
  return say('OCR read {1} as {0} {3} times in a trial; here {1} makes the word {2}', recognised, written, word, times);
}
