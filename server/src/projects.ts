import { PROJECT_FILE } from './protocol';

/** Where texts other than the open documents come from. */
export interface FileSystem {
  /** The file's text, or null where there is none. Rejects where there is one that cannot be read. */
  readText(uri: string): Promise<string | null>;
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
 * Finds the project file of each document: that of its own folder or of the nearest one above, within the workspace folder
 * where the document is in one. Keeps what it read until told that something has changed.
 */
export class Projects {
  private readonly files = new Map<string, Promise<string | null>>();

  constructor(
    private readonly fileSystem: FileSystem,
    /** URIs of the workspace's folders, without a slash at the end. */
    private readonly workspaceFolders: () => readonly string[],
  ) {}

  /** Something has changed in the files. */
  forget(): void {
    this.files.clear();
  }

  /** Null for a document that is in no folder (not saved yet). */
  async fileFor(document: string): Promise<ProjectFile | null> {
    const folders = this.foldersAbove(document);
    for (const folder of folders) {
      const text = await this.read(`${folder}/${PROJECT_FILE}`);
      if (text !== null) return projectFile(folder, document, text);
    }
    if (folders.length === 0) return null;
    // A new one goes to the top of the workspace, where it serves all pages; outside a workspace beside the page.
    const inWorkspace = this.workspaceFolders().includes(folders[folders.length - 1]);
    return projectFile(inWorkspace ? folders[folders.length - 1] : folders[0], document, null);
  }

  /** From the document's own folder upwards. */
  private foldersAbove(document: string): string[] {
    const roots = this.workspaceFolders();
    const folders: string[] = [];
    for (let folder = parentFolder(document); folder !== null; folder = parentFolder(folder)) {
      folders.push(folder);
      if (roots.includes(folder)) break;
    }
    return folders;
  }

  private read(uri: string): Promise<string | null> {
    let text = this.files.get(uri);
    if (!text) {
      text = this.fileSystem.readText(uri);
      this.files.set(uri, text);
    }
    return text;
  }
}

const projectFile = (folder: string, document: string, text: string | null): ProjectFile => ({
  uri: `${folder}/${PROJECT_FILE}`,
  text,
  path: decodeURIComponent(document.slice(folder.length + 1)),
});

/** The folder of a URI, without a slash at its end; null above the topmost (`scheme://authority`, `scheme:`) and where there is none. */
export function parentFolder(uri: string): string | null {
  const scheme = uri.indexOf(':') + 1;
  const path = uri.indexOf('/', uri.startsWith('//', scheme) ? scheme + 2 : scheme);
  return path < 0 ? null : uri.slice(0, uri.lastIndexOf('/'));
}
