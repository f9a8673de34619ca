import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/host/browser';
import { remoteUri, type Server, startServer, workbenchUrl } from '../../../scripts/host/server';

export const root = path.resolve(__dirname, '../../..');
export const vsix = path.join(root, 'newspaper-markup.vsix');
const artefacts = path.join(root, 'artefacts');

/** The workbench may be slow on a loaded machine; nothing here waits longer than it must. */
const patience = 20_000;

/** Milliseconds after which a light bulb that is in sight and takes no click is covered. */
const COVERED = 5_000;

/** VS Code with the packaged extension installed, open on a copy of one page, and driven by keyboard and mouse. */
export class Workbench {
  /** The copy on the disk. */
  readonly file: string;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    readonly page: Page,
    file: string,
  ) {
    this.file = file;
  }

  /** Opens a copy of `original` under the name `name`. `language` is the interface's: 'zh-cn', or else English. */
  static async open(original: string, name: string, language?: string): Promise<Workbench> {
    const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'newspaper-page-'));
    // The window shows the folder's name.
    const folder = path.join(temporary, 'samples');
    fs.mkdirSync(folder);
    const file = path.join(folder, name);
    fs.copyFileSync(original, file);
    const server = await startServer({ install: vsix, settings: { 'files.autoSave': 'off', 'editor.fontSize': 14 } });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(patience);
    if (language) await speak(page, language);
    const openFile = ['openFile', remoteUri(server.port, file)] as const;
    await page.goto(workbenchUrl(server.port, { folder, payload: [openFile] }));
    const workbench = new Workbench(server, browser, page, file);
    await workbench.tab.waitFor();
    // Opening the file takes the keyboard at the end; what was typed before would go astray.
    await page.locator('.monaco-editor.focused').waitFor();
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    fs.rmSync(path.resolve(this.file, '../..'), { recursive: true, force: true });
  }

  /** Keeps a picture of the window under artefacts/, which is what to look at when a test fails. */
  async picture(name: string): Promise<void> {
    fs.mkdirSync(artefacts, { recursive: true });
    await this.page.screenshot({ path: path.join(artefacts, `${name}.png`) });
  }

  /** Runs a command of the palette by its title. A palette that lost the focus while VS Code started is opened again. */
  async command(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await this.eventually(async () => {
      await this.page.keyboard.press('F1');
      try {
        await this.page.locator('.quick-input-widget input[type=text]').fill(`>${title}`, { timeout: 3000 });
        await row.click({ timeout: 3000 });
        return true;
      } catch {
        await this.page.keyboard.press('Escape');
        return false;
      }
    }, Boolean);
  }

  /** The names in the Outline view, from the top, once one of them holds. It draws only what is in sight, so it is scrolled. */
  async outline(holds: (names: readonly string[]) => boolean): Promise<string[]> {
    await this.command('Explorer: Focus on Outline View');
    const tree = this.page.locator('.outline-tree');
    return this.eventually(async () => {
      await tree.locator('.monaco-list').first().focus();
      await this.page.keyboard.press('Home');
      const rows = tree.locator('.monaco-list-row .monaco-icon-label-container > .monaco-icon-name-container');
      const names: string[] = [];
      // The first PageDown only goes to the last row in sight: two in a row without a new name are the end.
      for (let without = 0; without < 2; ) {
        const fresh = (await rows.allInnerTexts()).filter((name) => !names.includes(name));
        without = fresh.length === 0 ? without + 1 : 0;
        names.push(...fresh);
        await this.page.keyboard.press('PageDown');
        await this.page.waitForTimeout(100);
      }
      return names;
    }, holds);
  }

  /** Gives the sidebar to the Outline view, at its top. */
  async enlargeOutline(): Promise<void> {
    await this.page.locator('.explorer-viewlet .pane-header').first().click();
    await this.page.locator('.outline-tree .monaco-list').first().focus();
    await this.page.keyboard.press('Home');
  }

  /** The rows of the Problems panel that hold `text`. */
  async problems(text: string): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.command('Problems: Focus on Problems View');
    return panel.locator('.monaco-list-row', { hasText: text });
  }

  /** Shows only the problems that hold `text`: the list draws no more than what is in sight. */
  async filterProblems(text: string): Promise<void> {
    await this.problems(text);
    await this.page.locator('.viewpane-filter input').first().fill(text);
  }

  /** Opens the menu of the light bulb that stands in the line of the cursor. */
  async openLightBulb(): Promise<void> {
    const bulb = this.page.locator('.lightBulbWidget, [class*="gutter-lightbulb"]').first();
    await bulb.waitFor();
    // The line may have come to stand under the sticky headers, which take the click; then its key opens the same menu.
    await bulb.click({ timeout: COVERED }).catch(() => this.page.keyboard.press('Control+.'));
    await this.action(/./).waitFor();
  }

  /** An entry of the open menu. */
  action(title: string | RegExp): Locator {
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  }

  async pickAction(title: string | RegExp): Promise<void> {
    // The menu takes no click until the mouse has moved over it, so that none is made by accident.
    await this.action(title).hover({ force: true });
    await this.action(title).click();
  }

  /** Gives the keys to the text. */
  async focusEditor(): Promise<void> {
    await this.command('View: Focus Active Editor Group');
  }

  async undo(): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+z');
  }

  /** Saves, and waits until the editor no longer shows the page as changed. */
  async save(): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+s');
    await this.eventually(
      () => this.isDirty(),
      (dirty) => !dirty,
    );
  }

  /** Waits until the page has been changed and not saved. */
  async changed(): Promise<void> {
    await this.eventually(
      () => this.isDirty(),
      (dirty) => dirty,
    );
  }

  /** The text on the disk. */
  saved(): Buffer {
    return fs.readFileSync(this.file);
  }

  async eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
      const answer = await ask();
      if (holds(answer)) return answer;
      if (Date.now() > end) throw new Error(`still not so after ${patience} ms: ${JSON.stringify(answer)}`);
      await this.page.waitForTimeout(150);
    }
  }

  private get tab(): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: path.basename(this.file) });
  }

  private async isDirty(): Promise<boolean> {
    return / dirty/.test((await this.tab.getAttribute('class')) ?? '');
  }
}

/** The workbench takes its language from the message table that it loaded; extensions get theirs from it. */
async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((name) => {
    Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name });
  }, language);
}
