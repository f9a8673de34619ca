/**
 * What it costs two stretches of text, in log-odds, to come from one story rather than from two where they share nothing:
 * one story's choice of things is narrower. `prior`: how much the page's choice counts, in things; `a` and `b`: how many
 * things each stretch has. The part of a Dirichlet–multinomial distribution that depends on the sizes alone; below 0.
 */
export const drawnTogether = (prior: number, a: number, b: number): number =>
  lnGamma(prior + a) + lnGamma(prior + b) - lnGamma(prior + a + b) - lnGamma(prior);

/** Stirling's series: exact to ten digits from 100 on; smaller numbers do not occur. Sizes are whole, and mostly small. */
const lnGamma = (x: number): number => SMALL[x] ?? stirling(x);

const stirling = (x: number): number => (x - 0.5) * Math.log(x) - x + 1 / (12 * x);

/** Worked out once: a page asks for them 100,000 times. */
const SMALL = Float64Array.from({ length: 16384 }, (_, x) => stirling(x));

/** Keeps the smallest stretches, of which nothing can be told, near 0. */
const FEW = 10;
/** Brings the result to a scale on which ±1 is much. */
const SCALE = 100;

/** Log-odds of two stretches of `a` and `b` things by what chance alone makes of such: its spread grows like √(ab). */
export const perChance = (odds: number, a: number, b: number): number =>
  (SCALE * odds) / Math.sqrt((a + FEW) * (b + FEW));
