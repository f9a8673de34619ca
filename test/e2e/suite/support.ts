import * as vscode from 'vscode';

/*
 * Runs in both extension hosts, so nothing here may come from Node. The workspace is a temporary copy of
 * test/e2e/fixtures/workspace, local to the server; in the browser's host it is reached through the workbench.
 */

export const pageName = '河畔.page.txt';

export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor, as it stands on the disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  return vscode.window.showTextDocument(document);
}

/** Closes all editors and drops what was typed in them. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/**
 * Asks until the answer holds, and gives it. Providers are asked again because the server reads in its own time: just
 * after the start it may not have answered anything yet. Throws with the last answer when patience is at an end.
 */
export async function eventually<T>(
  ask: () => Thenable<T> | T,
  holds: (answer: T) => boolean,
  patience = 15_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not so after ${patience} ms: ${describe(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function same(actual: unknown, expected: unknown): void {
  if (describe(actual) !== describe(expected)) {
    throw new Error(`expected\n  ${describe(expected)}\nbut got\n  ${describe(actual)}`);
  }
}

function describe(value: unknown): string {
  return JSON.stringify(value, null, 1) ?? String(value);
}

export function symbols(uri: vscode.Uri): Thenable<vscode.DocumentSymbol[]> {
  return vscode.commands
    .executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri)
    .then((answer) => answer ?? []);
}

/** All symbols of an outline, parents before children. */
export function flat(outline: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return outline.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

/** The findings that this extension reports on a file. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'newspaper');
}

/** The rule that a finding belongs to. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function codeActions(uri: vscode.Uri, range: vscode.Range, kind?: string): Thenable<vscode.CodeAction[]> {
  return vscode.commands
    .executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', uri, range, kind, 50)
    .then((answer) => answer ?? []);
}

/** Does what the editor does when a person picks a code action. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error(`not applied: ${action.title}`);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}
