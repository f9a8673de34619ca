import { TabInputTextDiff, type Uri, window } from 'vscode';
import type { Command } from '.';
import { activePage } from './page-edits';

/** Restores the whole page: repairs, reading order, paragraphs, marks. Shown as a diff first. */
export const markUpPage: Command = {
  id: 'newspaper.markUpPage',
  async run({ preview }) {
    const document = activePage();
    if (document) await preview.show(document, {});
  },
};

/** Marks up the story at the cursor, and leaves the rest of the page as it is. Shown as a diff first. */
export const markUpStory: Command = {
  id: 'newspaper.markUpStory',
  async run({ preview }) {
    const document = activePage();
    const position = window.activeTextEditor?.selection.active;
    if (document && position) {
      await preview.show(document, { position: { line: position.line, character: position.character } });
    }
  },
};

/** The buttons of the diff. */
export const acceptMarkUp: Command = {
  id: 'newspaper.acceptMarkUp',
  run: ({ preview }) => withProposal((uri) => preview.accept(uri)),
};

export const chooseStories: Command = {
  id: 'newspaper.chooseStories',
  run: ({ preview }) => withProposal((uri) => preview.chooseStories(uri)),
};

export const rejectMarkUp: Command = {
  id: 'newspaper.rejectMarkUp',
  run: ({ preview }) => withProposal((uri) => preview.close(uri)),
};

async function withProposal(act: (uri: Uri) => Promise<void>): Promise<void> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputTextDiff) await act(input.modified);
}
