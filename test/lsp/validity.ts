import assert from 'node:assert/strict';
import type { DocumentSymbol, Position, Range, SemanticTokens } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TOKEN_TYPES } from '../../server/src/protocol';

/*
 * What every answer has to be, whatever the page: editors throw whole answers away for one range that is none.
 */

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

export function assertRange(text: string, { start, end }: Range): void {
  assert.ok(before(start, end), `range ends before it starts: ${JSON.stringify({ start, end })}`);
  for (const position of [start, end]) assertPosition(text, position);
}

function assertPosition(text: string, position: Position): void {
  const document = TextDocument.create('test:page', '', 0, text);
  const back = document.positionAt(document.offsetAt(position));
  assert.deepEqual(back, position, `no position of the document: ${JSON.stringify(position)}`);
}

export function assertSymbols(text: string, symbols: readonly DocumentSymbol[]): void {
  for (const { name, range, selectionRange, children } of symbols) {
    assert.notEqual(name.trim(), '', 'a symbol needs a name');
    assertRange(text, range);
    assertRange(text, selectionRange);
    assert.ok(
      before(range.start, selectionRange.start) && before(selectionRange.end, range.end),
      `selection of ${name} outside its range: ${JSON.stringify({ range, selectionRange })}`,
    );
    assertSymbols(text, children ?? []);
  }
}

/** Tokens come in order, none over another, each within its line. */
export function assertTokens(text: string, { data }: SemanticTokens): void {
  assert.equal(data.length % 5, 0);
  let [line, character, end] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(i, i + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    if (i > 0 && lines === 0) assert.ok(character >= end, `token at ${line}:${character} lies over the one before`);
    end = character + length;
    assert.ok(lines >= 0 && length > 0);
    assert.ok(type < TOKEN_TYPES.length && modifiers === 0);
    assertPosition(text, { line, character });
    assertPosition(text, { line, character: end });
  }
}
