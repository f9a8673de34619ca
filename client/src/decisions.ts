import type { ExtensionContext, Uri } from 'vscode';

/** What the user said a .txt is. */
export type Decision = 'page' | 'text';

const KEY = 'newspaper.decisions';
/** Enough for a year of a daily paper's pages; the oldest are forgotten first. */
const LIMIT = 5000;

type Decisions = readonly (readonly [uri: string, decision: Decision])[];

const all = (context: ExtensionContext): Decisions => context.workspaceState.get<Decisions>(KEY, []);

export const decisionOn = (context: ExtensionContext, uri: Uri): Decision | undefined =>
  all(context).find(([known]) => known === uri.toString())?.[1];

export async function rememberDecision(context: ExtensionContext, uri: Uri, decision: Decision): Promise<void> {
  const others = all(context).filter(([known]) => known !== uri.toString());
  await context.workspaceState.update(KEY, [...others, [uri.toString(), decision]].slice(-LIMIT));
}
