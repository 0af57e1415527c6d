import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { OUT } from '../../scripts/paths.ts';
import { serveVscode } from '../../scripts/vscode/serve.ts';
import { windowUrl } from '../../scripts/vscode/window-url.ts';
import type { Stage } from './journey.ts';
import { driveWindow, PATIENCE } from './window.ts';
import type { Window } from './window.ts';

const VIEWPORT = { width: 1280, height: 800 };

/** A stage whose windows and servers are known, so that they can be photographed and ended. */
export interface Theatre extends Stage {
  readonly windows: readonly Window[];
  /** Ends everything, the last first. */
  close(): Promise<void>;
}

/**
 * @param name of the journey, for the folders of its servers' data and logs
 * @param extensionsFolder where the packaged extension is installed
 */
export function makeStage(browser: Browser, name: string, extensionsFolder: string): Theatre {
  const windows: Window[] = [];
  const endings: (() => unknown)[] = [];
  return {
    windows,
    after: (work) => void endings.push(work),
    async open({ workspace, trust = true, settings = {} }) {
      const dataFolder = join(OUT, 'vscode', `${name}-${windows.length + 1}`);
      const vscode = await serveVscode({ dataFolder, trust, extensionsFolder, settings });
      endings.push(() => vscode.stop());
      const context = await browser.newContext({ viewport: VIEWPORT });
      endings.push(() => context.close());
      const page = await context.newPage();
      const window = driveWindow(page, vscode.extensionsFolder);
      windows.push(window);
      await page.goto(windowUrl(vscode.authority, { workspace }));
      await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 3 * PATIENCE });
      return window;
    },
    async close() {
      for (const end of endings.reverse()) await end();
    },
  };
}
