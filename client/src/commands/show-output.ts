import type { Command } from '.';

/** Shows what the server wrote to its output channel. */
export const showOutput: Command = {
  id: 'newspaper.showOutput',
  run: ({ client }) => client.outputChannel.show(),
};
