/* `npm run pictures`: makes the README's pictures in media/pictures, from the demo in a real VS Code with the packaged extension. */
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeStage } from '../../test/journeys/stage.ts';
import { makeDemo } from '../demo/make-demo.ts';
import { ifMain } from '../main.ts';
import { VSIX, packageExtension } from '../package.ts';
import { OUT, ROOT } from '../paths.ts';
import { launchBrowser } from '../vscode/browser.ts';
import { installExtension } from '../vscode/serve.ts';
import { DARK, LIGHT } from '../vscode/settings.ts';
import { SCENES } from './scenes.ts';

const FOLDER = join(ROOT, 'media', 'pictures');

/** Large enough to be read, and small beside a README's text. */
const VIEWPORT = { width: 1020, height: 600 };

/** So that pages with the pictures load fast, in bytes. */
const LARGEST = 150_000;

/** Leaves out what is no part of Warrant. */
const CALM = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'git.blame.statusBarItem.enabled': false,
};

/** What settles after all is there: tooltips fade, icons load. In milliseconds. */
const REST = 1_500;

await ifMain(import.meta.url, async () => {
  await packageExtension();
  await mkdir(FOLDER, { recursive: true });
  const workspace = join(OUT, 'pictures', 'notebook-server');
  const browser = await launchBrowser();
  const extensionsFolder = await installExtension(VSIX, join(OUT, 'vscode', 'installed'));
  const stage = makeStage(browser, 'pictures', extensionsFolder);
  try {
    for (const [theme, settings] of [
      ['light', LIGHT],
      ['dark', DARK],
    ] as const) {
      await rm(workspace, { recursive: true, force: true });
      await makeDemo(workspace);
      const window = await stage.open({
        workspace,
        settings: { ...settings, ...CALM },
      });
      await window.page.setViewportSize(VIEWPORT);
      for (const { name, show } of SCENES) {
        await show(window);
        // On what shows no hover: those of tabs name folders of this machine.
        await window.page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height - 16);
        await window.page.waitForTimeout(REST);
        const path = join(FOLDER, `${name}-${theme}.png`);
        await window.page.screenshot({ path });
        const { size } = await stat(path);
        console.log(`media/pictures/${name}-${theme}.png: ${Math.round(size / 1000)} kB`);
        if (size > LARGEST) throw new Error(`${path} is larger than ${LARGEST} bytes: show less in it.`);
      }
    }
  } finally {
    await stage.close();
    await browser.close();
  }
});
