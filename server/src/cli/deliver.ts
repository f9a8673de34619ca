import { say } from '../text/message';
import type { Call } from './command';
import { bytesWith, type PageFile, replaceFile, STDIN } from './files';

/** Prints a file's new text, in the file's own encoding. */
export function print(file: PageFile, text: string, { terminal }: Call): void {
  terminal.out(text === file.decoded.text ? file.bytes : bytesWith(file, text));
}

/** Puts a new text in place of a file's, and says so; standard input goes to standard output. */
export async function write(file: PageFile, text: string, call: Call): Promise<void> {
  if (file.name === STDIN) return print(file, text, call);
  if (text === file.decoded.text) return;
  await replaceFile(file, bytesWith(file, text), call.terminal);
  call.terminal.note(call.show(say('{0}: written', file.name)));
}
