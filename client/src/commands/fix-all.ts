import { l10n, window } from 'vscode';
import type { Command } from '.';
import { activePage, applyFixes } from './page-edits';

/** Applies every safe fix of the page in the active editor, in one undo step. */
export const fixAll: Command = {
  id: 'newspaper.fixAll',
  async run(session) {
    const document = activePage();
    if (!document) return;
    const outcome = await applyFixes(session, document, { include: 'safe' });
    if (outcome === 'nothing') window.setStatusBarMessage(l10n.t('Nothing to fix safely on this page.'), 4000);
  },
};
