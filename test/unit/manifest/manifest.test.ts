import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SAVE_FILE, TOKEN_TYPES } from '../../../server/src/protocol';
import { STYLE_CHOICES } from '../../../server/src/rules/config';
import { defaultStyle } from '../../../server/src/rules/settings';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

interface Setting {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly unknown[];
}

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest: Manifest = json('package.json');
const { contributes } = manifest;
const [language] = contributes.languages;

describe('manifest', () => {
  it('offers to treat any text as a page: of a pasted one the editor guesses that it is INI or the like', () => {
    const item = contributes.menus.commandPalette.find(({ command }) => command === 'newspaper.treatAsPage');
    assert.equal(item?.when, 'editorLangId && editorLangId != newspaper');
  });

  it('names only files that are there', () => {
    const files = [
      manifest.icon,
      language.configuration,
      ...Object.values(language.icon),
      ...[...contributes.grammars, ...contributes.snippets].map((contribution) => contribution.path),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('starts what the build makes', () => {
    const build = readFileSync('esbuild.mjs', 'utf8');
    for (const entry of [manifest.main, manifest.browser])
      assert.ok(build.includes(`'${path.normalize(entry)}'`), entry);
  });

  it('activates on the files of its language, and the client looks for the same', () => {
    const suffixes = language.extensions.map((extension) => extension.slice(1)).join(',');
    assert.ok(manifest.activationEvents.includes(`workspaceContains:**/*.{${suffixes}}`));
    assert.ok(readFileSync('client/src/client.ts', 'utf8').includes(`'**/*.{${suffixes}}'`));
  });

  describe('commands', () => {
    const declared = contributes.commands.map(({ command }) => command);
    const folder = 'client/src/commands';
    const implemented = readdirSync(folder).flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^ {2}id: '(newspaper\.\w+)'/gm)].map(([, id]) => id),
    );

    it('are implemented, and none besides is', () => assert.deepEqual([...declared].sort(), [...implemented].sort()));
    it('SAVE_FILE is for the server alone', () => assert.ok(!declared.includes(SAVE_FILE)));
    it('of menus are declared', () => {
      const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
      assert.deepEqual(
        used.filter((command) => !declared.includes(command)),
        [],
      );
    });
    it('that need a page are hidden elsewhere', () => {
      const hidden = contributes.menus.commandPalette.filter(({ when }) => when).map(({ command }) => command);
      assert.deepEqual(
        declared.filter((command) => !hidden.includes(command)),
        ['newspaper.showOutput'],
      );
    });
  });

  describe('settings', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    it('are under newspaper.', () => {
      assert.deepEqual(
        settings.filter(([name]) => !name.startsWith('newspaper.')),
        [],
      );
    });
    it('have a description and a default among their values', () => {
      for (const [name, setting] of settings) {
        assert.ok(setting.description ?? setting.markdownDescription, name);
        assert.ok(setting.default !== undefined, name);
        if (setting.enum) assert.ok(setting.enum.includes(setting.default), name);
      }
    });
    it('of the house style are what the rules read', () => {
      for (const [key, choices] of Object.entries(STYLE_CHOICES)) {
        const [, setting] = settings.find(([name]) => name === `newspaper.style.${key}`) ?? [];
        assert.deepEqual(setting?.enum, choices);
        assert.equal(setting?.default, defaultStyle[key as keyof typeof defaultStyle]);
      }
    });
    it('stand once', () => assert.equal(new Set(settings.map(([name]) => name)).size, settings.length));
  });

  describe('semantic tokens', () => {
    const scopes = contributes.semanticTokenScopes[0].scopes;
    const grammar = readFileSync(contributes.grammars[0].path, 'utf8');
    it('are the types that the server sends', () => {
      assert.deepEqual(
        contributes.semanticTokenTypes.map(({ id }) => id),
        [...TOKEN_TYPES],
      );
      assert.deepEqual(Object.keys(scopes), [...TOKEN_TYPES]);
    });
    it('have a scope of the grammar, so that a form looks the same before and after the server has read it', () => {
      for (const [type, [scope]] of Object.entries(scopes))
        assert.ok(grammar.includes(`"${scope}`), `${type}: ${scope}`);
    });
  });

  describe('snippets', () => {
    const snippets: Readonly<Record<string, Snippet>> = json(contributes.snippets[0].path);
    it('have prefixes of their own', () => {
      const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
      assert.equal(new Set(prefixes).size, prefixes.length);
    });
    it('are described in both languages', () => {
      for (const [name, { description }] of Object.entries(snippets))
        assert.match(description, /[a-z].* · .*\p{Script=Han}/u, name);
    });
  });

  describe('word pattern', () => {
    const { wordPattern } = json(language.configuration);
    const words = (text: string) => text.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`));
    it('parts Chinese from Latin, so that a snippet prefix typed after Chinese is a word', () => {
      assert.deepEqual(words('消息baoxun'), ['消息', 'baoxun']);
    });
    it('parts at marks', () => assert.deepEqual(words('新桥，（江城）'), ['新桥', '江城']));
    it('keeps figures and foreign names whole', () => {
      assert.deepEqual(words('增长3.5%，买买提·艾力'), ['增长', '3.5%', '买买提·艾力']);
    });
  });
});
