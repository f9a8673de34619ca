import type { Steps } from './text/steps';

/** Milliseconds of work at a stretch: short enough that typing and other requests never wait noticeably. */
const SLICE = 10;

/** Thrown by work that was stopped because nobody needs its result any more. */
export class Stopped extends Error {
  constructor() {
    super('stopped: the document has changed or the request was cancelled');
  }
}

/** Does the steps in slices, letting other work in between; throws Stopped as soon as `stopped` says so. */
export async function inSlices<T>(steps: Steps<T>, stopped: () => boolean): Promise<T> {
  for (;;) {
    if (stopped()) throw new Stopped();
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
