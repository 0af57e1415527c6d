import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemo } from '../../scripts/demo/make-demo.ts';
import { DARK, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, LIGHT } from '../../scripts/vscode/settings.ts';
import { makeFolder } from '../support/git-repository.ts';
import { readXml } from '../support/read-xml.ts';
import { type DiagramPage, diagramIn } from './diagram-page.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

const CASE = 'transit.case.yaml';
const FOLDER = 'docs/assurance';

/** A person looks at an argument as a diagram, goes along it by the keyboard, saves it, and finds it again. */
export const seeTheDiagram: Journey = {
  title:
    'See the argument as a diagram, follow the cursor both ways, save it, and find it again after a reload',
  async walk(stage) {
    const folder = await demo(stage);
    for (const [name, settings] of [
      ['light', LIGHT],
      ['high-contrast', HIGH_CONTRAST],
      ['high-contrast-light', HIGH_CONTRAST_LIGHT],
      ['dark', DARK],
    ] as const) {
      const window = await stage.open({ workspace: folder, settings });
      const diagram = await open(window);
      assert.deepEqual(await diagram.accessibilityFaults(), [], name);
      await window.screenshot(`diagram-1-beside-${name}`);
      await alone(window);
      await window.screenshot(`diagram-2-alone-${name}`);
      if (name !== 'dark') continue;
      await walkAlong(window, diagram);
      await stopFollowing(window, diagram);
      await save(window, diagram, folder);
      await reload(window, diagram);
      await fromTheTree(window);
    }
  },
};

async function demo(stage: Stage): Promise<string> {
  const folder = join(makeFolder(), 'notebook-server');
  stage.after(() => rmSync(folder, { recursive: true, force: true }));
  await makeDemo(folder);
  return folder;
}

async function open(window: Window): Promise<DiagramPage> {
  await window.openContainer('Warrant');
  await window.shows(window.row(/Confidentiality of data in transit/));
  await window.openFile(CASE, 16);
  await window.shows(window.page.getByRole('button', { name: 'Show Diagram' }));
  await window.runCommand('Warrant: Show Diagram');
  const diagram = await diagramIn(window);
  // What is under the cursor is selected.
  await diagram.says(/Claim C2 Every connection uses TLS/);
  return diagram;
}

/** The picture has the window for itself. */
async function alone(window: Window): Promise<void> {
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  const diagram = await diagramIn(window);
  await diagram.stage.click({ position: { x: 5, y: 5 } });
  await window.press('0');
  // It is drawn sharp when it has settled.
  await window.page.waitForTimeout(500);
}

async function walkAlong(window: Window, diagram: DiagramPage): Promise<void> {
  const activeLine = window.page.locator('.editor-instance .active-line-number').first();
  const atLine = (line: number): Promise<void> =>
    window.shows(activeLine.filter({ hasText: new RegExp(`^${line}$`) }));

  // From the diagram to the text, which does not take the focus.
  await diagram.stage.focus();
  await window.press('ArrowRight');
  await diagram.says(/Claim C3/);
  await atLine(30);
  await window.press('ArrowUp');
  await diagram.says(/Claim C1/);
  await atLine(4);

  // From the text to the diagram.
  await window.press('Control+1');
  await window.goToLine(16);
  await diagram.says(/Claim C2/);

  // Fold, with the number of what is hidden, and unfold.
  const before = await diagram.counts();
  await diagram.stage.focus();
  await window.press('Space');
  await diagram.laidOut(before.layouts + 1);
  assert.ok((await diagram.counts()).nodes < before.nodes);
  await window.shows(diagram.box('C2').getByText(/^\+\d+$/));
  await window.screenshot('diagram-3-folded');
  await window.press('Space');
  await diagram.laidOut(before.layouts + 2);
  assert.equal((await diagram.counts()).nodes, before.nodes);

  // Only what belongs to C3.
  await window.press('ArrowRight', 'f');
  await diagram.laidOut(before.layouts + 3);
  await window.shows(diagram.frame.getByText(/Only what belongs to C3/));
  assert.ok((await diagram.counts()).nodes < before.nodes);
  await window.screenshot('diagram-4-focus');
  await window.press('Escape');
  await diagram.laidOut(before.layouts + 4);

  // Search.
  await window.press('/');
  await window.type('rebuttal');
  await window.shows(diagram.frame.getByText(/^1 of \d+$/));
  await window.press('Enter');
  await window.shows(diagram.frame.getByText(/^2 of \d+$/));
  await window.screenshot('diagram-5-search');
  await window.press('Escape');

  // The tree beside it has the same selection, and can be walked too.
  await diagram.frame.getByRole('button', { name: 'Outline' }).click();
  const selected = diagram.frame.locator('[role=treeitem][aria-selected=true]');
  await window.shows(selected.filter({ hasText: /R3|Unless/ }));
  await selected.focus();
  await window.press('Home', 'ArrowRight');
  await diagram.says(/Context CT1/);
  assert.deepEqual(await diagram.accessibilityFaults(), [], 'with the tree');
  await window.screenshot('diagram-6-outline');

  // Enter goes to the claim file, which gets the focus.
  await window.press('Enter');
  await atLine(7);
  await window.shows(window.page.locator('.editor-instance .monaco-editor.focused'));
}

