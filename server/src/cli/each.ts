import { hasSignOfPage } from '../page/detect';
import { type Message, say } from '../text/message';
import { type Call, EXIT } from './command';
import { Failure } from './failure';
import { type Found, type PageFile, readPageFile } from './files';
import { isBinary } from './recogniseEncoding';

type Work = (file: PageFile, found: Found) => number | Promise<number>;

/**
 * Does the work for each file in order and gives the worst exit code. A file that fails is told in one line, and the
 * others are still done: an archive of thousands must not stop at one bad file.
 */
export async function eachFile(
  files: readonly Found[],
  { encoding, terminal, show }: Call,
  work: Work,
): Promise<number> {
  let worst: number = EXIT.clean;
  for (const found of files) {
    try {
      worst = Math.max(worst, await work(await readPageFile(found.name, encoding, terminal), found));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      terminal.note(`newspaper: ${show(error.reason)}`);
      worst = EXIT.failed;
    }
  }
  return worst;
}

/**
 * The same for pages alone: bytes that are no text fail, and a .txt that merely lies in a folder is passed over where
 * nothing in it speaks for a page. To look for damage in a licence, or to repair it, would be harm.
 */
export async function eachPage(files: readonly Found[], call: Call, work: Work): Promise<number> {
  let skipped = 0;
  const code = await eachFile(files, call, (file, found) => {
    const { text } = file.decoded;
    if (isBinary(text)) throw new Failure(noText(file.name));
    if (found.isPage || hasSignOfPage(text)) return work(file, found);
    skipped++;
    return EXIT.clean;
  });
  if (skipped > 0) {
    call.terminal.note(
      call.show(
        say('Skipped .txt files without any sign of a newspaper page: {0} (named singly they are taken)', skipped),
      ),
    );
  }
  return code;
}

export const noText = (name: string): Message => say('{0} holds bytes that are no text', name);
