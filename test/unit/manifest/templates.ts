import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The texts for people in the sources of the client, the server and the command line. */
export interface Templates {
  /** Templates that reach `say(…)` or `l10n.t(…)`, with the place of one such call. */
  readonly said: ReadonlyMap<string, string>;
  /** Every string literal: a template may also stand in a table. */
  readonly literals: ReadonlySet<string>;
}

export function readTemplates(folders: readonly string[]): Templates {
  const said = new Map<string, string>();
  const literals = new Set<string>();
  for (const file of folders.flatMap(sources)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    const places = sayingPlaces(source);
    visit(source, (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text);
      if (!ts.isCallExpression(node)) return;
      for (const place of places.get(calleeName(node)) ?? [])
        for (const literal of literalsOf(node.arguments[place])) said.set(literal, `${file}: ${literal}`);
    });
  }
  return { said, literals };
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

/** By the name of a function, which of its arguments are templates: say's first, l10n.t's first, and those passed on to them. */
function sayingPlaces(source: ts.SourceFile): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>([
    ['say', new Set([0])],
    ['l10n.t', new Set([0])],
  ]);
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || calleeName(node) !== 'say') return;
    const [template] = node.arguments;
    if (!template || !ts.isIdentifier(template)) return;
    const [name, parameter] = parameterNamed(template.text, node) ?? [];
    if (name !== undefined && parameter !== undefined) places.set(name, (places.get(name) ?? new Set()).add(parameter));
  });
  return places;
}

/** The function around `node` that has a parameter of this name: its own name, and which parameter it is. */
function parameterNamed(name: string, node: ts.Node): [string, number] | null {
  for (let around: ts.Node | undefined = node.parent; around; around = around.parent) {
    if (!ts.isFunctionLike(around)) continue;
    const place = around.parameters.findIndex((parameter) => parameter.name.getText() === name);
    const named = ts.isVariableDeclaration(around.parent) ? around.parent.name : around.name;
    if (place >= 0 && named) return [named.getText(), place];
  }
  return null;
}

function literalsOf(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [];
}

const calleeName = (call: ts.CallExpression): string => call.expression.getText();

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
