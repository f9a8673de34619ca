/*
 * Logistic regression, binary and multinomial, by L-BFGS with an L2 penalty, over sparse rows.
 */

export interface Sample {
  /** Which features are there, and how strong each is. */
  readonly at: Int32Array;
  readonly x: Float64Array;
  readonly y: number;
  readonly weight: number;
  /** Log-odds of class 1 of two that other evidence gives, whose weights are not in question. */
  readonly given?: number;
}

/** Weights of K classes by D features, class by class; for two classes only class 1 has weights. The last feature is the bias. */
export function train(
  samples: readonly Sample[],
  features: number,
  classes: number,
  l2: number,
  rounds = 120,
): Float64Array {
  const k = classes === 2 ? 1 : classes;
  const d = features + 1;
  const total = samples.reduce((sum, s) => sum + s.weight, 0);
  const objective = (w: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    const scores = new Float64Array(classes);
    for (const { at, x, y, weight, given = 0 } of samples) {
      scoresOf(w, at, x, features, classes, scores);
      if (classes === 2) scores[1] += given;
      const max = Math.max(...scores);
      let sum = 0;
      for (let c = 0; c < classes; c++) sum += Math.exp(scores[c] - max);
      loss += weight * (Math.log(sum) + max - scores[y]);
      for (let c = 0; c < k; c++) {
        const klass = classes === 2 ? 1 : c;
        const error = weight * (Math.exp(scores[klass] - max) / sum - (y === klass ? 1 : 0));
        if (Math.abs(error) < 1e-9) continue;
        const base = c * d;
        for (let f = 0; f < at.length; f++) gradient[base + at[f]] += error * x[f];
        gradient[base + features] += error;
      }
    }
    for (let i = 0; i < w.length; i++) {
      const bias = i % d === features;
      gradient[i] = gradient[i] / total + (bias ? 0 : (l2 * w[i]) / total);
      if (!bias) loss += (l2 * w[i] * w[i]) / 2;
    }
    return loss / total;
  };
  return lbfgs(objective, k * d, rounds);
}

/** The log-odds of each class (class 0 of two is the zero point). */
function scoresOf(
  w: Float64Array,
  at: Int32Array,
  x: Float64Array,
  features: number,
  classes: number,
  out: Float64Array,
): void {
  const d = features + 1;
  if (classes === 2) out[0] = 0;
  const k = classes === 2 ? 1 : classes;
  for (let c = 0; c < k; c++) {
    const base = c * d;
    let sum = w[base + features];
    for (let f = 0; f < at.length; f++) sum += w[base + at[f]] * x[f];
    out[classes === 2 ? 1 : c] = sum;
  }
}

/** Collects named evidence into sparse rows; names get their places as they come. */
export class FeatureSpace {
  readonly names: string[] = [];
  private readonly places = new Map<string, number>();

  row(emitAll: (emit: (name: string, value?: number) => void) => void): { at: Int32Array; x: Float64Array } {
    const values = new Map<number, number>();
    emitAll((name, value = 1) => {
      if (value === 0) return;
      let place = this.places.get(name);
      if (place === undefined) {
        place = this.names.length;
        this.places.set(name, place);
        this.names.push(name);
      }
      values.set(place, (values.get(place) ?? 0) + value);
    });
    return { at: Int32Array.from(values.keys()), x: Float64Array.from(values.values()) };
  }
}

const MEMORY = 8;

function lbfgs(
  objective: (w: Float64Array, gradient: Float64Array) => number,
  n: number,
  rounds: number,
): Float64Array {
  let w = new Float64Array(n);
  let g = new Float64Array(n);
  let value = objective(w, g);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = descent(g, steps, changes);
    const slope = dot(direction, g);
    let rate = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(g, g))) : 1;
    const next = new Float64Array(n);
    const nextGradient = new Float64Array(n);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 20; attempt++, rate /= 2) {
      for (let i = 0; i < n; i++) next[i] = w[i] + rate * direction[i];
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * rate * slope) break;
    }
    steps.push(next.map((v, i) => v - w[i]));
    changes.push(nextGradient.map((v, i) => v - g[i]));
    if (steps.length > MEMORY) {
      steps.shift();
      changes.shift();
    }
    const gain = value - nextValue;
    w = next;
    g = nextGradient;
    value = nextValue;
    if (gain < 1e-7) break;
  }
  return w;
}

function descent(g: Float64Array, steps: Float64Array[], changes: Float64Array[]): Float64Array {
  const q = g.slice();
  const alphas: number[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    const rho = dot(steps[i], changes[i]);
    const alpha = rho > 1e-12 ? dot(steps[i], q) / rho : 0;
    alphas[i] = alpha;
    for (let j = 0; j < q.length; j++) q[j] -= alpha * changes[i][j];
  }
  const last = steps.length - 1;
  const scale = last >= 0 ? dot(steps[last], changes[last]) / Math.max(1e-12, dot(changes[last], changes[last])) : 1;
  for (let j = 0; j < q.length; j++) q[j] *= Math.max(1e-6, scale);
  for (let i = 0; i < steps.length; i++) {
    const rho = dot(steps[i], changes[i]);
    const beta = rho > 1e-12 ? dot(changes[i], q) / rho : 0;
    for (let j = 0; j < q.length; j++) q[j] += steps[i][j] * (alphas[i] - beta);
  }
  return q.map((v) => -v);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
