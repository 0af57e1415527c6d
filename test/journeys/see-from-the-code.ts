import { DARK, HIGH_CONTRAST, LIGHT } from '../../scripts/vscode/settings.ts';
import { EVIDENCE, makeWorkspace } from '../host/workspace.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

/**
 * A developer who only writes code: the Explorer says which files are evidence, a view which claims rest on the file at hand, and another which rest on
 * what was just typed.
 */
export const seeFromTheCode: Journey = {
  title: 'Change code that is evidence, and see which claims rest on the change',
  async walk(stage) {
    for (const [name, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
      ['high-contrast', HIGH_CONTRAST],
    ] as const)
      await change(stage, name, settings);
  },
};

async function change(stage: Stage, name: string, settings: typeof DARK): Promise<void> {
  const workspace = makeWorkspace();
  stage.after(() => workspace.remove());
  const window = await stage.open({ workspace: workspace.root, settings });
  const { page } = window;

  await window.openFile(EVIDENCE, 6);
  await page.keyboard.press('Control+Shift+E');
  await showsBadge(window, 'transport.py', '!');
  await page.waitForTimeout(600);
  await window.screenshot(`badges-${name}`);

  await window.openContainer('Warrant');
  await unfold(window, 'Evidence in This File Section');
  await window.shows(window.row(/^reject_old_versions, lines 5–6, current/));
  await window.shows(window.row(/^C2, stale, stale: 1 change/));
  await unfold(window, 'My Changes Section');
  await window.shows(page.getByText('No claim rests on what changed.'));

  await page.locator('.monaco-editor .view-line').first().click();
  await window.goToLine(6);
  await page.keyboard.press('End');
  await window.type(' and connection.is_checked');
  await window.shows(window.row(/^reject_old_versions, stale, changed/));
  await window.hides(page.getByText('No claim rests on what changed.'));
  await page.mouse.move(900, 600);
  await page.waitForTimeout(800);
  await window.screenshot(`my-changes-${name}`);

  await window
    .row(/^reject_old_versions, stale, changed/)
    .first()
    .hover();
  await page.getByRole('button', { name: 'Show What Changed' }).last().click();
  await window.shows(window.tab(/#reject_old_versions: since HEAD/));
  await page.waitForTimeout(800);
  await window.screenshot(`my-changes-difference-${name}`);
}

/** Unfolds a view by its title. */
async function unfold(window: Window, title: string): Promise<void> {
  const header = window.page.getByRole('button', { name: title });
  await window.shows(header);
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
}

/** Waits until the Explorer shows a badge behind the name of a file, which is drawn by the style sheet. */
async function showsBadge({ page }: Window, file: string, badge: string): Promise<void> {
  // As text, since these files know nothing of what browsers have.
  const hasIt = `(row) => row.textContent.includes(${JSON.stringify(file)}) &&
    [...row.querySelectorAll('*')].some((part) => getComputedStyle(part, '::after').content === '"${badge}"')`;
  const rows = `[...document.querySelectorAll('.explorer-folders-view .monaco-list-row')]`;
  await page.waitForFunction(`${rows}.some(${hasIt})`, undefined, { timeout: PATIENCE });
}
