import * as vscode from 'vscode';
import { closeAll, eventually, findings, flat, open, pageName, same, symbols } from './support';

describe('marking up', () => {
  let editor: vscode.TextEditor;
  let original: string;

  beforeEach(async () => {
    editor = await open(pageName);
    original = editor.document.getText();
    await eventually(
      () => symbols(editor.document.uri),
      (outline) => flat(outline).length > 1,
    );
  });

  afterEach(closeAll);

  it('shows a diff and writes nothing before it is accepted', async () => {
    const proposal = await propose('newspaper.markUpPage');
    for (const headline of ['# 河畔步道本周全线开放', '# 老街书屋办起夜读会'])
      same(headings(proposal.getText()).includes(headline), true);
    same(editor.document.getText(), original);
    same(findings(proposal.uri), []);
  });

  it('is done by one step when accepted, and undone by one', async () => {
    const proposal = await propose('newspaper.markUpPage');
    const marked = proposal.getText();
    await vscode.commands.executeCommand('newspaper.acceptMarkUp');
    await eventually(
      () => editor.document.getText(),
      (text) => text === marked,
    );
    await eventually(diff, (input) => input === undefined);
    await vscode.commands.executeCommand('undo');
    same(editor.document.getText(), original);
  });

  it('leaves the page as it is when rejected', async () => {
    await propose('newspaper.markUpPage');
    await vscode.commands.executeCommand('newspaper.rejectMarkUp');
    await eventually(diff, (input) => input === undefined);
    same(editor.document.getText(), original);
    same(editor.document.isDirty, false);
  });

  it('marks up one story alone', async () => {
    const line = original.split('\n').findIndex((text) => text.startsWith('晚上八点'));
    editor.selection = new vscode.Selection(line, 2, line, 2);
    const proposal = await propose('newspaper.markUpStory');
    same(headings(proposal.getText()), ['# 老街书屋办起夜读会']);
  });

  it('renews the proposal where the page has changed meanwhile', async () => {
    await propose('newspaper.markUpPage');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, new vscode.Range(2, 0, 2, 2), '湖畔');
    await vscode.workspace.applyEdit(edit);
    const changed = editor.document.getText();
    await vscode.commands.executeCommand('newspaper.acceptMarkUp');
    const proposal = await eventually(
      () => diff() && textOf(diff()?.modified),
      (text) => text?.includes('# 湖畔步道本周全线开放') === true,
    );
    same(editor.document.getText(), changed);
    same(typeof proposal, 'string');
  });

  it('keeps the diff where the page changes while the proposal is renewed', async () => {
    await propose('newspaper.markUpPage');
    const type = (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, new vscode.Position(2, 0), text);
      return vscode.workspace.applyEdit(edit);
    };
    await type('湖');
    const accepted = vscode.commands.executeCommand('newspaper.acceptMarkUp');
    await type('边');
    await accepted;
    same(diff() !== undefined, true);
    same(editor.document.getText().includes('湖'), true);
    same(editor.document.getText().includes('# '), false);
  });
});

const headings = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.startsWith('# '));

/** The open diff of a page and its marked-up text. */
function diff(): vscode.TabInputTextDiff | undefined {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.find((input) => input instanceof vscode.TabInputTextDiff);
}

const textOf = (uri: vscode.Uri | undefined): string | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri?.toString())?.getText();

/** Runs a command and waits for its diff; answers the marked-up text as a document. */
async function propose(command: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand(command);
  const input = await eventually(diff, (open) => open !== undefined);
  return vscode.workspace.openTextDocument(input?.modified as vscode.Uri);
}
