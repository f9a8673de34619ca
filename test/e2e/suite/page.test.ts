import * as vscode from 'vscode';
import {
  apply,
  closeAll,
  codeActions,
  eventually,
  fileUri,
  findings,
  flat,
  open,
  pageName,
  ruleOf,
  same,
  symbols,
} from './support';

describe('an opened page', () => {
  let editor: vscode.TextEditor;
  let original: string;

  beforeEach(async () => {
    editor = await open(pageName);
    original = editor.document.getText();
  });

  afterEach(closeAll);

  it('has the language of newspaper pages, by its name', () => {
    same(editor.document.languageId, 'newspaper');
  });

  it('keeps the caret at its text when it repairs a thousand places and more', async () => {
    const damaged = '昨⽇无雨。\n'.repeat(700);
    const content = `${damaged}这一行没有任何损坏，插入点就在这一行里，修复之后也应当在这里。\n${damaged}`;
    const document = await vscode.workspace.openTextDocument({ content, language: 'newspaper' });
    const long = await vscode.window.showTextDocument(document);
    const caret = new vscode.Position(700, 12);
    long.selection = new vscode.Selection(caret, caret);
    await vscode.commands.executeCommand('newspaper.fixAll');
    same(document.getText(), content.replaceAll('⽇', '日'));
    same(long.selection.active, caret);
  });

  it('starts the extension', async () => {
    await eventually(
      () => vscode.extensions.getExtension('newspaper-markup.newspaper-markup')?.isActive,
      (active) => active === true,
    );
  });

  it('shows its stories in the outline, by their headlines', async () => {
    const outline = await eventually(
      () => symbols(editor.document.uri),
      (answer) => flat(answer).length > 0,
    );
    const names = flat(outline).map((symbol) => symbol.name);
    same(
      ['河畔步道本周全线开放', '老街书屋办起夜读会'].filter((headline) => !names.includes(headline)),
      [],
    );
  });

  it('names what stands in a story: subhead, byline', async () => {
    const outline = flat(
      await eventually(
        () => symbols(editor.document.uri),
        (answer) => flat(answer).length > 3,
      ),
    );
    const told = outline.map((symbol) => `${symbol.name} ${symbol.detail}`).join('\n');
    for (const part of ['傍晚时分最热闹', '纪云帆']) same(told.includes(part), true);
  });

  it('folds each story', async () => {
    const ranges = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.FoldingRange[]>(
          'vscode.executeFoldingRangeProvider',
          editor.document.uri,
        ),
      (answer) => (answer ?? []).length >= 2,
    );
    const starts = ranges.map((range) => editor.document.lineAt(range.start).text);
    same(
      ['河畔步道', '老街书屋'].filter((start) => !starts.some((line) => line.startsWith(start))),
      [],
    );
  });

  it('tells on hover what a line was taken for', async () => {
    const [hover] = await eventually(
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at('□')),
      (answer) => (answer ?? []).length > 0,
    );
    const text = hover.contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    same(/byline/i.test(text), true);
  });

  it('colours tokens', async () => {
    const tokens = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
          'vscode.provideDocumentSemanticTokens',
          editor.document.uri,
        ),
      (answer) => (answer?.data.length ?? 0) > 0,
    );
    same((tokens?.data.length ?? 0) % 5, 0);
  });

  it('reports its damage, each finding under its rule', async () => {
    const rules = ['radical-form', 'letter-spacing', 'digit-spacing', 'doubled-text'];
    const reported = await eventually(
      () => findings(editor.document.uri).map(ruleOf),
      (answer) => rules.every((rule) => answer.includes(rule)),
    );
    same(
      rules.filter((rule) => !reported.includes(rule)),
      [],
    );
  });

  it('repairs one finding with its quick fix, and undo brings the page back', async () => {
    const finding = await findingOf('radical-form');
    const actions = await eventually(
      () => codeActions(editor.document.uri, finding.range, vscode.CodeActionKind.QuickFix.value),
      (answer) => answer.some(({ title }) => title.includes('青')),
    );
    // Other findings lie around this one, so the light bulb offers more than its fix.
    await apply(actions.filter(({ title }) => title.includes('青'))[0]);
    same(editor.document.getText(), original.replace('⻘', '青'));
    await undo();
    same(editor.document.getText(), original);
  });

  it('repairs all safe damage in one step, and undo brings the page back', async () => {
    await findingOf('letter-spacing');
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const [fixAll] = await eventually(
      () => codeActions(editor.document.uri, whole, 'source.fixAll.newspaper'),
      (answer) => answer.length > 0,
    );
    await apply(fixAll);
    const fixed = editor.document.getText();
    for (const clean of ['串起七个公园和三座渡口', '全长12公里', '青溪'])
      same([clean, fixed.includes(clean)], [clean, true]);
    same(fixed.includes('本报记者 沈知秋 摄'), true);
    await undo();
    same(editor.document.getText(), original);
  });

  it('repairs safe damage on save, where the person wants that', async () => {
    const copy = fileUri('on-save.page.txt');
    await vscode.workspace.fs.copy(fileUri(pageName), copy);
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'newspaper' });
    const onSave = (value: unknown) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace, true);
    await onSave({ 'source.fixAll.newspaper': 'always' });
    try {
      const { document } = await open('on-save.page.txt');
      await eventually(
        () => findings(document.uri),
        (answer) => answer.length > 0,
      );
      // The editor reads its settings in its own time: a save before that repairs nothing, so save again.
      await eventually(
        async () => {
          await vscode.window.activeTextEditor?.edit((edit) =>
            edit.insert(new vscode.Position(document.lineCount, 0), '\n'),
          );
          await document.save();
          return new TextDecoder().decode(await vscode.workspace.fs.readFile(copy));
        },
        (saved) => saved.includes('串起七个公园和三座渡口'),
      );
    } finally {
      await onSave(undefined);
      await closeAll();
      await vscode.workspace.fs.delete(copy);
    }
  });

  it('follows edits: a finding goes with its damage', async () => {
    await findingOf('radical-form');
    const start = at('⻘');
    await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, 1)), '青'));
    await eventually(
      () => findings(editor.document.uri).map(ruleOf),
      (answer) => answer.length > 0 && !answer.includes('radical-form'),
    );
  });

  /** The position of a string's first occurrence. */
  function at(text: string): vscode.Position {
    return editor.document.positionAt(original.indexOf(text));
  }

  async function findingOf(rule: string): Promise<vscode.Diagnostic> {
    const found = await eventually(
      () => findings(editor.document.uri).find((finding) => ruleOf(finding) === rule),
      (answer) => answer !== undefined,
    );
    if (!found) throw new Error(rule);
    return found;
  }
});

async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}
