import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASE, EVIDENCE, makeWorkspace } from '../host/workspace.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

const LINK = 'server/transport.py#require_tls';

/** A reviewer comes to evidence that changed, looks at how, and says what they think of it: that the claim still holds, or why it may not. */
export const judgeTheEvidence: Journey = {
  title: 'See what changed, challenge the claim, take that back, and record that it still holds',
  async walk(stage) {
    for (const [name, theme] of [
      ['dark', 'Default Dark Modern'],
      ['light', 'Default Light Modern'],
    ] as const)
      await judge(stage, name, theme);
  },
};

async function judge(stage: Stage, name: string, theme: string): Promise<void> {
  const workspace = makeWorkspace();
  stage.after(() => workspace.remove());
  const window = await stage.open({
    workspace: workspace.root,
    settings: { 'workbench.colorTheme': theme },
  });

  await window.openFile(EVIDENCE, 1);
  await window.shows(window.lens(/C2 .*stale: 1 change/));
  await window.lens('Still holds?').click();
  await window.shows(window.tab(new RegExp(LINK)));
  const question = notification(window, new RegExp(`Does ${LINK} still support .C2`));
  await window.shows(question);
  await picture(window, `review-asked-${name}`);

  await question.getByRole('button', { name: 'Challenge…' }).click();
  await window.page.locator('.quick-input-widget input').first().waitFor({ timeout: PATIENCE });
  await window.type('a proxy ends the connection.');
  await picture(window, `challenge-words-${name}`);
  await window.press('Enter');
  const words = line(window, /UM1:\sUnless\sa\sproxy\sends\sthe\sconnection\./);
  await window.shows(words);
  await picture(window, `challenge-written-${name}`);
  await window.press('Control+Z');
  await window.hides(words);
  if (readFileSync(join(workspace.root, CASE), 'utf8').includes('Unless'))
    throw new Error('The challenge was saved, though nobody asked for it.');

  await window.tab(new RegExp(LINK)).first().click();
  await window.page
    .getByRole('button', { name: /^Still Holds/ })
    .first()
    .click();
  await window.page.getByPlaceholder('Note (optional)').waitFor({ timeout: PATIENCE });
  await window.type('Local connections never leave the machine.');
  await picture(window, `review-note-${name}`);
  await window.press('Enter');
  await window
    .tab(/^transport\.py/)
    .first()
    .click();
  await window.shows(window.lens(/C2 .*reviewed by Rea Reviewer/));
  await window.hides(window.lens('Still holds?'));
  await picture(window, `review-recorded-${name}`);
  const [file, ...others] = readdirSync(workspace.root).filter((each) => each.includes('.reviews.'));
  const records = file && readFileSync(join(workspace.root, file), 'utf8').match(/^.*require_tls.*$/gm);
  if (others.length > 0 || records?.length !== 1)
    throw new Error(`One record was expected: ${JSON.stringify({ file, others, records })}`);
}

function notification(window: Window, text: RegExp) {
  return window.page.locator('.notifications-toasts .notification-toast').filter({ hasText: text });
}

/** A line of text in an editor, whose spaces are drawn as such that do not break. */
function line(window: Window, text: RegExp) {
  return window.page.locator('.monaco-editor .view-line').filter({ hasText: text });
}

/** When what moves has come to rest. */
async function picture(window: Window, name: string): Promise<void> {
  // Off what would show a hover.
  await window.page.mouse.move(640, 560);
  await window.page.waitForTimeout(600);
  await window.screenshot(name);
}
