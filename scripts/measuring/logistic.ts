export interface Example {
  /** The first value is 1, for the bias. */
  readonly x: readonly number[];
  readonly y: boolean;
}

/** Pulls each weight (of a value scaled to deviation 1) towards 0, so that few pages do not decide too much. */
const RIDGE = 10;
const STEPS = 30;

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Weights of a logistic regression, by Newton's method on scaled values. */
export function fitLogistic(examples: readonly Example[]): number[] {
  const size = examples[0].x.length;
  const mean = Array.from({ length: size }, (_, k) => examples.reduce((s, { x }) => s + x[k], 0) / examples.length);
  const deviation = mean.map(
    (m, k) => Math.sqrt(examples.reduce((s, { x }) => s + (x[k] - m) ** 2, 0) / examples.length) || 1,
  );
  const scaled = examples.map(({ x, y }) => ({
    x: x.map((v, k) => (k === 0 ? 1 : (v - mean[k]) / deviation[k])),
    y: Number(y),
  }));
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((w, k) => (k === 0 ? 0 : RIDGE * w));
    const hessian = weights.map((_, k) => weights.map((__, l) => (k === l ? (k === 0 ? 1e-9 : RIDGE) : 0)));
    for (const { x, y } of scaled) {
      const p = 1 / (1 + Math.exp(-dot(weights, x)));
      for (let k = 0; k < size; k++) {
        gradient[k] += (p - y) * x[k];
        for (let l = 0; l < size; l++) hessian[k][l] += p * (1 - p) * x[k] * x[l];
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((w, k) => w - change[k]);
  }
  const unscaled = weights.map((w, k) => (k === 0 ? w : w / deviation[k]));
  unscaled[0] -= unscaled.reduce((sum, w, k) => (k === 0 ? sum : sum + w * mean[k]), 0);
  return unscaled;
}

/** Gauss–Jordan with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]]);
  for (let k = 0; k < rows.length; k++) {
    let pivot = k;
    for (let r = k + 1; r < rows.length; r++) if (Math.abs(rows[r][k]) > Math.abs(rows[pivot][k])) pivot = r;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let r = 0; r < rows.length; r++) {
      if (r === k) continue;
      const factor = rows[r][k] / rows[k][k];
      rows[r] = rows[r].map((value, c) => value - factor * rows[k][c]);
    }
  }
  return rows.map((row, k) => row[rows.length] / row[k]);
}
