/** The world the command line runs in; a test gives its own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What relative file names start from. */
  readonly directory: string;
  /** The folder of lexicon.bin and the other built data. */
  readonly dataDirectory: string;
  /** The folder of the translations (bundle.l10n.<language>.json). */
  readonly l10nDirectory: string;
  readStdin(): Promise<Uint8Array>;
  /** Text is written as UTF-8, bytes as they are. */
  out(output: string | Uint8Array): void;
  /** One line for the person at the terminal, without its line end. */
  note(line: string): void;
}
