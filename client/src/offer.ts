import {
  ConfigurationTarget,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { looksLikePage } from '../../server/src/page/detect';
import { LANGUAGE } from './client';
import { decisionOn, rememberDecision } from './decisions';

/**
 * Offers, once a file, to treat a .txt that clearly is a newspaper page as one. The answer is remembered with the
 * workspace; the setting newspaper.detect answers for all files.
 */
export function offerLanguage(context: ExtensionContext): Disposable {
  const consider = (document: TextDocument | undefined) => {
    if (document && isPlainTextFile(document)) void treatOrOffer(context, document);
  };
  consider(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => consider(editor?.document));
}

/** Lines enough for the detector; a file may be large. */
const BEGINNING = new Range(0, 0, 3000, 0);

const isPlainTextFile = (document: TextDocument): boolean =>
  document.languageId === 'plaintext' && document.uri.path.toLowerCase().endsWith('.txt');

async function treatOrOffer(context: ExtensionContext, document: TextDocument): Promise<void> {
  const setting = workspace.getConfiguration('newspaper', document.uri).get<string>('detect', 'ask');
  const decision = decisionOn(context, document.uri);
  if (decision === 'page') return treatAsPage(document);
  if (decision === 'text' || setting === 'never' || !looksLikePage(document.getText(BEGINNING))) return;
  if (setting === 'always') return treatAsPage(document);

  await rememberDecision(context, document.uri, 'text');
  const yes = l10n.t('Treat as Page');
  const always = l10n.t('Always');
  const never = l10n.t('Never');
  // Kept in the workspace's settings: a person's own are not to be written unasked.
  const forAll = workspace.workspaceFolders ? [always, never] : [];
  const answer = await window.showInformationMessage(
    l10n.t('“{0}” looks like a newspaper page. Treat it as one?', fileName(document)),
    yes,
    ...forAll,
  );
  if (answer === always || answer === never) {
    const value = answer === always ? 'always' : 'never';
    await workspace.getConfiguration('newspaper').update('detect', value, ConfigurationTarget.Workspace);
  }
  if (answer === yes || answer === always) {
    await rememberDecision(context, document.uri, 'page');
    await treatAsPage(document);
  }
}

async function treatAsPage(document: TextDocument): Promise<void> {
  await languages.setTextDocumentLanguage(document, LANGUAGE);
}

const fileName = (document: TextDocument): string => document.uri.path.split('/').pop() ?? '';
