import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { VersionedEdits } from '../protocol';
import type { Edit } from '../text/span';
import { rangeIn } from './reading';

/** Edits of the document (UTF-16 offsets) as LSP's. */
export const textEdits = (source: TextDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ span, text }) => ({ range: rangeIn(source, span), newText: text }));

/** What a client can do with a workspace edit, by its capabilities. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly createFile: boolean;
}

/** Edits of one version of a document; a client that can will refuse them for any other version. */
export function versionedEdit(uri: string, { version, edits }: VersionedEdits, support: EditSupport): WorkspaceEdit {
  if (!support.documentChanges) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** The same, from edits in offsets. */
export const workspaceEdit = (source: TextDocument, edits: readonly Edit[], support: EditSupport): WorkspaceEdit =>
  versionedEdit(source.uri, { version: source.version, edits: textEdits(source, edits) }, support);
