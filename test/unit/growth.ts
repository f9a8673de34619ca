import assert from 'node:assert/strict';

/** Ten times the text takes a linear search about ten times as long, a quadratic one a hundred times. */
const MOST_GROWTH = 20;
/** What a collection of garbage or a first compilation may add. */
const FORGIVEN = 250;

/** Milliseconds of this process alone: other processes of a busy machine do not count. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Fails where ten times the repeats take much more than ten times as long. */
export function assertLinear(run: (repeats: number) => void, repeats: number, what = 'it'): void {
  const time = (n: number): number => processorTime(() => run(n));
  run(Math.ceil(repeats / 10));
  const short = Math.min(time(repeats), time(repeats), time(repeats));
  const long = time(10 * repeats);
  assert.ok(
    long < MOST_GROWTH * short + FORGIVEN,
    `${what} took ${short.toFixed(1)} ms, ten times the text ${long.toFixed(1)} ms`,
  );
}
