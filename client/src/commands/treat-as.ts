import { languages, window } from 'vscode';
import { LANGUAGE, type Session } from '../client';
import { type Decision, rememberDecision } from '../decisions';
import type { Command } from '.';

/** Makes the text in the active editor a newspaper page, now and whenever it is opened again. */
export const treatAsPage: Command = {
  id: 'newspaper.treatAsPage',
  run: (session) => treatAs(session, LANGUAGE, 'page'),
};

/** The way back: plain text, and no offer any more. */
export const treatAsText: Command = {
  id: 'newspaper.treatAsText',
  run: (session) => treatAs(session, 'plaintext', 'text'),
};

async function treatAs({ context }: Session, language: string, decision: Decision): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  await rememberDecision(context, document.uri, decision);
  await languages.setTextDocumentLanguage(document, language);
}
