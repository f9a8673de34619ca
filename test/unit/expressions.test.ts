import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/*
 * No regular expression of the sources backtracks: each takes time in step with the text, on a long line of whatever it
 * might stumble over.
 */

const LENGTH = 1 << 15;
/** A quadratic search over such a line takes seconds; a linear one a few milliseconds. For busy machines. */
const MILLISECONDS = 300;

const FILLINGS = [
  ' ',
  '　',
  '\n',
  '\t ',
  '0',
  '1 ',
  '1.',
  '2023-',
  'a',
  'a ',
  'ab.',
  '/',
  '../',
  '\\',
  '-',
  '—',
  '.',
  '…',
  '春',
  '春 ',
  '春，',
  '一',
  '〇',
  '，',
  '“',
  '（',
  '(',
  '（ ',
  '《记者',
  '本报记者 ',
  '#',
  '*',
  '* ',
  '![',
  '<!-- ',
  '---\n',
  '{0}',
  '%20',
  '"a": ',
  '\u200b',
];

interface Expression {
  readonly place: string;
  readonly pattern: RegExp;
}

function expressionsIn(file: string): Expression[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${file}:${line + 1}: ${node.text}`,
        pattern: new RegExp(pattern, `${flags.replace('g', '')}g`),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function milliseconds({ pattern }: Expression, text: string): number {
  const started = performance.now();
  text.replace(pattern, '');
  return performance.now() - started;
}

const expressions = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => expressionsIn(join(folder, name))),
);

describe('regular expressions', () => {
  it('are found', () => assert.ok(expressions.length > 50));

  it('a slow one is noticed', () => {
    const slow = { place: 'here', pattern: /0+1/g };
    assert.ok(milliseconds(slow, '0'.repeat(LENGTH)) > MILLISECONDS);
  });

  it('take time in step with the text', () => {
    const slow = expressions.flatMap((expression) =>
      FILLINGS.filter((filling) => {
        const text = filling.repeat(LENGTH / filling.length);
        return (
          milliseconds(expression, text) > MILLISECONDS || milliseconds(expression, `${text}\u0001`) > MILLISECONDS
        );
      }).map((filling) => `${expression.place} on ${JSON.stringify(filling)}`),
    );
    assert.deepEqual(slow, []);
  }).timeout(120000);
});
