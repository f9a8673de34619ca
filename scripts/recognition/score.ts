/*
 * Scores the recogniser with the scorer beside the annotated pages, page by page with the weights of the fold that the
 * page took no part in.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../server/src/page/build';
import type { Page } from '../../server/src/page/model';
import type { Ordered } from '../../server/src/page/ordered';
import { assemble } from '../../server/src/page/stories';
import type { Weights } from '../../server/src/page/weights';
import type { Example } from './examples';
import { PAGES, PAGES_ALT } from './pages';

const SCORER = '../shared/score/score.mjs';

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

interface Sum {
  readonly k: number;
  readonly ari: number;
  readonly b3: number;
  readonly head: { readonly total: number; readonly attach: number; readonly exact: number; readonly pred: number };
  readonly byline: Counts;
  readonly dateline: Counts;
  readonly caption: Counts;
  readonly jump: Counts;
}

/** The figures by extractor and of all, of the scored pages or (`main` false) of their other extractions. */
export function scoreFolds(
  examples: readonly Example[],
  pages: readonly Ordered[],
  tables: (fold: number) => Weights,
  main = true,
): Record<string, Record<string, string | number>> {
  const directory = mkdtempSync(join(tmpdir(), 'folds-'));
  const truths = mkdtempSync(join(tmpdir(), 'truths-'));
  examples.forEach(({ sheet, fold, draft }, n) => {
    if (sheet.main !== main) return;
    const weights = tables(fold);
    const traits = { ocr: sheet.ocr, padded: draft.sheet.padded, profile: draft.profile.id };
    const page = buildPage(pages[n], assemble(pages[n], weights), weights, traits);
    writeFileSync(join(directory, `${sheet.name}.json`), JSON.stringify(prediction(page)));
    // The scorer misses pages that have a truth and no prediction: it shall see those that were read.
    for (const file of [`${sheet.name}.json`, `${sheet.name}.txt`])
      copyFileSync(join(main ? PAGES : PAGES_ALT, file), join(truths, file));
  });
  const printed = execFileSync(process.execPath, [SCORER, directory, '--pages', truths, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  for (const made of [directory, truths]) rmSync(made, { recursive: true });
  const { agg } = JSON.parse(printed) as { agg: Record<string, Sum> };
  return Object.fromEntries(Object.entries(agg).map(([engine, sum]) => [engine, figures(sum)]));
}

const rounded = (x: number): number => Math.round(x * 1000) / 1000;
const f1 = ({ tp, fp, fn }: Counts): number => rounded((2 * tp) / Math.max(1, 2 * tp + fp + fn));

const figures = (sum: Sum): Record<string, number> => ({
  pages: sum.k,
  ARI: rounded(sum.ari / sum.k),
  B3: rounded(sum.b3 / sum.k),
  attached: rounded(sum.head.attach / sum.head.total),
  exact: rounded(sum.head.exact / sum.head.total),
  headP: rounded(sum.head.attach / Math.max(1, sum.head.pred)),
  byline: f1(sum.byline),
  dateline: f1(sum.dateline),
  caption: f1(sum.caption),
  jump: f1(sum.jump),
});

/** The page in the scorer's own form (lines from 0). */
function prediction(page: Page): object {
  return {
    articles: [
      ...page.stories.map((story) => ({
        headline: story.headline?.text ?? null,
        lines: story.lines,
        byline: story.bylines.flatMap(({ names }) => names.map(({ name }) => name)),
        dateline: story.dateline?.text ?? null,
        captions: story.figures.map(({ lines }) => lines),
        jump: story.jump
          ? jump('to', story.jump.page)
          : story.continuedFrom
            ? jump('from', story.continuedFrom.page)
            : null,
        body: story.paragraphs.map(({ text }) => text).join('\n'),
      })),
      ...page.figures.map(({ lines }) => ({
        headline: null,
        lines,
        byline: [],
        dateline: null,
        captions: [],
        jump: null,
        body: '',
      })),
    ],
    captions: page.figures.map(({ lines }) => lines),
  };
}

const jump = (kind: 'to' | 'from', page: string): object => ({ kind, page: /^\d+$/.test(page) ? Number(page) : page });
