import type { Page, Story } from '../page/model';

/** Lines of a page, from 0, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Where a story stands: the stretch that represents it, and stretches of it elsewhere that other stories cut off. */
export interface StoryPlace {
  readonly main: LineRange;
  readonly apart: readonly LineRange[];
}

/**
 * A run of lines represents its story if it holds this share of the story's lines. Below it the story is cut into
 * crumbs (its columns interleave with another's): then everything from its first line to its last represents it.
 */
const MAIN_SHARE = 0.5;

/** The place of each story of a page, by its index. Linear in the page's pieces. */
export function storyPlaces(page: Page): StoryPlace[] {
  const runs: LineRange[][] = page.stories.map(() => []);
  let current: { story: number; first: number; last: number } | null = null;
  for (const { story, line } of page.pieces) {
    if (story === null) continue;
    if (current !== null && current.story === story) {
      current.last = line;
    } else {
      current = { story, first: line, last: line };
      runs[story].push(current);
    }
  }
  return page.stories.map((story, index) => place(story, runs[index]));
}

function place(story: Story, runs: readonly LineRange[]): StoryPlace {
  if (runs.length === 0) return { main: { first: story.lines[0] ?? 0, last: story.lines.at(-1) ?? 0 }, apart: [] };
  const main = runs.reduce((a, b) => (height(b) > height(a) ? b : a));
  const all = runs.reduce((sum, run) => sum + height(run), 0);
  if (height(main) >= MAIN_SHARE * all) return { main, apart: runs.filter((run) => run !== main) };
  return { main: { first: runs[0].first, last: runs[runs.length - 1].last }, apart: [] };
}

const height = ({ first, last }: LineRange): number => last - first + 1;

export const covers = (outer: LineRange, lines: readonly number[]): boolean =>
  lines.every((line) => outer.first <= line && line <= outer.last);
