/**
 * Work cut into steps: it yields wherever it may pause, and returns its result. Who drives it decides what a pause is:
 * `finish` makes none; the language server lets other requests in and stops work that nobody waits for any more.
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
