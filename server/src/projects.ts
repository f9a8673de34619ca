import { PROJECT_FILE } from './protocol';
import { ConfigProblem, editorSettings, readConfig, settingsFor } from './rules/config';
import { defaultSettings, type Settings } from './rules/settings';
import type { Message } from './text/message';

/** Where settings come from. */
export interface SettingsSource {
  /** A file's text, or null where there is none. Rejects where there is one that cannot be read. */
  readText(uri: string): Promise<string | null>;
  /** What a person set in the editor for a document: the section `newspaper`, or null. */
  editorSection(uri: string): Promise<unknown>;
  /** URIs of the workspace's folders, without a slash at the end. */
  workspaceFolders(): readonly string[];
  /** Told once of a project file that cannot be used: why, or the error of reading it. The editor's settings hold alone then. */
  onProblem(uri: string, problem: Message | Error): void;
}

/** A project file: the one that holds for a document, or the one that would be made for it. */
export interface ProjectFile {
  readonly uri: string;
  /** Null where it does not exist yet. */
  readonly text: string | null;
  /** The document's path from the file's folder, with slashes. */
  readonly path: string;
}

/**
 * The settings of each document: the editor's, overridden by the project file of its own folder or of the nearest one
 * above (within the workspace folder, where the document is in one). Keeps what it read until told that it has changed.
 */
export class Projects {
  private readonly files = new Map<string, Promise<string | null>>();
  private readonly known = new Map<string, Promise<Settings>>();
  /** The texts of project files that were complained of. */
  private readonly refused = new Map<string, string>();

  constructor(private readonly source: SettingsSource) {}

  /** The same object until `forget`. */
  settings(document: string): Promise<Settings> {
    return kept(this.known, document, () => this.compose(document));
  }

  /** The project file for a document; null for one that is in no folder (not saved yet). */
  async fileFor(document: string): Promise<ProjectFile | null> {
    const folders = this.foldersAbove(document);
    for (const folder of folders) {
      const text = await this.read(`${folder}/${PROJECT_FILE}`);
      if (text !== null) return projectFile(folder, document, text);
    }
    if (folders.length === 0) return null;
    // A new one goes to the top of the workspace, where it serves all pages; outside a workspace beside the page.
    const top = folders[folders.length - 1];
    return projectFile(this.source.workspaceFolders().includes(top) ? top : folders[0], document, null);
  }

  /** Something has changed in the settings or the files. */
  forget(): void {
    this.files.clear();
    this.known.clear();
  }

  private async compose(document: string): Promise<Settings> {
    const base = editorSettings(await this.source.editorSection(document), defaultSettings);
    const file = await this.fileFor(document);
    if (file === null || file.text === null) return base;
    try {
      return settingsFor(readConfig(file.text), file.path, base);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      if (this.refused.get(file.uri) !== file.text) this.source.onProblem(file.uri, error.problem);
      this.refused.set(file.uri, file.text);
      return base;
    }
  }

  /** From the document's own folder upwards. */
  private foldersAbove(document: string): string[] {
    const tops = this.source.workspaceFolders();
    const folders: string[] = [];
    for (let folder = parentFolder(document); folder !== null; folder = parentFolder(folder)) {
      folders.push(folder);
      if (tops.includes(folder)) break;
    }
    return folders;
  }

  private read(uri: string): Promise<string | null> {
    return kept(this.files, uri, async () => {
      try {
        return await this.source.readText(uri);
      } catch (error) {
        this.source.onProblem(uri, error instanceof Error ? error : new Error(String(error)));
        return null;
      }
    });
  }
}

function kept<T>(store: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = store.get(key);
  if (!value) {
    value = make();
    store.set(key, value);
  }
  return value;
}

const projectFile = (folder: string, document: string, text: string | null): ProjectFile => ({
  uri: `${folder}/${PROJECT_FILE}`,
  text,
  path: decoded(document.slice(folder.length + 1)),
});

/** URIs write most characters as %XX; globs and paths in project files do not. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The folder of a URI, without a slash at its end; null above the topmost (`scheme://authority`, `scheme:`) and where there is none. */
export function parentFolder(uri: string): string | null {
  const scheme = uri.indexOf(':') + 1;
  const path = uri.indexOf('/', uri.startsWith('//', scheme) ? scheme + 2 : scheme);
  return path < 0 ? null : uri.slice(0, uri.lastIndexOf('/'));
}
