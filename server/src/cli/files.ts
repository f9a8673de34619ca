import { randomBytes } from 'node:crypto';
import { access, constants, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type Message, say } from '../text/message';
import { type Decoded, decode, type Encoding, encode } from './encoding';
import { Failure } from './failure';
import { type Foreign, isForeign, recogniseEncoding } from './recogniseEncoding';
import type { Terminal } from './terminal';

/** The name by which a person asks for standard input. */
export const STDIN = '-';

/** What a folder is searched for; a file that is named or matched by a pattern may be called anything. */
const PAGE_FILES = /\.(newspaper|txt)$/i;
/** The file names of the language, as in package.json (contributes.languages). */
const PAGE_NAMES = /\.(newspaper|page\.txt|版面\.txt)$/i;

/** A file to work on. */
export interface Found {
  /** As the person named it, or as found below the folder they named. */
  readonly name: string;
  /** Whether the person's words or the file's own name say that it is a page; a mere .txt in a folder may be anything. */
  readonly isPage: boolean;
}

/** A file as read: `bytes` are what a later write expects to find still there. */
export interface PageFile {
  /** As the person named it, or as found below the folder they named. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
}

/**
 * The files that arguments stand for, each once, folders and patterns in alphabetical order.
 * Throws a Failure for a name or pattern that stands for nothing, and for a file that may not be read: before anything is done.
 */
export async function findFiles(names: readonly string[], terminal: Terminal): Promise<Found[]> {
  if (names.length === 0) throw new Failure(say('No file named; “-” reads standard input, “--help” tells more.'));
  const found = new Map<string, boolean>();
  for (const word of names) {
    for (const { name, isPage } of await filesOf(word, terminal)) found.set(name, isPage || found.get(name) === true);
  }
  return [...found].map(([name, isPage]) => ({ name, isPage }));
}

const named = (name: string): Found => ({ name, isPage: true });

async function filesOf(name: string, terminal: Terminal): Promise<Found[]> {
  if (name === STDIN) return [named(STDIN)];
  const path = resolve(terminal.directory, name);
  const kind = await kindOf(path);
  if (kind === 'file') {
    await access(path, constants.R_OK).catch((error) => cannotRead(name, error));
    return [named(name)];
  }
  if (kind === 'folder') {
    const below = await filesBelow(path, name);
    const pages = below.filter((file) => PAGE_FILES.test(file));
    if (pages.length === 0) throw new Failure(say('No *.newspaper or *.txt file in the folder {0}', name));
    return pages.map((file) => ({ name: file, isPage: PAGE_NAMES.test(file) }));
  }
  return (await filesMatching(name, terminal)).map(named);
}

async function filesMatching(pattern: string, terminal: Terminal): Promise<string[]> {
  const posix = pattern.split(sep).join('/');
  const { base, isGlob } = picomatch.scan(posix);
  if (!isGlob) throw new Failure(say('No such file: {0}', pattern));
  const folder = resolve(terminal.directory, base);
  const below = (await kindOf(folder)) === 'folder' ? await filesBelow(folder, base) : [];
  const matches = picomatch(posix.replace(/^\.\//, ''));
  const files = below.filter((file) => matches(file.split(sep).join('/').replace(/^\.\//, '')));
  if (files.length === 0) throw new Failure(say('No file matches {0}', pattern));
  return files;
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** All files below a folder, named as `name` plus their way down. Hidden folders and node_modules are passed over. */
async function filesBelow(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => cannotRead(name, error));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const own = join(name, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(join(folder, entry.name), own)));
    else files.push(own);
  }
  return files;
}

/** Throws a Failure for a file that cannot be read, and for one in an encoding that is none of ours. */
export async function readPageFile(name: string, wanted: Encoding | null, terminal: Terminal): Promise<PageFile> {
  const bytes = await (name === STDIN ? terminal.readStdin() : readBytes(name, terminal));
  const encoding = wanted ?? recogniseEncoding(bytes);
  if (isForeign(encoding)) throw new Failure(foreign(name, encoding));
  return { name, bytes, decoded: decode(bytes, encoding) };
}

const foreign = (name: string, encoding: Foreign): Message =>
  encoding === 'UTF-16LE'
    ? say('{0} seems to be UTF-16 without a byte order mark; “--encoding utf-16le” reads it', name)
    : say('{0} is neither UTF-8 nor GB18030 text but seems to be {1}; convert it to UTF-8 first', name, encoding);

const readBytes = (name: string, terminal: Terminal): Promise<Uint8Array> =>
  readFile(resolve(terminal.directory, name)).catch((error) => cannotRead(name, error));

function cannotRead(name: string, error: unknown): never {
  throw new Failure(say('Cannot read {0}: {1}', name, reasonOf(error)));
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
};

/**
 * The file's bytes with a new text, in its own encoding and with its byte order mark.
 * Throws a Failure where bytes outside the changes would not come out as they went in.
 */
export function bytesWith(file: PageFile, text: string): Uint8Array {
  const { encoding } = file.decoded;
  const unchanged = encode(file.decoded);
  if (unchanged === null || Buffer.compare(unchanged, file.bytes) !== 0) {
    throw new Failure(
      say(
        '{0} holds bytes that are not {1}, nothing was written; “--encoding” names another encoding',
        file.name,
        encoding,
      ),
    );
  }
  const bytes = encode({ ...file.decoded, text });
  if (bytes === null) throw new Failure(say('The new text of {0} cannot be written in {1}', file.name, encoding));
  return bytes;
}

/**
 * Writes a file's new bytes in one step: a reader sees the old file or the new one, and a failure leaves the old one.
 * Throws a Failure where the file changed since it was read.
 */
export async function replaceFile(file: PageFile, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(resolve(terminal.directory, file.name)).catch((error) => cannotRead(file.name, error));
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const { mode } = await stat(target);
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const now = await readBytes(file.name, terminal);
    if (Buffer.compare(now, file.bytes) !== 0) {
      throw new Failure(say('{0} changed since it was read; nothing was written', file.name));
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    if (error instanceof Failure) throw error;
    throw new Failure(say('Cannot write {0}: {1}', file.name, reasonOf(error)));
  }
}

/** A name that other systems take: relative, with slashes. */
export const portableName = (name: string, terminal: Terminal): string =>
  name === STDIN ? 'stdin' : relative(terminal.directory, resolve(terminal.directory, name)).split(sep).join('/');
