import { commands } from 'vscode';
import type { Command } from '.';

/** Opens the list of the page's stories: VS Code's own "go to symbol", under the name that belongs to a page. */
export const goToStory: Command = {
  id: 'newspaper.goToStory',
  run: () => commands.executeCommand('workbench.action.gotoSymbol'),
};
