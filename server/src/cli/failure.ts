import type { Message } from '../text/message';

/** The tool cannot do what was asked: shown as one line, and the exit code is 2. */
export class Failure extends Error {
  constructor(readonly reason: Message) {
    super(reason.template);
  }
}
