import { commands, type Disposable, l10n, Range, type TextDocument, window } from 'vscode';
import { LANGUAGE } from './client';

/** Lines looked at: a wrong encoding shows in the first few. */
const BEGINNING = new Range(0, 0, 50, 0);
/** A page read as UTF-8 that is GB18030 has a replacement character for most of its bytes; a damaged page has a few. */
const MIN_LOST_SHARE = 0.2;

/**
 * Points out, once a document, that a page was opened in the wrong encoding: many archives hold GB18030, which VS Code
 * takes for UTF-8. VS Code's own picker reopens it, with a guess at the right one on top.
 */
export function offerEncoding(): Disposable {
  const told = new Set<string>();
  const consider = async (document: TextDocument | undefined) => {
    if (document?.languageId !== LANGUAGE || told.has(document.uri.toString()) || !isMisread(document)) return;
    told.add(document.uri.toString());
    const reopen = l10n.t('Reopen with Encoding…');
    const answer = await window.showWarningMessage(
      l10n.t('This page is not in the encoding it was opened in; Chinese pages are often in GB18030.'),
      reopen,
    );
    if (answer === reopen) await commands.executeCommand('workbench.action.editor.changeEncoding');
  };
  void consider(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => void consider(editor?.document));
}

function isMisread(document: TextDocument): boolean {
  const text = document.getText(BEGINNING).replace(/\s/g, '');
  return text.length > 0 && text.split('\ufffd').length - 1 > MIN_LOST_SHARE * text.length;
}
