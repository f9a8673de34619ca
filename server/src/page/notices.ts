import type { Draft } from './draft';
import type { Body } from './links';
import { opensStory } from './sequels';
import type { TitleBlock } from './titles';

/**
 * Whether a text is a notice that somebody paid for (遗失声明, 注销公告): its title says so and nothing else, and it does not
 * open as the papers' own stories do. No annotated page prints one.
 */
export function isNotice(
  { forms }: Draft,
  { rows: [head], figure }: Body,
  { lines, rows: [title] }: TitleBlock,
): boolean {
  return lines.length === 1 && !figure && forms[title].tags.includes('notice fills row') && !opensStory(forms[head]);
}
