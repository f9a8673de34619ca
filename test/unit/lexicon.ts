import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Lexicon, unpackLexicon } from '../../server/src/text/lexicon';

let lexicon: Lexicon | undefined;

/** The built word list (npm run build makes it), read once for all tests. */
export function testLexicon(): Lexicon {
  lexicon ??= unpackLexicon(gunzipSync(readFileSync('dist/lexicon.bin')));
  return lexicon;
}
