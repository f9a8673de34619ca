import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { correctionActions, MARK_KIND } from '../../../server/src/features/corrections';
import type { Finding } from '../../../server/src/rules/rule';
import { say } from '../../../server/src/text/message';
import { assertRange } from '../../lsp/validity';
import { readingOf, tell } from './page';

const support = { documentChanges: true, createFile: true };
const caret = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });

function actionsAt(page: string[], line: number, findings: Finding[] = [], only?: string[]): CodeAction[] {
  return correctionActions(readingOf(page), findings, { range: caret(line), diagnostics: [], only }, { tell, support });
}

const titles = (actions: CodeAction[]): string[] => actions.map(({ title }) => title);

/** The page after the action of this title, read as text. */
function after(page: string[], line: number, title: string): string {
  const action = actionsAt(page, line).find((candidate) => candidate.title === title);
  assert.ok(action, `${title} is not among ${titles(actionsAt(page, line)).join(', ')}`);
  const { source } = readingOf(page);
  const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.equal(change.textDocument.version, source.version);
  for (const { range } of change.edits) assertRange(source.getText(), range);
  return TextDocument.applyEdits(source, change.edits as TextEdit[]);
}

const PAGE = [
  'h0 春耕正忙',
  'b0 田间一片繁忙。',
  'b0 种子备齐。',
  '',
  'b1 渠水清清。',
  'b1 流到田头。',
  '',
  'h 水渠修好',
];

describe('corrections', () => {
  it('say what a line is, but for what it is taken for', () => {
    const offered = titles(actionsAt(PAGE, 1)).filter((title) => title.startsWith('This line'));
    assert.ok(offered.includes('This line is a headline') && offered.includes('This line is a subhead'));
    assert.ok(!offered.includes('This line is body text'));
  });

  it('write a mark', () => assert.match(after(PAGE, 4, 'This line is a headline'), /^# 渠水清清。$/m));

  it('part stories and join them', () => {
    assert.match(after(PAGE, 2, 'A story starts here'), /^---$/m);
    assert.ok(titles(actionsAt(PAGE, 4)).includes('Join this story with the one above'));
  });

  it('give a title to a story, those without one first', () => {
    const offered = titles(actionsAt(PAGE, 7)).filter((title) => title.startsWith('This title'));
    assert.deepEqual(offered, ['This title belongs to “渠水清清。”', 'This title belongs to “春耕正忙”']);
    assert.match(after(PAGE, 7, 'This title belongs to “渠水清清。”'), /# 水渠修好\n+渠水清清。\n流到田头。\n+$/);
  });

  it('move a title above its story', () => {
    const displaced = ['b0 田间一片繁忙。', 'h0 春耕正忙', 'b1 渠水清清。'];
    assert.match(after(displaced, 1, 'Move this title above its story'), /^\n*# 春耕正忙\n+田间一片繁忙。\n/);
  });

  const finding = (rule: string, line: number, page = PAGE): Finding => {
    const { source } = readingOf(page);
    const start = source.offsetAt({ line, character: 0 });
    return { rule, span: { start, end: start + 2 }, message: say('…'), evidence: [], fixes: [] };
  };

  it('move no title where a finding has that as its fix', () => {
    const displaced = ['b0 田间一片繁忙。', 'h0 春耕正忙', 'b1 渠水清清。'];
    const moves = (findings: Finding[]) =>
      titles(actionsAt(displaced, 1, findings)).filter((title) => title.startsWith('Move'));
    assert.deepEqual(moves([finding('displaced-headline', 1, displaced)]), []);
    assert.deepEqual(moves([finding('orphan-headline', 1, displaced)]), ['Move this title above its story']);
    assert.deepEqual(moves([]), ['Move this title above its story']);
  });

  describe('are the fixes of the rules about titles', () => {
    const cases: [string, number, string[]][] = [
      ['orphan-headline', 7, ['This title belongs to “渠水清清。”']],
      ['missing-headline', 4, ['Its title is “水渠修好”']],
      ['dash', 4, []],
    ];
    for (const [rule, line, expected] of cases) {
      it(rule, () => assert.deepEqual(titles(actionsAt(PAGE, line, [finding(rule, line)], ['quickfix'])), expected));
    }
  });

  it('are none on a blank line, for a selection of lines, or where other kinds are wanted', () => {
    assert.deepEqual(actionsAt(PAGE, 3), []);
    assert.deepEqual(actionsAt(PAGE, 1, [], ['source']), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 1 } };
    assert.deepEqual(correctionActions(readingOf(PAGE), [], { range, diagnostics: [] }, { tell, support }), []);
    assert.ok(actionsAt(PAGE, 1, [], ['refactor']).every(({ kind }) => kind === MARK_KIND));
  });

  it('on the second page of a document change that page', () => {
    const reading = readingOf(['b0 甲。'], PAGE);
    const actions = correctionActions(reading, [], { range: caret(5), diagnostics: [] }, { tell, support });
    const headline = actions.find(({ title }) => title === 'This line is a headline');
    const [change] = (headline?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change.edits, [
      { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 5 } }, newText: '# 渠水清清。' },
    ]);
  });
});
