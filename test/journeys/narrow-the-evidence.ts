import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRepository } from '../support/git-repository.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

const CASE = 'gate.case.yaml';
const EVIDENCE = 'src/gate.py';
const GATE = `def open_gate(name):
    return name


def rate_limit(requests):
    return min(requests, 10)


def greet(name):
    return "Hello " + name
`;
const CASE_TEXT = `case: The gate
claims:
  C1:
    text: Nobody gets in too often, since rate_limit counts.
    evidence:
      - src/gate.py
`;
/** The line with the link, 1-based. */
const LINE = 6;

/** An author is told that a file changed, of which only a part matters, and says which. */
export const narrowTheEvidence: Journey = {
  title: 'Narrow a link to a whole file to the parts that the claim is about',
  async walk(stage) {
    for (const [name, theme] of [
      ['dark', 'Default Dark Modern'],
      ['light', 'Default Light Modern'],
    ] as const)
      await narrow(stage, name, theme);
  },
};

async function narrow(stage: Stage, name: string, theme: string): Promise<void> {
  const workspace = makeRepository();
  stage.after(() => workspace.remove());
  workspace.commitFiles({ [CASE]: CASE_TEXT, [EVIDENCE]: GATE });
  workspace.commitFiles({ [EVIDENCE]: GATE.replace('Hello', 'Welcome') });
  const window = await stage.open({
    workspace: workspace.root,
    settings: { 'workbench.colorTheme': theme },
  });

  await window.openFile(EVIDENCE, 1);
  await window.shows(window.lens(/C1 .*stale/));
  await window.openFile(CASE, LINE);
  await window.press('End', 'Control+.');
  const actions = window.page.locator('.action-widget');
  await window.shows(actions.getByText('Narrow to src/gate.py#rate_limit'));
  await picture(window, `narrow-offered-${name}`);
  await actions.getByText('Narrow to a part of this file…').click();

  const choice = (part: string) =>
    window.page.locator('.quick-input-list').getByRole('checkbox', { name: part });
  await choice('rate_limit').first().waitFor({ timeout: PATIENCE });
  await picture(window, `narrow-parts-${name}`);
  await choice('greet').first().click();
  await picture(window, `narrow-chosen-${name}`);
  await window.press('Enter');
  const second = line(window, /-\ssrc\/gate\.py#greet/);
  await window.shows(line(window, /-\ssrc\/gate\.py#rate_limit/));
  await window.shows(second);
  await window.shows(
    window.page.locator('.notification-toast').filter({ hasText: /The new links are unreviewed for now/ }),
  );
  await picture(window, `narrow-written-${name}`);
  await window.press('Control+Z');
  await window.hides(second);
  if (readFileSync(join(workspace.root, CASE), 'utf8') !== CASE_TEXT)
    throw new Error('The narrowed link was saved, though nobody asked for it.');

  await window.runCommand('Warrant: Narrow to a Part of This File…');
  await choice('rate_limit').first().waitFor({ timeout: PATIENCE });
  await window.press('Enter');
  const single = window.page
    .locator('.notification-toast')
    .filter({ hasText: /The new link is unreviewed for now/ });
  await single.getByRole('button', { name: 'Save the Claim File' }).click();
  await window.hides(window.page.locator('.tab.dirty'));
  await window.openFile(EVIDENCE, 5);
  await window.shows(window.lens(/C1 .*(?:unreviewed|reviewed)/));
  await picture(window, `narrow-saved-${name}`);
  const text = readFileSync(join(workspace.root, CASE), 'utf8');
  if (text !== CASE_TEXT.replace(EVIDENCE, `${EVIDENCE}#rate_limit`))
    throw new Error(`The link should be narrowed and nothing else: ${text}`);
}

/** A line of text in an editor, whose spaces are drawn as such that do not break. */
function line(window: Window, text: RegExp) {
  return window.page.locator('.monaco-editor .view-line').filter({ hasText: text });
}

/** When what moves has come to rest. */
async function picture(window: Window, name: string): Promise<void> {
  // Off what would show a hover.
  await window.page.mouse.move(640, 700);
  await window.page.waitForTimeout(600);
  await window.screenshot(name);
}
