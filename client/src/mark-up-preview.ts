import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  TabInputTextDiff,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TextDocument as Text } from 'vscode-languageserver-textdocument';
import { MARK_UP, type MarkedUp, type MarkUpParams } from '../../server/src/protocol';
import { ask, type Unanswered } from './ask';
import { applyEdits } from './commands/page-edits';

/** The scheme of marked-up texts that are only shown; package.json hangs the buttons of the diff on it. */
const SCHEME = 'newspaper-markup';

export const isProposal = (uri: Uri): boolean => uri.scheme === SCHEME;

/** What is marked up: some stories, by their place in the server's list, or the whole document. */
type Choice = Pick<MarkUpParams, 'stories' | 'position'>;

/** A page marked up, shown beside the page as it is, and waiting for the person's word. */
interface Proposal {
  readonly document: TextDocument;
  readonly choice: Choice;
  readonly answer: MarkedUp;
  /** The whole text with the edits. */
  readonly text: string;
}

/**
 * Shows what marking up would do as a diff, and applies it, in one undo step, when the person accepts: as a whole, or
 * the chosen stories. Nothing is written before.
 */
export class MarkUpPreview implements TextDocumentContentProvider {
  private readonly proposals = new Map<string, Proposal>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {}

  register(): Disposable {
    return Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidCloseTextDocument(({ uri }) => void this.proposals.delete(uri.toString())),
    );
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.proposals.get(uri.toString())?.text ?? '';
  }

  /** Opens the diff, and answers whether it could. Where there is no proposal, the person is told why. */
  async show(document: TextDocument, choice: Choice): Promise<boolean> {
    const uri = proposalUri(document);
    const proposal = await this.propose(document, choice);
    if (proposal === 'nothing') {
      window.showInformationMessage(l10n.t('Nothing to mark up: the text reads so already.'));
      await this.close(uri);
    } else if (proposal === 'changed') {
      window.showInformationMessage(l10n.t('The page has changed meanwhile; ask once more to mark it up.'));
    }
    if (typeof proposal === 'string') return false;
    const title = l10n.t('{0}: marked up', document.uri.path.split('/').pop() ?? '');
    await commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: true });
    return true;
  }

  /** Applies the proposal. Where the page has changed since, the proposal is renewed instead, to be looked at again. */
  async accept(uri: Uri): Promise<void> {
    const proposal = this.proposals.get(uri.toString());
    if (!proposal) return;
    const { document, choice, answer } = proposal;
    if (answer.version !== document.version) {
      if (await this.show(document, choice)) {
        window.showInformationMessage(l10n.t('The page has changed meanwhile; this is the new proposal.'));
      }
      return;
    }
    if ((await applyEdits(this.client, document, answer)) !== 'applied') return;
    await this.close(uri);
    await window.showTextDocument(document);
  }

  /** Lets the person choose which stories the proposal marks up. */
  async chooseStories(uri: Uri): Promise<void> {
    const proposal = this.proposals.get(uri.toString());
    if (!proposal) return;
    const { document, answer } = proposal;
    const items = answer.stories.map(({ name, included }, story) => ({ label: name, picked: included, story }));
    const chosen = await window.showQuickPick(items, {
      canPickMany: true,
      placeHolder: l10n.t('Mark up which stories?'),
    });
    if (!chosen) return;
    const all = chosen.length === items.length;
    await this.show(document, all ? {} : { stories: chosen.map(({ story }) => story) });
  }

  /** Closes the diff; the page stays as it is. */
  async close(uri: Uri): Promise<void> {
    const tabs = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === uri.toString());
    await window.tabGroups.close(tabs);
  }

  private async propose(document: TextDocument, choice: Choice): Promise<Proposal | 'nothing' | Unanswered> {
    const params: MarkUpParams = { textDocument: { uri: document.uri.toString() }, ...choice };
    const answer = await ask<MarkedUp>(this.client, MARK_UP, params, l10n.t('Marking up…'));
    if (answer === null) return 'nothing';
    if (typeof answer === 'string') return answer;
    if (answer.version !== document.version) return 'changed';
    const source = Text.create(params.textDocument.uri, document.languageId, answer.version, document.getText());
    const proposal = { document, choice, answer, text: Text.applyEdits(source, answer.edits) };
    const uri = proposalUri(document);
    this.proposals.set(uri.toString(), proposal);
    this.changed.fire(uri);
    return proposal;
  }
}

/** The marked-up twin of a document, by its name a page too. */
function proposalUri(document: TextDocument): Uri {
  return Uri.from({ scheme: SCHEME, path: `${document.uri.path}.newspaper`, query: document.uri.toString() });
}
