import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { VersionedEdits } from '../protocol';
import type { Edit } from '../text/span';
import { rangeIn } from './reading';

/** Of a thousand edits VS Code makes a single one, from the first to the last, and the caret in between jumps. */
const MOST_EDITS = 999;

/** Edits of the document (UTF-16 offsets, in order) as LSP's. */
export const textEdits = (source: TextDocument, edits: readonly Edit[]): TextEdit[] =>
  atMost(MOST_EDITS, edits, source.getText()).map(({ span, text }) => ({
    range: rangeIn(source, span),
    newText: text,
  }));

/** The same change in no more than `most` edits: those with the least text between them become one. */
export function atMost(most: number, edits: readonly Edit[], text: string): Edit[] {
  if (edits.length <= most) return [...edits];
  const gapBefore = (n: number): number => edits[n].span.start - edits[n - 1].span.end;
  const byGap = Array.from({ length: edits.length - 1 }, (_, i) => i + 1).sort((a, b) => gapBefore(a) - gapBefore(b));
  const joined = new Set(byGap.slice(0, edits.length - most));
  const fewer: Edit[] = [];
  for (const [n, edit] of edits.entries()) {
    const before = joined.has(n) ? fewer.pop() : undefined;
    fewer.push(before ? joinedEdit(before, edit, text) : edit);
  }
  return fewer;
}

const joinedEdit = (first: Edit, second: Edit, text: string): Edit => ({
  span: { start: first.span.start, end: second.span.end },
  text: first.text + text.slice(first.span.end, second.span.start) + second.text,
});

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
