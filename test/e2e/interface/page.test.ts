import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { root, Workbench } from './workbench';

const sample = path.join(root, 'test/e2e/fixtures/workspace/河畔.page.txt');

describe('the packaged extension, used as a person would', function () {
  this.timeout(180_000);
  const original = fs.readFileSync(sample);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open(sample, path.basename(sample));
  });

  after(() => workbench?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.picture(`failed: ${this.currentTest.title}`);
  });

  it('shows the stories in the outline', async () => {
    const headlines = ['河畔步道本周全线开放', '老街书屋办起夜读会'];
    const names = await workbench.outline((all) => headlines.every((headline) => all.includes(headline)));
    assert.ok(names.indexOf(headlines[0]) < names.indexOf(headlines[1]));
  });

  it('lists the damage under Problems', async () => {
    for (const rule of ['radical-form', 'letter-spacing', 'doubled-text'])
      await (await workbench.problems(rule)).first().waitFor();
    await workbench.picture('page');
  });

  it('repairs one finding from the light bulb', async () => {
    await (await workbench.problems('radical-form')).first().dblclick();
    await workbench.openLightBulb();
    await workbench.picture('light-bulb');
    await workbench.pickAction(/青/);
    await workbench.changed();
    await workbench.save();
    assert.equal(workbench.saved().toString(), original.toString().replace('⻘', '青'));
  });

  it('repairs all that is safe with one command', async () => {
    await workbench.focusEditor();
    await workbench.command('Newspaper: Fix All Safe Findings');
    await workbench.changed();
    await workbench.picture('fixed');
    await workbench.save();
    assert.match(workbench.saved().toString(), /串起七个公园和三座渡口/);
  });

  it('comes back to the same bytes by two undo steps', async () => {
    await workbench.undo();
    await workbench.undo();
    await workbench.changed();
    await workbench.save();
    assert.ok(workbench.saved().equals(original));
  });
});
