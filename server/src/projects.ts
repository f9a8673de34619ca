import { PROJECT_FILE } from './protocol';
import { defaultSettings, type Settings } from './rules/settings';

/** Where texts other than the open documents come from. */
export interface FileSystem {
  /** The file's text, or null where there is none. Rejects where there is one that cannot be read. */
  readText(uri: string): Promise<string | null>;
}

/** What a person set in the editor for a document (`newspaper.*`), not yet checked. */
export type ReadConfiguration = (uri: string) => Promise<unknown>;

/**
 * The settings of each document: the editor's, overridden by the project file of the nearest folder that has one.
 * Keeps what it read until told that something changed; then every answer is a new object.
 */
export class Projects {
  private readonly byFolder = new Map<string, Promise<Settings>>();

  constructor(
    private readonly files: FileSystem,
    private readonly configuration: ReadConfiguration,
  ) {}

  settings(uri: string): Promise<Settings> {
    const folder = parentFolder(uri) ?? '';
    let settings = this.byFolder.get(folder);
    if (!settings) {
      settings = this.load(uri, folder);
      this.byFolder.set(folder, settings);
    }
    return settings;
  }

  /** Something that settings come from has changed. */
  forget(): void {
    this.byFolder.clear();
  }

  private async load(_uri: string, _folder: string): Promise<Settings> {
    return { ...defaultSettings };
  }
}

/** The folder of a URI, without a slash at its end; null where it has none. The authority (`file://host`) is no folder. */
export function parentFolder(uri: string): string | null {
  const authority = uri.indexOf('://');
  const path = authority < 0 ? -1 : uri.indexOf('/', authority + 3);
  const slash = uri.lastIndexOf('/');
  return path < 0 || slash < path ? null : uri.slice(0, slash);
}
