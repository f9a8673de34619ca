/*
 * Takes the pictures of the READMEs, from newspaper-markup.vsix on a sample page, into docs/images.
 *   npm run package && npx tsx scripts/screenshots.ts
 * A font with Chinese characters has to be installed, such as Debian's fonts-noto-cjk.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Workbench } from '../test/e2e/interface/workbench';

const root = path.resolve(__dirname, '..');
const images = path.join(root, 'docs/images');
const sample = path.join(root, 'samples', process.argv[2] ?? '河州日报-第1版.page.txt');

async function main(): Promise<void> {
  fs.mkdirSync(images, { recursive: true });
  await picture('en', undefined);
  await picture('zh-CN', 'zh-cn');
}

async function picture(name: string, language: string | undefined): Promise<void> {
  const workbench = await Workbench.open(sample, path.basename(sample), language);
  try {
    await workbench.outline((names) => names.length > 3);
    await workbench.enlargeOutline();
    const finding = (await workbench.problems('letter-spacing')).first();
    await finding.waitFor();
    await workbench.focusEditor();
    await workbench.page.screenshot({ path: path.join(images, `page.${name}.png`) });
    await finding.dblclick();
    await workbench.openLightBulb();
    await workbench.page.screenshot({ path: path.join(images, `fix.${name}.png`) });
  } finally {
    await workbench.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
