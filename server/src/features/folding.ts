import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type PageView, pagesOf, type Reading, shorten } from './reading';
import { storyPlaces } from './stretches';

/** Units of the headline shown on a folded line, where the client shows any. */
const COLLAPSED_LIMIT = 40;

/**
 * Pages (where there are several), stories, and figures of more than a line. Folds may nest but never cross, since no
 * editor can show that: of two stories that interleave the first one folds.
 */
export function foldingRanges(reading: Reading): FoldingRange[] {
  const pages = pagesOf(reading);
  return pages.flatMap((view) => uncrossed([...(pages.length > 1 ? [pageFold(view)] : []), ...folds(view)]));
}

function pageFold(view: PageView): FoldingRange {
  const { start, end } = view.range({ start: 0, end: view.page.text.length });
  // The line in which a form feed stands belongs to the page that begins there.
  const endLine = end.character === 0 ? end.line - 1 : end.line;
  return { startLine: start.line, endLine, kind: FoldingRangeKind.Region };
}

function folds(view: PageView): FoldingRange[] {
  const { page } = view;
  const stories = storyPlaces(page).map(({ main }, index) => ({
    startLine: view.documentLine(main.first),
    endLine: view.documentLine(main.last),
    kind: FoldingRangeKind.Region,
    collapsedText: shorten(page.stories[index].headline?.text ?? '', COLLAPSED_LIMIT) || undefined,
  }));
  const figures = [...page.stories.flatMap((story) => story.figures), ...page.figures].map(({ span }) => {
    const { start, end } = view.range(span);
    return { startLine: start.line, endLine: end.line };
  });
  return [...stories, ...figures];
}

/** Ranges of more than one line, outer ones first, without those that cross one taken before. */
function uncrossed(ranges: readonly FoldingRange[]): FoldingRange[] {
  const sorted = ranges
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  const taken: FoldingRange[] = [];
  const open: FoldingRange[] = [];
  for (const range of sorted) {
    while (open.length > 0 && open[open.length - 1].endLine < range.startLine) open.pop();
    const outer = open[open.length - 1];
    if (outer && range.endLine > outer.endLine) continue;
    if (outer && outer.startLine === range.startLine && outer.endLine === range.endLine) continue;
    taken.push(range);
    open.push(range);
  }
  return taken;
}
