import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeRepository } from '../support/git-repository.ts';
import type { Journey } from './journey.ts';
import { driveWindow, PATIENCE } from './window.ts';

/** A person who wants to see a case before they write one: a repository is made for them and opened, and some of its evidence is stale. */
export const openExample: Journey = {
  title: 'Open the example from a workspace without a case, and see what is stale in it',
  async walk(stage) {
    const repository = makeRepository();
    stage.after(() => repository.remove());
    repository.commitFiles({ 'README.md': '# Nothing yet\n' });
    const window = await stage.open({ workspace: repository.root });
    await window.openContainer('Warrant');
    await window.shows(window.page.getByRole('button', { name: 'Open an Example' }));
    const opened = window.page.waitForEvent('popup', { timeout: 3 * PATIENCE });
    await window.page.getByRole('button', { name: 'Open an Example' }).click();
    await window.page.locator('.quick-input-list').getByText('Temporary Folder').click();
    const page = await opened;
    const folder = new URL(page.url()).searchParams.get('folder');
    if (!folder?.endsWith('/warrant-example')) throw new Error(`Another folder was opened: ${folder}`);
    stage.after(() => {
      rmSync(dirname(folder), { recursive: true, force: true });
    });
    const example = driveWindow(page, window.extensionsFolder);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 3 * PATIENCE });
    await example.openContainer('Warrant');
    await example.shows(example.row(/Confidentiality of data in transit/));
    await example.shows(page.locator('.statusbar').getByText(/\d stale/));
    await example.screenshot('example-opened');
  },
};
