import assert from 'node:assert/strict';
import { Projects, parentFolder } from '../../server/src/projects';

describe('projects', () => {
  describe('the folder of a URI', () => {
    const cases: [string, string | null][] = [
      ['file:///a/b/page.txt', 'file:///a/b'],
      ['file:///a', 'file://'],
      ['file://', null],
      ['vscode-vfs://github/owner/page.txt', 'vscode-vfs://github/owner'],
      ['vscode-vfs://github/page.txt', 'vscode-vfs://github'],
      ['vscode-vfs://github', null],
      ['memfs:/a/page.txt', 'memfs:/a'],
      ['memfs:/page.txt', 'memfs:'],
      ['untitled:Untitled-1', null],
    ];
    for (const [uri, folder] of cases) it(uri, () => assert.equal(parentFolder(uri), folder));
  });

  /** The project file of a page, in a world with these files and workspace folders: its URI, text and the page's path. */
  async function check(
    page: string,
    files: Record<string, string>,
    folders: string[],
    expected: unknown,
  ): Promise<void> {
    const projects = new Projects({
      readText: async (uri) => files[uri] ?? null,
      editorSection: async () => null,
      workspaceFolders: () => folders,
      onProblem: () => assert.fail(),
    });
    const found = await projects.fileFor(page);
    assert.deepEqual(found && [found.uri, found.text, found.path], expected);
  }

  const NAME = 'newspaper.config.json';

  it('the nearest file holds', () =>
    check(
      'file:///w/a/p.txt',
      { [`file:///w/${NAME}`]: '1', [`file:///w/a/${NAME}`]: '2' },
      ['file:///w'],
      [`file:///w/a/${NAME}`, '2', 'p.txt'],
    ));
  it('paths are without escapes', () =>
    check(
      'file:///w/%E7%89%88/p%201.txt',
      { [`file:///w/${NAME}`]: '1' },
      ['file:///w'],
      [`file:///w/${NAME}`, '1', '版/p 1.txt'],
    ));
  it('none above the workspace', () =>
    check('file:///w/a/p.txt', { [`file:///${NAME}`]: '1' }, ['file:///w'], [`file:///w/${NAME}`, null, 'a/p.txt']));
  it('a new one stands beside a page that is in no workspace', () =>
    check('file:///w/a/p.txt', {}, [], [`file:///w/a/${NAME}`, null, 'p.txt']));
  it('none for what is not saved', () => check('untitled:Untitled-1', {}, [], null));
});
