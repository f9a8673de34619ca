import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Resources } from '../page/document';
import { type Confusions, unpackConfusions } from '../text/confusions';
import { unpackLexicon } from '../text/lexicon';
import { say } from '../text/message';
import { Failure } from './failure';
import type { Terminal } from './terminal';

/** Reads the built data. Throws a Failure where the installation lacks it. */
export function loadResources({ dataDirectory }: Terminal): Resources {
  const lexicon = unpackLexicon(unzipped(dataDirectory, 'lexicon.bin'));
  let confusions: Confusions | undefined;
  return {
    lexicon,
    // Few calls need them, and each would pay for reading them.
    get confusions() {
      confusions ??= unpackConfusions(unzipped(dataDirectory, 'confusions.bin'));
      return confusions;
    },
  };
}

function unzipped(folder: string, name: string): Uint8Array {
  const file = join(folder, name);
  try {
    return gunzipSync(readFileSync(file));
  } catch {
    throw new Failure(say('Cannot read {0}, which belongs to this tool: install it again', file));
  }
}
