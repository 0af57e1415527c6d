import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeDemo } from '../../scripts/demo/make-demo.ts';
import { DARK, LIGHT } from '../../scripts/vscode/settings.ts';
import { makeFolder } from '../support/git-repository.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

const STALE_CLAIM = /C2 Every connection uses TLS.*veraltet/;

/** Somebody whose VS Code speaks German: all that Warrant says is in German; what stands in the files is as it is. */
export const inGerman: Journey = {
  title: 'Work with the demo in German',
  async walk(stage) {
    for (const [theme, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
    ] as const)
      await work(stage, theme, settings);
  },
};

async function work(stage: Stage, theme: string, settings: typeof DARK): Promise<void> {
  const folder = join(makeFolder(), 'notebook-server');
  stage.after(() => rmSync(folder, { recursive: true, force: true }));
  await makeDemo(folder);
  const window = await stage.open({ workspace: folder, settings });
  const { page } = window;
  await speakGerman(window);
  const photograph = async (name: string): Promise<void> => {
    // Hovers and animations come to rest.
    await page.waitForTimeout(800);
    await window.screenshot(`german-${name}-${theme}`);
  };

  await window.openContainer('Warrant');
  await window.shows(window.row(/Confidentiality of data in transit, defekt/));
  await unfold(window, /Confidentiality of data in transit/);
  await unfold(window, /C1 Data in transit between browser/);
  await unfold(window, STALE_CLAIM);
  await window.shows(
    window.row(/Behauptung, C2 Every connection uses TLS.*veraltet, \d von \d Verweisen aktuell/),
  );
  await photograph('tree');
  await window.row(STALE_CLAIM).first().hover();
  await window.shows(page.locator('.monaco-hover').getByText('Beruht auf einem Nachweis'));
  await photograph('tree-tooltip');

  await window.openFile('transit.case.yaml');
  await window.shows(line(window, /create_app\s*veraltet:\s2\sÄnderungen\sseit\s20\.\sMärz/));
  await photograph('claim-file');
  await line(window, /^\s*C2:\s*$/)
    .first()
    .locator('span span')
    .last()
    .hover();
  await window.shows(page.locator('.monaco-hover').getByText('Behauptung C2'));
  await photograph('claim-hover');

  await window.openFile('quillbook/app.py', 51);
  await window.shows(window.lens(/C2 veraltet: 2 Änderungen seit 20\. März/));
  await window.shows(window.lens('Gilt weiterhin?'));
  await photograph('lens');

  await page.keyboard.press('Control+Shift+M');
  await window.shows(
    page.locator('.markers-panel').getByRole('treeitem', { name: /Gilt die Behauptung weiterhin\?/ }),
  );
  await photograph('problems');
  await page.keyboard.press('Control+Shift+M');

  await page.keyboard.press('F1');
  await page.locator('.quick-input-box input').fill('>Warrant: ');
  await window.shows(page.locator('.quick-input-list').getByRole('option', { name: 'Warrant: Anfechten…' }));
  await photograph('commands');
  await page.keyboard.press('Escape');

  await window.runCommand('Welcome: Open Walkthrough');
  await window.type('Warrant');
  await page.keyboard.press('Enter');
  await window.shows(page.getByText('Neu begutachten').first());
  await photograph('walkthrough');
}

/**
 * Opens the window again, with German as its language. Its own words stay English, as a language pack is not to be had as a package; extensions hear of the
 * language alone.
 */
export async function speakGerman({ page }: Window): Promise<void> {
  await page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'de';");
  await page.reload();
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 3 * PATIENCE });
}

async function unfold(window: Window, name: RegExp): Promise<void> {
  const row = window.row(name).first();
  await window.shows(row);
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
}

/** A line of the editor, with the hints in it; spaces are not always plain ones. */
function line({ page }: Window, text: RegExp): Locator {
  return page.locator('.monaco-editor .view-line').filter({ hasText: text });
}
