import { DARK, HIGH_CONTRAST, LIGHT } from '../../scripts/vscode/settings.ts';
import { CASE, EVIDENCE, makeWorkspace } from '../host/workspace.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

/**
 * A developer who only writes code: the Explorer says which files are evidence, a view which claims rest on the file at hand, and another which rest on
 * what was just typed. In a comment they name a claim, and rename it from there.
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
  workspace.write({ 'server/limits.py': '' });
  stage.after(() => workspace.remove());
  const window = await stage.open({ workspace: workspace.root, settings });
  const { page } = window;

  await window.openFile(EVIDENCE, 6);
  await page.keyboard.press('Control+Shift+E');
  await showsBadge(window, 'transport.py', '!');
  await page.waitForTimeout(600);
  await window.screenshot(`badges-${name}`);

  await window.openContainer('Warrant');
  await unfold(window, 'Evidence in This File');
  await window.shows(window.row(/^reject_old_versions, lines 5–6, current/));
  await window.shows(window.row(/^C2, stale: 1 change/));
  await unfold(window, 'My Changes');
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
  if (name !== 'high-contrast') await nameAClaim(window, name);
}

/** The list of ids comes by itself behind `warrant:` and from no other words, in a file that is no evidence yet. */
async function nameAClaim(window: Window, name: string): Promise<void> {
  const { page } = window;
  const offers = page.locator('.suggest-widget.visible .monaco-list-row');
  const lines = page.locator('.editor-instance .view-line');
  await window.openFile('server/limits.py', 1);
  await page.keyboard.type('# a warrant: see', { delay: 30 });
  await page.waitForTimeout(500);
  await window.hides(offers.filter({ hasText: 'Transport security' }));
  await window.press('Escape', 'Control+A', 'Delete');
  await page.keyboard.type('# warrant: ', { delay: 30 });
  await window.shows(offers.filter({ hasText: /C2.*Transport security is enforced/ }));
  await page.keyboard.type('transp', { delay: 30 });
  await window.shows(offers.filter({ hasText: /C2.*Transport security is enforced/ }));
  await page.waitForTimeout(500);
  await window.screenshot(`comment-completion-${name}`);
  await window.press('Enter');
  await window.shows(lines.filter({ hasText: /^#\s*warrant:\s*C2$/ }));
  await window.shows(window.row(/^Claim, C2 Transport.*, line 1, not listed as evidence/));

  await window.press('F2');
  await page.locator('.rename-box input').fill('C7');
  await window.press('Enter');
  await window.shows(lines.filter({ hasText: /^#\s*warrant:\s*C7$/ }));
  // The rename is done once VS Code has saved what it changed. One undo is for both files.
  await window.hides(page.locator('.tabs-container .tab.active.dirty'));
  await window.shows(window.row(/^Claim, C7 Transport.*, line 1, not listed as evidence/));
  await window.press('Control+Z');
  await window.shows(lines.filter({ hasText: /^#\s*warrant:\s*C2$/ }));
  await window.openFile(CASE);
  await window.shows(lines.filter({ hasText: /^\s*C2:$/ }));
  // There is room for one of the views only.
  await fold(window, 'Evidence in This File');
  await fold(window, 'My Changes');
  await unfold(window, 'Assurance Cases');
  await window.unfoldAll();
  const comment = window.row(/^server\/limits\.py, line 1, named in a comment/).first();
  await window.shows(comment);
  await page.waitForTimeout(500);
  await window.screenshot(`comment-in-the-tree-${name}`);
  await comment.click();
  await window.shows(lines.filter({ hasText: /^#\s*warrant:\s*C2$/ }));
}

/** Unfolds a view by its title. */
function unfold(window: Window, title: string): Promise<void> {
  return setFolded(window, title, false);
}

function fold(window: Window, title: string): Promise<void> {
  return setFolded(window, title, true);
}

async function setFolded(window: Window, title: string, isFolded: boolean): Promise<void> {
  // Behind the title may stand what is shown.
  const header = window.page.getByRole('button', { name: new RegExp(`^${title}\\b.* Section$`) });
  await window.shows(header);
  if ((await header.getAttribute('aria-expanded')) !== String(!isFolded)) await header.click();
}

/** Waits until the Explorer shows a badge behind the name of a file, which is drawn by the style sheet. */
async function showsBadge({ page }: Window, file: string, badge: string): Promise<void> {
  // As text, since these files know nothing of what browsers have.
  const hasIt = `(row) => row.textContent.includes(${JSON.stringify(file)}) &&
    [...row.querySelectorAll('*')].some((part) => getComputedStyle(part, '::after').content === '"${badge}"')`;
  const rows = `[...document.querySelectorAll('.explorer-folders-view .monaco-list-row')]`;
  await page.waitForFunction(`${rows}.some(${hasIt})`, undefined, { timeout: PATIENCE });
}
