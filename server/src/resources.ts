import { gunzipSync } from 'fflate';
import type { Resources } from './page/document';
import type { ResourceName } from './protocol';
import { unpackConfusions } from './text/confusions';
import { unpackLexicon } from './text/lexicon';

/** Fetches one of the data files that the build puts into dist, as it is there (gzip). */
export type FetchResource = (name: ResourceName) => Promise<Uint8Array>;

/** Unpacks what reading a page needs. Rejects where a file is missing or damaged. */
export async function loadResources(fetch: FetchResource): Promise<Resources> {
  const [lexicon, confusions] = await Promise.all([fetch('lexicon.bin'), fetch('confusions.bin')]);
  return { lexicon: unpackLexicon(gunzipSync(lexicon)), confusions: unpackConfusions(gunzipSync(confusions)) };
}
