import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { root, Workbench } from './workbench';

const sample = path.join(root, 'samples/河州日报-第1版.page.txt');

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

  it('shows the stories in the outline, the displaced and the vertical headline too', async () => {
    const beginnings = ['青石水库除险加固', '云岭深处茶飘香', '永丰县：小院落', '安澜区：碧水绕城', '全国乡村图书馆'];
    await workbench.outline((names) => beginnings.every((words) => names.some((name) => name.startsWith(words))));
  });

  it('lists the damage under Problems', async () => {
    await (await workbench.problems('letter-spacing')).first().waitFor();
    await workbench.picture('sample');
    for (const rule of ['digit-spacing', 'radical-form', 'doubled-text', 'vertical-text']) {
      await workbench.filterProblems(rule);
      await (await workbench.problems(rule)).first().waitFor();
    }
  });

  it('repairs one finding from the light bulb', async () => {
    await workbench.filterProblems('radical-form');
    await (await workbench.problems('radical-form')).first().dblclick();
    await workbench.openLightBulb();
    await workbench.picture('sample-light-bulb');
    await workbench.pickAction(/月/);
    await workbench.changed();
    await workbench.save();
    // The first radical form of the sample is that of 月.
    assert.equal(workbench.saved().toString(), original.toString().replace('⽉', '月'));
  });

  it('repairs all that is safe with one command', async () => {
    await workbench.focusEditor();
    await workbench.command('Newspaper: Fix All Safe Findings');
    await workbench.changed();
    await workbench.picture('sample-fixed');
    await workbench.save();
    const fixed = workbench.saved().toString();
    for (const clean of ['蒙蒙亮，平野县云岭乡上坪村的茶农俞桂', '综合产值突破12亿元', '新华社北京3月10日电 记者']) {
      assert.ok(fixed.includes(clean), clean);
    }
    // Spaces that part names and phrases stay.
    for (const parted of ['□ 温若谷 季青禾', '记者 阮清和 摄']) assert.ok(fixed.includes(parted), parted);
  });

  it('comes back to the same bytes by two undo steps', async () => {
    await workbench.undo();
    await workbench.undo();
    await workbench.changed();
    await workbench.save();
    assert.ok(workbench.saved().equals(original));
  });
});
