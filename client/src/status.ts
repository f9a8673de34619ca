import { Disposable, l10n, MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import { type PageStatus, STATUS } from '../../server/src/protocol';
import { LANGUAGE, type Session } from './client';

/** Left of most right-hand items: beside the language and the encoding, which it belongs with. */
const PRIORITY = 110;

/** The status item of the page in the active editor: how many stories and findings it has. */
export function showStatus({ client }: Session): Disposable {
  const item = window.createStatusBarItem('newspaper.status', StatusBarAlignment.Right, PRIORITY);
  item.name = l10n.t('Newspaper Page');
  item.command = 'newspaper.goToStory';
  const statuses = new Map<string, PageStatus>();

  const update = () => {
    const document = window.activeTextEditor?.document;
    const status = document?.languageId === LANGUAGE ? statuses.get(document.uri.toString()) : undefined;
    if (!status) return item.hide();
    item.text = shortText(status);
    item.tooltip = tooltip(status);
    item.accessibilityInformation = { label: `${stories(status)}, ${findings(status)}` };
    item.show();
  };
  return Disposable.from(
    item,
    client.onNotification(STATUS, (status: PageStatus) => {
      statuses.set(status.uri, status);
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
      update();
    }),
  );
}

const shortText = (status: PageStatus): string =>
  `$(book) ${status.stories}  ${status.findings > 0 ? `$(warning) ${status.findings}` : '$(check)'}`;

const stories = ({ stories: n }: PageStatus): string => (n === 1 ? l10n.t('1 story') : l10n.t('{0} stories', n));

const findings = ({ findings: n }: PageStatus): string => {
  if (n === 0) return l10n.t('no findings');
  return n === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', n);
};

function tooltip(status: PageStatus): MarkdownString {
  const link = (title: string, command: string) => `[${title}](command:${command})`;
  const rows = [
    `${stories(status)} · ${link(l10n.t('Go to Story'), 'newspaper.goToStory')}`,
    `${findings(status)} · ${link(l10n.t('Show Problems'), 'workbench.actions.view.problems')}`,
  ];
  if (status.pages > 1) rows.unshift(l10n.t('{0} pages in this file', status.pages));
  if (status.safe > 0) {
    rows.push(
      `${l10n.t('{0} can be fixed safely', status.safe)} · ${link(l10n.t('Fix All Safe'), 'newspaper.fixAll')}`,
    );
  }
  const text = new MarkdownString(rows.join('\n\n'));
  text.isTrusted = { enabledCommands: ['newspaper.goToStory', 'workbench.actions.view.problems', 'newspaper.fixAll'] };
  return text;
}