/** Whoever wants the diagram to stay where it is says so once. */
async function stopFollowing(window: Window, diagram: DiagramPage): Promise<void> {
  const button = diagram.frame.getByRole('button', { name: 'Follow the cursor in the claim file' });
  await button.click();
  await window.shows(diagram.frame.locator('.follow[aria-pressed=false]'));
  await diagram.box('C6').click();
  await diagram.says(/Claim C6/);
  await window.press('Control+1');
  await window.goToLine(16);
  await window.page.waitForTimeout(1000);
  await diagram.says(/Claim C6/);
  await window.screenshot('diagram-6-not-following');
  await button.click();
  await diagram.says(/Claim C2/);
}

/** By keyboard alone: only Enter saves. */
async function choose(window: Window, { frame }: DiagramPage, label: string): Promise<void> {
  const button = frame.getByRole('button', { name: 'Save as…' });
  const focused = frame.locator(':focus');
  await button.focus();
  await window.press('ArrowDown');
  await window.shows(focused.filter({ hasText: /^SVG$/ }));
  // Nothing was saved by opening it, nor by walking along, and Escape leads back.
  await window.press('ArrowDown', 'Escape');
  await window.shows(focused.filter({ hasText: /^Save as…$/ }));
  assert.equal(await frame.getByRole('menu').count(), 0);
  await window.press('Enter', 'End', 'Home');
  await window.shows(focused.filter({ hasText: /^SVG$/ }));
  if (label === 'SVG') {
    await window.screenshot('diagram-6-save-as');
    assert.equal(await window.page.locator('.quick-input-widget:visible').count(), 0);
    assert.deepEqual(await diagramFaults(window), [], 'with the menu');
  }
  await window.press(label.slice(0, 1).toLowerCase());
  await window.shows(focused.filter({ hasText: new RegExp(`^${label}$`) }));
  await window.press('Enter');
}

async function diagramFaults(window: Window): Promise<string[]> {
  return (await diagramIn(window)).accessibilityFaults();
}

async function save(window: Window, diagram: DiagramPage, folder: string): Promise<void> {
  for (const [label, file] of [
    ['SVG', 'transit.svg'],
    ['PNG', 'transit.png'],
    ['Mermaid', 'transit.mmd'],
  ] as const) {
    await choose(window, diagram, label);
    const dialog = window.page.locator('.quick-input-widget').getByRole('textbox');
    await window.shows(dialog);
    await window.page.waitForFunction(
      `document.querySelector('.quick-input-widget input')?.value.endsWith(${JSON.stringify(file)})`,
    );
    await window.press('Enter');
    await window.shows(window.page.getByText(`the diagram is saved as ${file}.`));
  }
  const read = (file: string): Buffer => readFileSync(join(folder, FOLDER, file));
  const svg = read('transit.svg').toString('utf8');
  assert.ok(readXml(svg).filter((tag) => tag === 'text').length > 100);
  assert.match(svg, /Every connection uses TLS/);
  assert.doesNotMatch(svg, /var\(|color-mix|href|<script/);
  const png = read('transit.png');
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
  const [, width] = /<svg [^>]*width="(\d+)"/.exec(svg)!;
  assert.ok(Math.abs(png.readUInt32BE(16) - 2 * Number(width)) <= 2, 'two points for a pixel');
  assert.match(read('transit.mmd').toString('utf8'), /^flowchart TD/);
}

async function reload(window: Window, diagram: DiagramPage): Promise<void> {
  const { layouts } = await diagram.counts();
  await diagram.frame.getByLabel('Notation').selectOption('cae');
  await diagram.laidOut(layouts + 1);
  await diagram.box('C6').click();
  await diagram.says(/Claim C6/);
  await window.press('Space');
  await diagram.laidOut(layouts + 2);
  await window.press('Shift+ArrowUp', '+');
  const camera = await diagram.camera();
  const { nodes } = await diagram.counts();
  // As after a crash: VS Code writes down what it keeps for a page every five seconds in a browser, and once a minute on the desktop.
  await window.page.waitForTimeout(1000);
  await window.page.reload();
  await window.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 3 * PATIENCE });
  const again = await diagramIn(window);
  assert.equal((await again.counts()).nodes, nodes, 'it is folded as it was');
  await again.says(/Claim C6/);
  assert.equal(await again.frame.getByLabel('Notation').inputValue(), 'cae');
  assert.equal(await again.camera(), camera);
  await window.screenshot('diagram-7-reloaded');
}

/** From a claim in the view it opens on that claim. */
async function fromTheTree(window: Window): Promise<void> {
  await window.runCommand('View: Show Warrant');
  const top = window.row(/C1 .*Data in transit between/).first();
  await window.shows(top);
  await top.locator('.monaco-tl-twistie').click();
  const claim = window.page
    .locator('.sidebar')
    .getByRole('treeitem', { name: /C4 .*What was protected/ })
    .first();
  await window.shows(claim);
  await claim.click({ button: 'right' });
  const item = window.page.getByRole('menuitem', { name: 'Show Diagram' });
  await item.hover();
  // A menu takes no click in its first moments, as that may be the end of the one that opened it.
  await window.page.waitForTimeout(300);
  await item.click();
  const diagram = await diagramIn(window);
  await window.shows(diagram.frame.getByText(/Only what belongs to C4/));
  await diagram.says(/Claim C4/);
}
