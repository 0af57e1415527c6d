import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRepository } from '../support/git-repository.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

const CASE = 'gate.case.yaml';
const CASE_TEXT = `case: The gate
claims:
  C1:
    text: Nobody gets in unseen.
    evidence:
      - src/gate.py#open_gate
    claims:
      C2: Somebody watches.
`;
const GATE = `def open_gate(name):
    return name


class Camera:
    def watch(self):
        return "seen"
`;
const OTHER = 'deploy.yaml';

/** An author writes a case with what the editor offers: keys, ids, paths and symbols; and reads it with hints, an outline and links. */
export const writeWithHelp: Journey = {
  title: 'Write a case with completion, and read it with hints and an outline',
  async walk(stage) {
    for (const [name, theme] of [
      ['dark', 'Default Dark Modern'],
      ['light', 'Default Light Modern'],
    ] as const)
      await write(stage, name, theme);
  },
};

async function write(stage: Stage, name: string, theme: string): Promise<void> {
  const workspace = makeRepository();
  stage.after(() => workspace.remove());
  workspace.commitFiles({
    [CASE]: CASE_TEXT,
    'src/gate.py': GATE,
    'src/tools/lock.py': 'def lock():\n    pass\n',
    'notes.txt': 'x\n',
    [OTHER]: 'kind: Deployment\nname: \n',
    '.gitignore': 'build/\n',
  });
  workspace.write({ 'build/made.py': 'x\n' });
  const window = await stage.open({
    workspace: workspace.root,
    settings: { 'workbench.colorTheme': theme, 'editor.hover.delay': 100 },
  });
  const offers = window.page.locator('.suggest-widget.visible .monaco-list-row');
  const offer = (label: string) => offers.filter({ has: window.page.getByText(label, { exact: true }) });

  await window.openFile(CASE, 6);
  const hint = (text: string | RegExp) =>
    window.page.locator('.monaco-editor .view-line').filter({ hasText: text });
  await window.shows(hint(/open_gate\s*current/));

  await window.goToLine(8);
  await window.press('End', 'Enter');
  await window.page.keyboard.type('C', { delay: 60 });
  await window.shows(offer('C3'));
  await picture(window, `help-next-id-${name}`);
  await offer('C3').first().click();
  await window.page.keyboard.type('The camera works.');
  await window.press('Enter');
  // Back to the level of `text` in C1.
  await window.press('Backspace');
  await window.page.keyboard.type('rebut', { delay: 60 });
  await window.shows(offer('rebuttals'));
  await picture(window, `help-keys-${name}`);
  await offer('rebuttals').first().click();
  await window.shows(offer('R1'));
  await offer('R1').first().click();
  await window.page.keyboard.type('Unless it is dark.');

  await window.goToLine(6);
  await window.press('End', 'Enter');
  await window.page.keyboard.type('- sr', { delay: 80 });
  await window.shows(offer('src/'));
  await picture(window, `help-paths-${name}`);
  await window.press('Tab');
  await window.shows(offer('tools/'));
  await window.shows(offer('gate.py'));
  if ((await offer('build/').count()) > 0) throw new Error('What git ignores was offered.');
  await picture(window, `help-folder-${name}`);
  await offer('gate.py').first().click();
  await window.page.keyboard.type('#Ca', { delay: 80 });
  await window.shows(offer('Camera.watch'));
  await picture(window, `help-symbols-${name}`);
  await offer('Camera.watch').first().click();
  await window.press('Escape');
  await window.shows(hint(/gate\.py#Camera\.watch\s*unreviewed:\snot\sjudged\syet/));

  await window.press('Control+S');
  await window.hides(window.page.locator('.tab.dirty'));
  const text = readFileSync(join(workspace.root, CASE), 'utf8');
  if (text !== WRITTEN) throw new Error(`What was accepted should be a case: ${text}`);

  await window.runCommand('Explorer: Focus on Outline View');
  await window.shows(window.row(/C1 Nobody gets in unseen/));
  await window.shows(window.row(/src\/gate\.py#Camera\.watch/));
  await picture(window, `help-outline-${name}`);

  await window.openFile(CASE, 7);
  const locator = window.page
    .locator('.monaco-editor .view-line')
    .filter({ hasText: 'Camera.watch' })
    .first();
  await locator
    .getByText('gate.py', { exact: false })
    .last()
    .click({ modifiers: ['Control'] });
  await window.shows(window.tab('gate.py'));
  await window.shows(window.page.locator('.statusbar').getByText(/Ln 6, Col 1/));
  if ((await window.tab('gate.py').count()) !== 1) throw new Error('The evidence was opened more than once.');

  await window.openFile(OTHER, 2);
  await window.press('End');
  for (const typed of ['src/', ' #', ' [']) await window.page.keyboard.type(typed, { delay: 60 });
  await window.page.waitForTimeout(1000);
  if (await offers.first().isVisible()) {
    const labels = await offers.allInnerTexts();
    if (labels.some((label) => /gate\.py|claims/.test(label)))
      throw new Error(`Somebody who writes other YAML is bothered: ${labels.join()}`);
  }
}

const WRITTEN = `case: The gate
claims:
  C1:
    text: Nobody gets in unseen.
    evidence:
      - src/gate.py#open_gate
      - src/gate.py#Camera.watch
    claims:
      C2: Somebody watches.
      C3: The camera works.
    rebuttals:
      R1: Unless it is dark.
`;

/** When what moves has come to rest. */
async function picture(window: Window, name: string): Promise<void> {
  await window.page.mouse.move(640, 780);
  await window.page.waitForTimeout(Math.min(600, PATIENCE));
  await window.screenshot(name);
}
