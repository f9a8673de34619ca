import * as vscode from 'vscode';
import { closeAll, eventually, findings, open, same } from './support';

describe('the language of newspaper pages', () => {
  afterEach(async () => {
    await closeAll();
    await detect(undefined);
  });

  it('is given to a .txt that clearly is a page, where the setting says always', async () => {
    await detect('always');
    const { document } = await open('candidate.txt');
    await eventually(
      () => vscode.workspace.textDocuments.find((open) => open.uri.toString() === document.uri.toString())?.languageId,
      (language) => language === 'newspaper',
    );
  });

  it('is never given to other text', async () => {
    await detect('always');
    const { document } = await open('notes.txt');
    // Long enough for a page to have been recognised: the test above waits for far less.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    same(document.languageId, 'plaintext');
    same(findings(document.uri), []);
  });

  it('has a snippet for each form', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'newspaper', content: '' });
    await vscode.window.showTextDocument(document);
    const snippets = await eventually(
      async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(0, 0),
        );
        return list.items.filter((item) => item.kind === vscode.CompletionItemKind.Snippet);
      },
      (items) => items.length > 0,
    );
    // Byline, dateline, lead, caption, jump line, continuation line, folio and the marks.
    same(snippets.length >= 8, true);
  });

  it('comes with settings fit for Chinese text', () => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'newspaper' });
    same(editor.get('unicodeHighlight.ambiguousCharacters'), false);
    same(editor.get('wordWrap'), 'on');
  });
});

async function detect(value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('newspaper').update('detect', value, vscode.ConfigurationTarget.Workspace);
}
