import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** A stretch of one line and its scopes, outermost first, without the grammar's own. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

let grammar: Promise<IGrammar> | undefined;

/** The grammar as VS Code loads it, once for all tests. YAML, which VS Code has itself, stays empty. */
export function loadGrammar(): Promise<IGrammar> {
  grammar ??= load();
  return grammar;
}

async function load(): Promise<IGrammar> {
  const wasm = createRequire(`${process.cwd()}/package.json`).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const path = 'syntaxes/newspaper.tmLanguage.json';
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) =>
      scope === 'text.newspaper' ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null,
  });
  const loaded = await registry.loadGrammar('text.newspaper');
  if (!loaded) throw new Error(`no grammar in ${path}`);
  return loaded;
}

/** The tokens of a text, one array a line. */
export async function tokenize(text: string): Promise<Token[][]> {
  const { tokenizeLine } = await bound();
  let state = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const { tokens, ruleStack } = tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}

async function bound(): Promise<Pick<IGrammar, 'tokenizeLine'>> {
  const loaded = await loadGrammar();
  return { tokenizeLine: loaded.tokenizeLine.bind(loaded) };
}
