import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Resources } from '../../server/src/page/document';
import { type Confusions, unpackConfusions } from '../../server/src/text/confusions';
import { testLexicon } from './lexicon';

let confusions: Confusions | undefined;

/** The built table of confusions, read once for all tests. */
export function testConfusions(): Confusions {
  confusions ??= unpackConfusions(gunzipSync(readFileSync('dist/confusions.bin')));
  return confusions;
}

/** What reading and checking a page needs, from the built data (npm run build makes it). */
export const testResources = (): Resources => ({ lexicon: testLexicon(), confusions: testConfusions() });
