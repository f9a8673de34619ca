import { sentenceOf } from '../page/evidence';
import type { Story } from '../page/model';
import { type Message, say } from '../text/message';

/** What ties a title to its story. */
export type Link = NonNullable<Story['link']>;

/** The strongest reasons tell enough; hover has more. */
const REASONS = 3;

/** How sure it is that a title and a story belong together, and what speaks for it most. */
export function linkEvidence({ confidence, why }: Link): Message[] {
  const reasons = why
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, REASONS)
    .map(sentenceOf);
  return [say('Title and story belong together: {0} % sure.', Math.round(100 * confidence)), ...reasons];
}
