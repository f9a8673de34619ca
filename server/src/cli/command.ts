import type { Message } from '../text/message';
import type { Encoding } from './encoding';
import type { Show } from './language';
import type { Terminal } from './terminal';

/** An option of the command line. Without a `value` it is a flag. */
export interface Option {
  readonly name: string;
  readonly value?: { readonly placeholder: string; readonly choices?: readonly string[] };
  readonly summary: Message;
}

/** What a command is called with: its options checked, its files not yet looked for. */
export interface Call {
  readonly files: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** null: recognise it. */
  readonly encoding: Encoding | null;
  readonly show: Show;
  /** The tool's own version. */
  readonly version: string;
  readonly terminal: Terminal;
}

/** Gives the exit code. Throws a Failure where it could not do its work. */
export type Run = (call: Call) => Promise<number>;

/** A command: what the help shows of it, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: Message;
  readonly options: readonly Option[];
  readonly run: Run;
}

export const EXIT = { clean: 0, errors: 1, failed: 2 } as const;
