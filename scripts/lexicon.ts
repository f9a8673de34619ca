import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Lexicon, unpackLexicon } from '../server/src/text/lexicon';

/** The built word list (npm run build makes it). */
export const readLexicon = (): Lexicon => unpackLexicon(gunzipSync(readFileSync('dist/lexicon.bin')));
