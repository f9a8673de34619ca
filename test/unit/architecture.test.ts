import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';

/*
 * Who may import whom (docs/architecture.md): each part of the server only the parts named beside it, and itself. The
 * order of the table is the order of the layers, from the ground up; nothing in it points down to a later row.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  page: ['text'],
  rules: ['text', 'page'],
  markup: ['text', 'page', 'rules'],
  export: ['text', 'page', 'rules'],
  protocol: [],
  features: ['text', 'page', 'rules', 'markup', 'protocol'],
  service: ['text', 'page', 'rules', 'protocol', 'features'],
  server: ['text', 'page', 'rules', 'protocol', 'features', 'service'],
  cli: ['text', 'page', 'rules', 'markup', 'export', 'protocol'],
  main: ['protocol', 'server'],
};

/** The files beside the folders, by the part they belong to; a folder is the part of its own name. */
const FILES: Readonly<Record<string, string>> = {
  'protocol.ts': 'protocol',
  'service.ts': 'service',
  'revisions.ts': 'service',
  'slices.ts': 'service',
  'projects.ts': 'service',
  'resources.ts': 'service',
  'translate.ts': 'service',
  'server.ts': 'server',
  'world.ts': 'server',
  'publisher.ts': 'server',
  'main.node.ts': 'main',
  'main.worker.ts': 'main',
};

/** Packages by the parts that may use them. Node's own modules are for `NODE` alone. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'diff-match-patch-es': ['text'],
  picomatch: ['cli'],
  'picomatch/posix': ['rules'],
  fflate: ['service'],
  'vscode-languageserver-types': ['protocol', 'features', 'service'],
  'vscode-languageserver-textdocument': ['features', 'service', 'server'],
  'vscode-languageserver': ['server'],
  'vscode-languageserver/node': ['main.node.ts'],
  'vscode-languageserver/browser': ['main.worker.ts'],
};
/** Translations and the package's version are data that the build puts into the bundles. */
const JSON_READERS = ['service', 'cli'];
const NODE = ['cli', 'main.node.ts'];

const ROOT = join('server', 'src');

interface Import {
  readonly file: string;
  readonly target: string;
}

const partOf = (file: string): string => {
  const [first, ...rest] = relative(ROOT, file).split(/[\\/]/);
  return rest.length > 0 ? first : (FILES[first] ?? first.replace(/\.ts$/, ''));
};

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Import lines as the formatter leaves them: `… from 'x'` at a line's end, or `import 'x'`. */
function importsOf(file: string): Import[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const target = /^(?:import|export|\}).* from '([^']+)';$/.exec(line)?.[1] ?? /^import '([^']+)';$/.exec(line)?.[1];
    return target ? [{ file, target }] : [];
  });
}

const isNode = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target);

function complaint({ file, target }: Import): string | null {
  const part = partOf(file);
  if (target.startsWith('.')) {
    if (target.endsWith('.json'))
      return JSON_READERS.includes(part) ? null : `${file}: ${part} may not read JSON files`;
    const other = partOf(join(dirname(file), `${target}.ts`));
    return other === part || MAY_IMPORT[part]?.includes(other) ? null : `${file}: ${part} may not import ${other}`;
  }
  const allowed = isNode(target) ? NODE : (PACKAGES[target] ?? []);
  const name = relative(ROOT, file);
  return allowed.includes(part) || allowed.includes(name) ? null : `${file}: ${part} may not import ${target}`;
}

describe('architecture', () => {
  const files = sources(ROOT);

  it('every file belongs to a part', () => {
    assert.deepEqual(
      files.filter((file) => !Object.hasOwn(MAY_IMPORT, partOf(file))),
      [],
    );
  });

  it('the layers have an order', () => {
    const order = Object.keys(MAY_IMPORT);
    for (const [part, imports] of Object.entries(MAY_IMPORT)) {
      for (const other of imports) assert.ok(order.indexOf(other) < order.indexOf(part), `${part} before ${other}`);
    }
  });

  const imports = files.flatMap(importsOf);

  it('imports follow it', () => {
    assert.ok(imports.length > files.length, 'import lines are found');
    assert.deepEqual(
      imports.map(complaint).filter((text) => text !== null),
      [],
    );
  });

  it('nothing is allowed that no import needs', () => {
    const isUsed = (target: string, by: string): boolean =>
      imports.some((one) => one.target === target && [partOf(one.file), relative(ROOT, one.file)].includes(by));
    const reaches = (part: string, other: string): boolean =>
      imports.some(
        ({ file, target }) =>
          partOf(file) === part && target.startsWith('.') && partOf(join(dirname(file), `${target}.ts`)) === other,
      );
    const readsJson = (part: string): boolean =>
      imports.some(({ file, target }) => partOf(file) === part && target.endsWith('.json'));
    const usesNode = (by: string): boolean =>
      imports.some(({ file, target }) => isNode(target) && [partOf(file), relative(ROOT, file)].includes(by));
    const pairs = (table: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
      Object.entries(table).flatMap(([key, values]) => values.map((value) => [key, value] as const));
    const unused = [
      ...pairs(MAY_IMPORT).filter(([part, other]) => !reaches(part, other)),
      ...pairs(PACKAGES).filter(([target, by]) => !isUsed(target, by)),
      ...Object.keys(FILES).filter((name) => !files.includes(join(ROOT, name))),
      ...JSON_READERS.filter((part) => !readsJson(part)),
      ...NODE.filter((by) => !usesNode(by)),
    ];
    assert.deepEqual(unused, []);
  });

  it('notices what is forbidden', () => {
    const file = join(ROOT, 'page', 'read.ts');
    for (const target of [
      '../rules/rule',
      '../server',
      'vscode',
      'node:fs',
      'fs',
      'vscode-languageserver',
      '../features/hover',
    ]) {
      assert.ok(complaint({ file, target }), target);
    }
    assert.equal(complaint({ file, target: '../text/span' }), null);
  });

  it('the client knows the server by its protocol, and shares one pure file', () => {
    const foreign = sources(join('client', 'src'))
      .flatMap(importsOf)
      .filter(({ target }) => target.includes('server/src/'))
      .filter(({ target }) => !target.endsWith('server/src/protocol') && !target.endsWith('server/src/page/detect'));
    assert.deepEqual(foreign, []);
    // Whatever it imported would be in the client's bundle too.
    assert.deepEqual(importsOf(join(ROOT, 'page', 'detect.ts')), []);
  });

  describe('as docs/architecture.md tells it', () => {
    const told = readFileSync(join('docs', 'architecture.md'), 'utf8');
    const claims = told.split('\n').flatMap((line) => {
      const [, file, title] = /^\|[^|]*\| `([^`]+)` \| “([^”]+)” \|$/.exec(line) ?? [];
      return file ? [{ file, title }] : [];
    });

    it('what must stay true is held by a test that is there', () => {
      assert.ok(claims.length > 30);
      const missing = claims.filter(({ file, title }) => !readFileSync(join('test', file), 'utf8').includes(title));
      assert.deepEqual(missing, []);
    });

    it('the tree names every folder and file beside them', () => {
      const tree = told.slice(0, told.indexOf('## Who may import whom'));
      const names = readdirSync(ROOT, { withFileTypes: true }).map(
        (entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`,
      );
      assert.deepEqual(
        names.filter((name) => !tree.includes(` ${name} `)),
        [],
      );
    });
  });
});
