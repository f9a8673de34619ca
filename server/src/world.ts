import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import type { EditSupport } from './features/edits';
import type { Tell } from './features/reading';
import type { Resources } from './page/document';
import { type ProjectFile, Projects } from './projects';
import { type InitializationOptions, READ_FILE, type ReadFileParams } from './protocol';
import { type FetchResource, loadResources } from './resources';
import type { Rule } from './rules/rule';
import type { Settings } from './rules/settings';
import type { World } from './service';
import { type Message, render, say } from './text/message';
import { translator } from './translate';

/** The world as the client shows it: its language, files, settings and abilities; known once it has introduced itself. */
export class ClientWorld implements World {
  tell: Tell = render;
  docs: string | null = null;
  private capabilities: ClientCapabilities = {};
  private options: InitializationOptions = {};
  private workspaceFolders: string[] = [];
  private loaded: Promise<Resources> | null = null;
  readonly projects: Projects;

  constructor(
    private readonly connection: Connection,
    private readonly fetch: FetchResource,
  ) {
    this.projects = new Projects({
      readText: (uri) => this.readText(uri),
      editorSection: (uri) => this.editorSection(uri),
      workspaceFolders: () => this.workspaceFolders,
      onProblem: (uri, problem) => this.refuse(uri, problem),
    });
  }

  /** To be called with what the client says of itself, before anything else. */
  introduce({ capabilities, initializationOptions, locale, workspaceFolders }: InitializeParams): void {
    this.workspaceFolders = (workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, ''));
    this.capabilities = capabilities;
    this.options = initializationOptions ?? {};
    this.tell = translator(locale);
    this.docs = this.options.docs ?? null;
  }

  /** Read for the first page and kept; a failure is tried again. */
  resources(): Promise<Resources> {
    this.loaded ??= loadResources(this.fetch).catch((error) => {
      this.loaded = null;
      this.connection.console.error(`The data files could not be read: ${describe(error)}`);
      throw error;
    });
    return this.loaded;
  }

  settings(uri: string): Promise<Settings> {
    return this.projects.settings(uri);
  }

  projectFile(uri: string): Promise<ProjectFile | null> {
    return this.projects.fileFor(uri);
  }

  onFailure = ({ id }: Rule, error: unknown): void => {
    this.connection.console.error(`The rule ${id} failed: ${describe(error)}`);
  };

  get canSaveFile(): boolean {
    return this.options.canSaveFile === true;
  }

  get pullsDiagnostics(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  get refreshesDiagnostics(): boolean {
    return this.capabilities.workspace?.diagnostics?.refreshSupport === true;
  }

  get resolvesEdits(): boolean {
    return this.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  }

  get watchesFiles(): boolean {
    return this.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  get tellsConfiguration(): boolean {
    return this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  get edits(): EditSupport {
    const edit = this.capabilities.workspace?.workspaceEdit;
    return {
      documentChanges: edit?.documentChanges === true,
      createFile: edit?.resourceOperations?.includes('create') === true,
    };
  }

  private refuse(uri: string, problem: Message | Error): void {
    const why = problem instanceof Error ? problem.message : this.tell(problem);
    this.connection.window.showWarningMessage(this.tell(say('{0} is not used: {1}', decodeURI(uri), why)));
  }

  private async readText(uri: string): Promise<string | null> {
    if (!this.options.canReadFile) return null;
    const params: ReadFileParams = { uri };
    return this.connection.sendRequest<string | null>(READ_FILE, params);
  }

  private async editorSection(scopeUri: string): Promise<unknown> {
    if (!this.capabilities.workspace?.configuration) return null;
    return this.connection.workspace.getConfiguration({ scopeUri, section: 'newspaper' });
  }
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
