import { l10n, type TextDocument, type TextEdit, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIX, type FixParams, type VersionedEdits } from '../../../server/src/protocol';
import { ask } from '../ask';
import { LANGUAGE, type Session } from '../client';

/** The newspaper page in the active editor; tells the user where there is none. */
export function activePage(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE) return document;
  window.showInformationMessage(l10n.t('Open a newspaper page first.'));
  return undefined;
}

/** What became of edits; where they were `stopped`, the person knows why. */
export type Outcome = 'applied' | 'nothing' | 'stopped';

/** Asks the server for fixes and applies them in one undo step. */
export async function applyFixes(
  { client }: Session,
  document: TextDocument,
  what: Omit<FixParams, 'textDocument'>,
): Promise<Outcome> {
  const params: FixParams = { textDocument: { uri: document.uri.toString() }, ...what };
  const answer = await ask<VersionedEdits>(client, FIX, params, l10n.t('Looking for fixes…'));
  if (answer === 'cancelled') return 'stopped';
  return applyEdits(client, document, answer);
}

/** Applies edits in one undo step, unless the document has changed since they were made. */
export async function applyEdits(
  client: BaseLanguageClient,
  document: TextDocument,
  answer: VersionedEdits | null | 'changed',
): Promise<Outcome> {
  if (answer === 'changed' || (answer && answer.version !== document.version)) {
    window.showInformationMessage(l10n.t('The page has changed meanwhile; nothing was applied.'));
    return 'stopped';
  }
  if (!answer || answer.edits.length === 0) return 'nothing';
  const edits = await client.protocol2CodeConverter.asTextEdits(answer.edits);
  return (await apply(document, edits)) ? 'applied' : 'stopped';
}

/**
 * Through the editor where it has the page: a workspace edit is cut into smaller edits again, and of a thousand or more
 * VS Code makes a single one, which takes the caret along.
 */
function apply(document: TextDocument, edits: readonly TextEdit[]): Thenable<boolean> {
  const editor = window.activeTextEditor;
  if (editor?.document === document) {
    return editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    });
  }
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  return workspace.applyEdit(edit);
}
