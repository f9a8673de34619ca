import { commands, type DocumentSymbol, l10n, type TextEdit, WorkspaceEdit, window, workspace } from 'vscode';
import type { Command } from '.';
import { activePage } from './page-edits';

/** Joins the page's lines to the paragraphs they were broken from: formatting, under the name that belongs to a page. */
export const reflowPage: Command = {
  id: 'newspaper.reflowPage',
  run: () => commands.executeCommand('editor.action.formatDocument'),
};

/** The same for the story at the cursor. */
export const reflowStory: Command = {
  id: 'newspaper.reflowStory',
  async run() {
    const document = activePage();
    const editor = window.activeTextEditor;
    if (!document || !editor) return;
    const pages = await commands.executeCommand<DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    // The outline: pages, and in them stories.
    const story = (pages ?? [])
      .flatMap(({ children }) => children)
      .find(({ range }) => range.contains(editor.selection.active));
    if (!story) return void window.showInformationMessage(l10n.t('There is no story at the cursor.'));

    const edits = await commands.executeCommand<TextEdit[] | undefined>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      story.range,
      { insertSpaces: true, tabSize: 4 },
    );
    if (!edits || edits.length === 0) {
      window.setStatusBarMessage(l10n.t('This story has no broken lines.'), 4000);
      return;
    }
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
  },
};
