import { l10n, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIX, type FixParams, type VersionedEdits } from '../../../server/src/protocol';
import { LANGUAGE, type Session } from '../client';

/** The newspaper page in the active editor; tells the user where there is none. */
export function activePage(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE) return document;
  window.showInformationMessage(l10n.t('Open a newspaper page first.'));
  return undefined;
}

/** Asks the server for fixes and applies them in one undo step. Answers whether the text changed. */
export async function applyFixes(
  { client }: Session,
  document: TextDocument,
  what: Omit<FixParams, 'textDocument'>,
): Promise<boolean> {
  const params: FixParams = { textDocument: { uri: document.uri.toString() }, ...what };
  return applyEdits(client, document, await client.sendRequest<VersionedEdits | null>(FIX, params));
}

/** Applies edits in one undo step, unless the document has changed since they were made. Answers whether it did. */
export async function applyEdits(
  client: BaseLanguageClient,
  document: TextDocument,
  answer: VersionedEdits | null,
): Promise<boolean> {
  if (!answer || answer.edits.length === 0) return false;
  if (answer.version !== document.version) {
    window.showInformationMessage(l10n.t('The page has changed meanwhile; nothing was applied.'));
    return false;
  }
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(answer.edits));
  return workspace.applyEdit(edit);
}
