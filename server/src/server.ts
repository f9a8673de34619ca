import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LaterFix } from './features/actions';
import { MARK_KIND } from './features/corrections';
import { tokenLegend } from './features/tokens';
import { FIX, FIX_ALL_KIND, type FixParams, MARK_UP, type MarkUpParams, PROJECT_FILE } from './protocol';
import { Publisher } from './publisher';
import type { FetchResource } from './resources';
import { PageService, type Report } from './service';
import { Stopped } from './slices';
import { ClientWorld } from './world';

/** Answers a client: this file only finds the document, asks the service, and says what the server can do. */
export function startServer(connection: Connection, fetch: FetchResource): void {
  const documents = new TextDocuments(TextDocument);
  const world = new ClientWorld(connection, fetch);
  const service = new PageService(world);
  const publisher = new Publisher(connection, documents, service);

  /** A handler that asks the service about the document of a request; for a document that is not open it answers `none`. */
  const about =
    <P extends { textDocument: { uri: string } }, R>(
      ask: (document: TextDocument, params: P, token: CancellationToken) => Promise<R>,
      none: R,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      const document = documents.get(params.textDocument.uri);
      return document ? unlessStopped(token, ask(document, params, token)) : none;
    };

  // The table of requests.
  connection.onDocumentSymbol(about((document) => service.documentSymbols(document), []));
  connection.onFoldingRanges(about((document) => service.foldingRanges(document), []));
  connection.onHover(about((document, { position }) => service.hover(document, position), null));
  connection.languages.semanticTokens.on(about((document) => service.semanticTokens(document), { data: [] }));
  connection.onDocumentFormatting(about((document) => service.formatting(document), []));
  connection.onDocumentRangeFormatting(about((document, { range }) => service.formatting(document, range), []));
  connection.onCodeAction(
    about((document, { range, context }, token) => service.codeActions(document, { range, ...context }, token), []),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const document = documents.get((action.data as Partial<LaterFix> | undefined)?.uri ?? '');
    return document ? unlessStopped(token, service.resolveCodeAction(document, action, token)) : action;
  });
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: 'full', items: [] };
    const report = async () => diagnosticReport(await publisher.report(document), previousResultId);
    return unlessStopped(token, report(), ASK_AGAIN);
  });
  connection.onRequest(
    FIX,
    about((document, params: FixParams, token) => service.fixes(document, params, token), null),
  );
  connection.onRequest(
    MARK_UP,
    about((document, params: MarkUpParams, token) => service.markUp(document, params, token), null),
  );

  // What happens to documents and settings.
  documents.onDidChangeContent(({ document }) => {
    if (!world.pullsDiagnostics) publisher.push(document);
  });
  documents.onDidClose(({ document }) => {
    service.forget(document.uri);
    if (!world.pullsDiagnostics) publisher.withdraw(document);
  });
  const settingsChanged = () => {
    world.projects.forget();
    if (!world.pullsDiagnostics) for (const document of documents.all()) publisher.push(document);
    else if (world.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  };
  connection.onDidChangeConfiguration(settingsChanged);
  connection.onDidChangeWatchedFiles(settingsChanged);

  connection.onInitialize((params) => {
    world.introduce(params);
    return ABILITIES;
  });
  connection.onInitialized(() => {
    if (world.tellsConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'newspaper' });
    }
    if (world.watchesFiles) {
      const watchers = [{ globPattern: `**/${PROJECT_FILE}` }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  });
  documents.listen(connection);
  connection.listen();
}

const ABILITIES: InitializeResult = {
  serverInfo: { name: 'Newspaper Markup' },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, MARK_KIND, FIX_ALL_KIND], resolveProvider: true },
    diagnosticProvider: { identifier: 'newspaper', interFileDependencies: false, workspaceDiagnostics: false },
  },
};

/** Full, or "unchanged" where the client has this report already. */
function diagnosticReport({ id, diagnostics }: Report, previous: string | undefined): DocumentDiagnosticReport {
  if (previous === id) return { kind: 'unchanged', resultId: id };
  return { kind: 'full', resultId: id, items: diagnostics };
}

const CANCELLED = new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
const CHANGED = new ResponseError<never>(LSPErrorCodes.ContentModified, 'the document has changed');
const ASK_AGAIN = new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', {
  retriggerRequest: true,
});

/** An answer; or, as LSP wants it, an error that tells why there is none any more. */
async function unlessStopped<R, E = never>(
  token: CancellationToken,
  answer: Promise<R>,
  stopped: ResponseError<E> = CHANGED,
): Promise<R | ResponseError<E>> {
  try {
    const value = await answer;
    return token.isCancellationRequested ? CANCELLED : value;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return token.isCancellationRequested ? CANCELLED : stopped;
  }
}
