import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { SAVE_FILE } from '../protocol';
import { ConfigProblem } from '../rules/config';
import { globForFile, globForFolder, withIgnored, withLearntPair, withRuleOff } from '../rules/configEdits';
import { hashAround } from '../rules/ignore';
import type { Finding, LearntPair } from '../rules/rule';
import { minimalEdits } from '../text/diff';
import { type Message, say } from '../text/message';
import { spanText } from '../text/span';
import { type ActionsWanted, diagnosticsOf, findingsIn, wants } from './actions';
import { type EditSupport, textEdits } from './edits';
import type { Reading, Tell } from './reading';

/** The project file that the choices go into. */
export interface ChoicesFile {
  readonly uri: string;
  /** Null where it does not exist yet. */
  readonly text: string | null;
  /** The document's path from the file's folder, with slashes. */
  readonly path: string;
}

export interface ChoiceOptions {
  readonly tell: Tell;
  readonly support: EditSupport;
  /** The client has the command SAVE_FILE. */
  readonly canSave: boolean;
}

/** A selection with more findings than this is no place to ignore single ones. */
const MOST_SINGLE_CHOICES = 5;

/** One choice: how it is called, what the project file says with it, and the findings it is about. */
interface Choice {
  readonly title: Message;
  readonly write: (text: string | null) => string;
  readonly about: readonly Finding[];
}

/**
 * What a person may settle about the findings in a range, so that the project file remembers it and the page's text
 * stays as it is: a pair of characters to learn, a finding to ignore, a rule to turn off here.
 */
export function projectActions(
  reading: Reading,
  findings: readonly Finding[],
  file: ChoicesFile,
  wanted: ActionsWanted,
  options: ChoiceOptions,
): CodeAction[] {
  const { support, tell, canSave } = options;
  if (!wants(wanted, CodeActionKind.QuickFix)) return [];
  if (file.text === null && !(support.documentChanges && support.createFile)) return [];
  const here = findingsIn(reading, findings, wanted.range);
  const actions: CodeAction[] = [];
  for (const { title, write, about } of choices(reading, here, file)) {
    const text = unlessRefused(() => write(file.text));
    if (text === null) continue;
    actions.push({
      title: tell(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: about.flatMap((finding) => diagnosticsOf(reading, finding, wanted)),
      edit: fileEdit(file, text, support),
      ...(canSave ? { command: { title: tell(title), command: SAVE_FILE, arguments: [file.uri] } } : {}),
    });
  }
  return actions;
}

function choices(reading: Reading, here: readonly Finding[], { path }: ChoicesFile): Choice[] {
  const single = here.slice(0, MOST_SINGLE_CHOICES);
  const text = reading.source.getText();
  return [
    ...single.flatMap((finding) => pairsOf(text, finding).map((pair) => learning(pair, finding))),
    ...single.map(
      (finding): Choice => ({
        title: say('Ignore this finding of {0}', finding.rule),
        write: (config) =>
          withIgnored(config, { file: path, rule: finding.rule, hash: hashAround(text, finding.span) }),
        about: [finding],
      }),
    ),
    ...[...new Set(here.map(({ rule }) => rule))].flatMap((rule): Choice[] => {
      const about = here.filter((finding) => finding.rule === rule);
      return [
        {
          title: say('Turn off {0} in this file', rule),
          write: (config) => withRuleOff(config, rule, globForFile(path)),
          about,
        },
        {
          title: say('Turn off {0} in this folder', rule),
          write: (config) => withRuleOff(config, rule, globForFolder(path)),
          about,
        },
      ];
    }),
  ];
}

const learning = (pair: LearntPair, finding: Finding): Choice => ({
  title: say('Learn that {0} stands for {1}', pair.recognised, pair.written),
  write: (config) => withLearntPair(config, pair),
  about: [finding],
});

/** The pairs of characters that a person can teach: each candidate of a character that OCR took for another. */
function pairsOf(text: string, { rule, fixes }: Finding): LearntPair[] {
  if (rule !== 'confusable-character') return [];
  return fixes.flatMap(({ edits: [edit] }) => ({ written: edit.text, recognised: spanText(text, edit.span) }));
}

/** A project file that cannot be understood is not written into. */
function unlessRefused(write: () => string): string | null {
  try {
    return write();
  } catch (error) {
    if (error instanceof ConfigProblem) return null;
    throw error;
  }
}

/** Turns the project file into `text`; makes it first where there is none. */
function fileEdit({ uri, text: before }: ChoicesFile, text: string, { documentChanges }: EditSupport): WorkspaceEdit {
  const document = TextDocument.create(uri, 'json', 0, before ?? '');
  const edits = textEdits(document, minimalEdits(before ?? '', text));
  if (!documentChanges) return { changes: { [uri]: edits } };
  // No version: the file need not be open.
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  if (before !== null) return { documentChanges: [change] };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] };
}
