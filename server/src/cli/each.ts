import { type Call, EXIT } from './command';
import { Failure } from './failure';
import { type PageFile, readPageFile } from './files';

/**
 * Does the work for each file in order and gives the worst exit code. A file that fails is told in one line, and the
 * others are still done: an archive of thousands must not stop at one bad file.
 */
export async function eachFile(
  names: readonly string[],
  { encoding, terminal, show }: Call,
  work: (file: PageFile) => number | Promise<number>,
): Promise<number> {
  let worst: number = EXIT.clean;
  for (const name of names) {
    try {
      worst = Math.max(worst, await work(await readPageFile(name, encoding, terminal)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      terminal.note(`newspaper: ${show(error.reason)}`);
      worst = EXIT.failed;
    }
  }
  return worst;
}
