import { type ExtensionContext, FileSystemError, l10n, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, vsdiag } from 'vscode-languageclient';
import {
  type InitializationOptions,
  READ_FILE,
  RESOURCE,
  type ReadFileParams,
  type ResourceParams,
} from '../../server/src/protocol';
import { toBase64 } from './base64';
import { registerCommands } from './commands';
import { offerEncoding } from './encoding';
import { isProposal, MarkUpPreview } from './mark-up-preview';
import { offerLanguage } from './offer';
import { showStatus } from './status';

/** The language id of newspaper pages. */
export const LANGUAGE = 'newspaper';

/** Makes a client over the transport of its host (a process or a Worker), not yet started. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What commands and views work with. */
export interface Session {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly preview: MarkUpPreview;
}

/**
 * Sets up everything that desktop and browser share. The server itself is started by the first newspaper page that
 * opens, or at once where the workspace holds some: on other plain text the extension only looks whether to make its offer.
 */
export async function startExtension(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const client = createClient(LANGUAGE, 'Newspaper Markup', clientOptions(context));
  const preview = new MarkUpPreview(client);
  const session = { context, client, preview };
  answerServer(session);
  context.subscriptions.push(
    client,
    showStatus(session),
    preview.register(),
    registerCommands(session),
    offerLanguage(context),
    offerEncoding(),
  );

  const start = async () => {
    if (!client.needsStart()) return;
    try {
      await client.start();
    } catch (error) {
      window.showErrorMessage(l10n.t('The newspaper language server could not be started: {0}', String(error)));
    }
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === LANGUAGE) void start();
    }),
  );
  if (workspace.textDocuments.some(({ languageId }) => languageId === LANGUAGE)) await start();
  else void workspaceHasPages().then((found) => (found ? start() : undefined));
}

function clientOptions({ extensionUri }: ExtensionContext): LanguageClientOptions {
  const docs = Uri.joinPath(extensionUri, 'docs', 'rules').toString();
  const initializationOptions: InitializationOptions = { canSaveFile: true, canReadFile: true, docs };
  return {
    documentSelector: [{ language: LANGUAGE }],
    initializationOptions,
    // A proposal is only shown: what is to be found in it is found in its page.
    middleware: {
      provideDiagnostics: (document, former, token, next) =>
        isProposal(document instanceof Uri ? document : document.uri)
          ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
          : next(document, former, token),
    },
  };
}

/** The file names of the language, as in package.json (contributes.languages, activationEvents). */
const PAGE_FILES = '**/*.{newspaper,page.txt,版面.txt}';

async function workspaceHasPages(): Promise<boolean> {
  return (await workspace.findFiles(PAGE_FILES, undefined, 1)).length > 0;
}

/** The server reads files through the editor: so it sees unsaved text and works where there is no disk. */
function answerServer({ context, client }: Session): void {
  context.subscriptions.push(
    client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readWorkspaceFile(Uri.parse(uri))),
    client.onRequest(RESOURCE, async ({ name }: ResourceParams) =>
      toBase64(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name))),
    ),
  );
}

async function readWorkspaceFile(uri: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    const denied = !(error instanceof FileSystemError) || error.code === 'NoPermissions';
    if (denied) throw error;
    return null;
  }
}
