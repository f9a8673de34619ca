import fs from 'node:fs';
import path from 'node:path';
import { root, Workbench } from './workbench';

/** A real page with its truth lies beside the checkout on some machines; the tests do without it. */
const pages = path.join(root, '../shared/pages');

interface Truth {
  readonly articles: readonly { readonly type: string; readonly headline: string | null }[];
}

describe('a real page in the packaged extension', function () {
  this.timeout(180_000);

  before(function () {
    if (!fs.existsSync(path.join(pages, 'seed.txt'))) this.skip();
  });

  it('shows exactly its stories in the outline', async () => {
    const truth: Truth = JSON.parse(fs.readFileSync(path.join(pages, 'seed.json'), 'utf8'));
    const headlines = truth.articles
      .filter(({ type }) => type === 'story')
      .map(({ headline }) => plain(headline ?? ''));
    const workbench = await Workbench.open(path.join(pages, 'seed.txt'), 'seed.page.txt');
    try {
      await workbench.outline((all) => headlines.every((headline) => all.map(plain).includes(headline)));
      await (await workbench.problems('letter-spacing')).first().waitFor();
      await workbench.enlargeOutline();
      await workbench.picture('real-page');
      // The page's own row counts its stories: none more than there are.
      await workbench.page.locator('.outline-tree').getByText(`${headlines.length} stories`).first().waitFor();
    } catch (error) {
      await workbench.picture('failed: real page');
      throw error;
    } finally {
      await workbench.close();
    }
  });
});

/** Without spaces: a headline of two lines may be joined with or without one. */
function plain(headline: string): string {
  return headline.replaceAll(/\s/g, '');
}
