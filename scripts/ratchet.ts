/*
 * The best figures reached so far, and whether new ones keep up with them. A figure is a share, where more is better, or
 * an error rate, where less is; its name tells which: error rates begin with "error". Groups are extractors, "seed"
 * and "all".
 */

export type Figures = Readonly<Record<string, number>>;
export type Scores = Readonly<Record<string, Figures>>;

export interface Fall {
  readonly group: string;
  readonly figure: string;
  readonly best: number;
  /** null: the figure was not measured at all. */
  readonly got: number | null;
}

/** Four digits: the scorer's sums differ in the last bits from one machine to the next. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** The figures that fell below the best ones, or are missing. */
export function falls(best: Scores, got: Scores): Fall[] {
  return Object.entries(best).flatMap(([group, figures]) =>
    Object.entries(figures)
      .map(([figure, reached]) => ({ group, figure, best: reached, got: got[group]?.[figure] ?? null }))
      .filter((fall) => fall.got === null || better(fall.figure, fall.best, fall.got)),
  );
}

/** The best of both. */
export function raised(best: Scores, got: Scores): Scores {
  const groups = [...new Set([...Object.keys(best), ...Object.keys(got)])];
  return Object.fromEntries(groups.map((group) => [group, raisedFigures(best[group] ?? {}, got[group] ?? {})]));
}

function raisedFigures(best: Figures, got: Figures): Figures {
  const ahead = Object.entries(got).filter(
    ([figure, value]) => !(figure in best) || better(figure, value, best[figure]),
  );
  return { ...best, ...Object.fromEntries(ahead) };
}

function better(figure: string, a: number, b: number): boolean {
  return figure.startsWith('error') ? rounded(a) < rounded(b) : rounded(a) > rounded(b);
}
