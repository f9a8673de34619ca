import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShowMessageRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import {
  type InitializationOptions,
  type PageStatus,
  READ_FILE,
  type ReadFileParams,
  STATUS,
} from '../../server/src/protocol';
import { startServer } from '../../server/src/server';

/** What a modern editor can do, as VS Code says it. */
export const EDITOR: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  readonly locale?: string;
}

/** An editor for tests: talks to the real server over a real connection (a pair of streams). */
export class TestClient {
  /** The workspace's files, by URI. */
  readonly files = new Map<string, string>();
  /** What the person set in the editor: the section `newspaper`. */
  settings: unknown = {};
  readonly statuses: PageStatus[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  /** Shown to the person. */
  readonly messages: string[] = [];
  refreshes = 0;
  private version = 0;

  private constructor(
    readonly connection: ProtocolConnection,
    readonly abilities: InitializeResult,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, (name) => readFile(join('dist', name)));
    const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    return TestClient.over(connection, options);
  }

  /** The same over any connection to a server that listens. */
  static async over(connection: ProtocolConnection, options: ClientOptions = {}): Promise<TestClient> {
    let client: TestClient | undefined;
    connection.onRequest(READ_FILE, ({ uri }: ReadFileParams) => client?.files.get(uri) ?? null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => client?.settings),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      if (client) client.refreshes++;
      return null;
    });
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      client?.messages.push(message);
      return null;
    });
    connection.onNotification(STATUS, (status: PageStatus) => void client?.statuses.push(status));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => void client?.published.push(params));
    connection.listen();
    const abilities = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? EDITOR,
      initializationOptions: options.initializationOptions ?? { canReadFile: true, canSaveFile: true },
      locale: options.locale,
    });
    client = new TestClient(connection, abilities);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(text: string, uri = 'file:///paper/page.newspaper'): Promise<string> {
    const textDocument = { uri, languageId: 'newspaper', version: ++this.version, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return uri;
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version: ++this.version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  stop(): void {
    this.connection.dispose();
  }
}

/** Waits until something is so; fails after `limit` milliseconds. */
export async function until(condition: () => boolean, limit = 3000): Promise<void> {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
