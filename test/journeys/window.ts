import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { OUT } from '../../scripts/paths.ts';

/** Screenshots go here. */
export const SCREENSHOTS = join(OUT, 'screenshots');

/** How long something may take to appear, in milliseconds. */
export const PATIENCE = 20_000;

/** A window of VS Code, as a person uses it: by keyboard, by names on the screen. */
export interface Window {
  readonly page: Page;
  /** Absolute path of the folder in which packaged extensions are installed. */
  readonly extensionsFolder: string;
  /** Runs a command by its title from the palette. */
  runCommand(title: string): Promise<void>;
  /** Opens a file of the workspace by its path, and puts the cursor on a line (1-based). */
  openFile(path: string, line?: number): Promise<void>;
  /** Shows a view container of the activity bar, by its title. */
  openContainer(title: string): Promise<void>;
  /** The rows of a tree or list whose accessible name holds this. */
  row(name: string | RegExp): Locator;
  /** Unfolds all rows that are there, and what comes to light by that. */
  unfoldAll(): Promise<void>;
  /** The CodeLenses whose text holds this. */
  lens(text: string | RegExp): Locator;
  /** Shows the Problems panel, filtered if that is asked for, since rows outside its window are not there; gives the rows whose name holds this. */
  problem(text: string | RegExp, filter?: string): Promise<Locator>;
  /** Waits until there is something on the screen. */
  shows(locator: Locator): Promise<void>;
  /** Waits until it is no longer there. */
  hides(locator: Locator): Promise<void>;
  /** The tabs of open editors whose name holds this. */
  tab(name: string | RegExp): Locator;
  /** Puts the cursor on a line (1-based) of the active editor. */
  goToLine(line: number): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses keys, as in `Control+S`. */
  press(...keys: string[]): Promise<void>;
  /** Saves `out/screenshots/NAME.png`. */
  screenshot(name: string): Promise<void>;
}

/** Drives the window that a page shows, which has to have loaded. */
export function driveWindow(page: Page, extensionsFolder: string): Window {
  const quickInput = page.locator('.quick-input-widget .quick-input-box input');

  async function quick(key: string, text: string): Promise<void> {
    // A window that has just opened may not hear the first key.
    await until(async () => {
      await page.keyboard.press(key);
      await quickInput.waitFor({ timeout: PATIENCE / 5 });
    });
    await quickInput.fill(text);
  }

  const window: Window = {
    page,
    extensionsFolder,
    async runCommand(title) {
      await quick('F1', `>${title}`);
      const choice = page.locator('.quick-input-list').getByRole('option', { name: title }).first();
      await choice.click({ timeout: PATIENCE });
    },
    async openFile(path, line) {
      await quick('Control+P', path);
      const choice = page
        .locator('.quick-input-list')
        .getByRole('option', { name: baseName(path) })
        .first();
      await choice.click({ timeout: PATIENCE });
      await window.tab(baseName(path)).first().waitFor({ timeout: PATIENCE });
      if (line !== undefined) await window.goToLine(line);
    },
    async openContainer(title) {
      const container = page.locator('.activitybar').getByRole('tab', { name: title });
      if ((await container.getAttribute('aria-selected', { timeout: PATIENCE })) !== 'true')
        await container.click();
      // Off the bar, where the pointer would leave a hover in every picture.
      await page.mouse.move(640, 400);
    },
    row: (name) => page.getByRole('treeitem', { name }),
    async unfoldAll() {
      const folded = page.locator('.sidebar [role=treeitem][aria-expanded=false] .monaco-tl-twistie');
      await until(async () => {
        while ((await folded.count()) > 0) {
          await folded.first().click({ timeout: PATIENCE / 10 });
          // What is below comes a moment later, and what was clicked twice is folded again.
          await page.waitForTimeout(100);
        }
      });
      await page.mouse.move(640, 400);
    },
    lens: (text) => page.locator('.codelens-decoration').getByRole('button', { name: text }),
    async problem(text, filter = '') {
      const box = page.getByPlaceholder(/^Filter \(e\.g\. text/);
      if (!(await box.isVisible())) await page.keyboard.press('Control+Shift+M');
      await box.fill(filter);
      return page.locator('.markers-panel').getByRole('treeitem', { name: text });
    },
    shows: (locator) => locator.first().waitFor({ timeout: PATIENCE }),
    hides: (locator) => locator.first().waitFor({ state: 'hidden', timeout: PATIENCE }),
    tab: (name) => page.locator('.tabs-container').getByRole('tab', { name }),
    async goToLine(line) {
      await quick('Control+G', `:${line}`);
      await until(async () => {
        await page.keyboard.press('Enter');
        await quickInput.waitFor({ state: 'hidden', timeout: PATIENCE / 10 });
      });
    },
    type: (text) => page.keyboard.insertText(text),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async screenshot(name) {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
  };
  return window;
}

/** Tries again until it succeeds. @throws the last error when patience ends */
async function until(attempt: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
