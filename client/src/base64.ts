/** Arguments of one call of String.fromCharCode; engines allow some 65,000. */
const CHUNK = 0x8000;

/** Base64 of bytes, in Node and in a browser's Worker alike. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}
