import { commands, Disposable } from 'vscode';
import type { Session } from '../client';
import { fixAll } from './fix-all';
import { fixRule } from './fix-rule';
import { goToStory } from './go-to-story';
import { acceptMarkUp, chooseStories, markUpPage, markUpStory, rejectMarkUp } from './mark-up';
import { reflowPage, reflowStory } from './reflow';
import { saveFile } from './save-file';
import { showOutput } from './show-output';
import { treatAsPage, treatAsText } from './treat-as';

/** A command: its id (newspaper.…) and what it does. */
export interface Command {
  readonly id: string;
  run(session: Session, ...args: readonly unknown[]): Promise<unknown> | unknown;
}

const COMMANDS: readonly Command[] = [
  fixAll,
  fixRule,
  goToStory,
  markUpPage,
  markUpStory,
  acceptMarkUp,
  chooseStories,
  rejectMarkUp,
  reflowPage,
  reflowStory,
  saveFile,
  showOutput,
  treatAsPage,
  treatAsText,
];

export function registerCommands(session: Session): Disposable {
  return Disposable.from(
    ...COMMANDS.map(({ id, run }) => commands.registerCommand(id, (...args: unknown[]) => run(session, ...args))),
  );
}
