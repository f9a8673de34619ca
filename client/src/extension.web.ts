import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './client';

/** The browser: the server runs in a Web Worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  // The Worker itself and no promise of one: VS Code's extension host gives out stand-ins, which the client's
  // `instanceof Worker` would not take for a Worker.
  return startExtension(context, (id, name, options) => new LanguageClient(id, name, new Worker(script), options));
}
