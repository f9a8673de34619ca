import * as vscode from 'vscode';
import { closeAll, codeActions, eventually, fileUri, findings, open, pageName, ruleOf, same } from './support';

describe('the project file', () => {
  const file = fileUri('newspaper.config.json');
  let editor: vscode.TextEditor;

  const rules = () => findings(editor.document.uri).map(ruleOf);

  beforeEach(async () => {
    editor = await open(pageName);
    await eventually(rules, (found) => found.length > 0);
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file).then(undefined, () => {});
  });

  it('is written and saved by the light bulb, and holds at once; the page stays as it is', async () => {
    const { document } = editor;
    const text = document.getText();
    const [finding] = findings(document.uri);
    const rule = ruleOf(finding);
    const actions = await eventually(
      () => codeActions(document.uri, finding.range, 'quickfix'),
      (offered) => offered.some(({ command }) => command?.command === 'newspaper.saveFile'),
    );
    const off = actions.find(({ title }) => title.includes(rule) && title.includes('in this file'));
    if (!off?.edit || !off.command) throw new Error(`not among ${actions.map(({ title }) => title).join(', ')}`);
    same(await vscode.workspace.applyEdit(off.edit), true);
    await vscode.commands.executeCommand(off.command.command, ...(off.command.arguments ?? []));
    await eventually(rules, (found) => !found.includes(rule));
    const written = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    same(written, { overrides: [{ files: pageName, rules: { [rule]: 'off' } }] });
    same(document.getText(), text);
  });

  it('is followed as soon as it changes on the disk', async () => {
    const [rule] = rules();
    const text = JSON.stringify({ rules: { [rule]: 'off' } });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await eventually(rules, (found) => !found.includes(rule));
    await vscode.workspace.fs.delete(file);
    await eventually(rules, (found) => found.includes(rule));
  });
});
