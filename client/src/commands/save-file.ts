import { Uri, workspace } from 'vscode';
import { SAVE_FILE } from '../../../server/src/protocol';
import type { Command } from '.';

/** Saves a document by its URI. The server's code actions that edit the project file end with it. */
export const saveFile: Command = {
  id: SAVE_FILE,
  async run(_session, uri) {
    const document = await workspace.openTextDocument(Uri.parse(String(uri)));
    return document.save();
  },
};
