import { strict as assert } from 'node:assert';
import path from 'node:path';
import { root, Workbench } from './workbench';

const fixtures = path.join(root, 'test/e2e/fixtures/workspace');

describe('the language of the packaged extension', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.picture(`failed: ${this.currentTest.title}`);
    await workbench?.close();
  });

  it('is Simplified Chinese where VS Code is: outline, findings, actions', async () => {
    workbench = await Workbench.open(path.join(fixtures, '河畔.page.txt'), '河畔.page.txt', 'zh-cn');
    await workbench.outline((names) => names.includes('转第5版'));
    const finding = (await workbench.problems('radical-form')).first();
    await finding.dblclick();
    assert.match((await finding.textContent()) ?? '', /部首/);
    await workbench.openLightBulb();
    await workbench.action(/修复全部/).waitFor();
  });

  it('is offered for a .txt that clearly is a page, and taken when the person agrees', async () => {
    workbench = await Workbench.open(path.join(fixtures, 'candidate.txt'), 'candidate.txt');
    await workbench.page.locator('.notifications-toasts').getByText('Treat as Page').click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Newspaper Page' }).waitFor();
  });
});
