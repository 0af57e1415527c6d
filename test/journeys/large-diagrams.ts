import assert from 'node:assert/strict';
import { makeRepository } from '../support/git-repository.ts';
import { type DiagramPage, diagramIn } from './diagram-page.ts';
import type { Journey } from './journey.ts';
import type { Window } from './window.ts';

/** Diagrams of 500 nodes, which are all shown, and of 5,000, which open folded. What they cost is counted, and how long they took is said. */
export const largeDiagrams: Journey = {
  title: 'Open diagrams of 500 and of 5,000 nodes, and move through them',
  alone: true,
  async walk(stage) {
    const repository = makeRepository();
    stage.after(() => repository.remove());
    const files = Object.fromEntries(Array.from({ length: 18 }, (_, i) => [`src/${i}.txt`, `${i}\n`]));
    repository.commitFiles({
      ...files,
      'medium.case.yaml': caseOf('Five hundred nodes', 3, 6, 31),
      'large.case.yaml': caseOf('Five thousand nodes', 4, 18, 51),
    });
    const window = await stage.open({ workspace: repository.root });
    await window.openContainer('Warrant');
    await window.shows(window.row(/Five thousand nodes/));

    const medium = await openCase(window, 'medium.case.yaml');
    assert.deepEqual(await medium.counts(), { nodes: 500, layouts: 1 });
    await window.shows(medium.frame.locator('.minimap canvas'));
    await window.screenshot('diagram-large-1-medium');
    assert.deepEqual(await changesWhilePanning(window, medium), 0, 'the picture is moved, not drawn again');
    await medium.stage.focus();
    await window.press('0');
    await window.page.waitForTimeout(500);
    await window.screenshot('diagram-large-2-medium-whole');

    const large = await openCase(window, 'large.case.yaml');
    const { nodes, layouts } = await large.counts();
    assert.ok(nodes > 20 && nodes <= 500, `${nodes} of 5,000 nodes are shown`);
    assert.equal(layouts, 1);
    await window.shows(large.frame.locator('.folded'));
    await window.screenshot('diagram-large-3-large');
    await unfoldAll(window, large);
  },
};

/** All 5,000 nodes: seen as a map from far away, read from near; the page holds what is near, and leads to all that is not. */
async function unfoldAll(window: Window, diagram: DiagramPage): Promise<void> {
  const { frame, stage } = diagram;
  const { layouts } = await diagram.counts();
  const start = Date.now();
  await frame.getByRole('button', { name: 'Unfold all' }).click();
  await diagram.laidOut(layouts + 1);
  console.log(`    All of it was unfolded after ${Date.now() - start} ms.`);
  assert.equal((await diagram.counts()).nodes, 5000);
  assert.ok((await elementsOf(diagram)) < FEW, 'from far away');
  await window.page.waitForTimeout(500);
  await window.screenshot('diagram-large-4-unfolded');
  await changesWhilePanning(window, diagram);

  // What is not drawn is found, and led to by the keys.
  await stage.focus();
  await window.press('/');
  await window.type('C300');
  await diagram.says(/Claim C300 /);
  await window.press('Escape');
  for (let step = 0; step < 40 && (await scaleOf(diagram)) < 80; step++) await window.press('+');
  await window.page.waitForTimeout(500);
  await window.shows(diagram.box('C300'));
  await window.screenshot('diagram-large-5-near');
  await changesWhilePanning(window, diagram);
  assert.ok((await frame.locator('.node').count()) > 3, 'what came into sight is drawn');
  assert.ok((await elementsOf(diagram)) < FEW, 'from near');
  await window.press('Home');
  await diagram.says(/Claim C1 /);
  await window.shows(diagram.box('C1'));
  await window.press('ArrowDown', 'ArrowDown');
  await diagram.says(/Claim C3 /);

  // The tree is walked to its end, and back.
  await frame.getByRole('button', { name: 'Outline' }).click();
  await frame.locator('[role=treeitem][aria-selected=true]').focus();
  await window.press('End');
  await window.shows(frame.locator('[role=treeitem]:focus').filter({ hasText: /src\/\d+\.txt|Unless/ }));
  assert.ok((await frame.getByRole('treeitem').count()) < 200);
  await window.screenshot('diagram-large-6-end-of-tree');
  await window.press('Home');
  await diagram.says(/Claim C1 /);
  await frame.getByRole('button', { name: 'Outline' }).click();
}

/** A page that holds all of 5,000 nodes has some 87,000 elements. */
const FEW = 12_000;

function elementsOf({ frame }: DiagramPage): Promise<number> {
  return frame.locator('#app').evaluate('document.querySelectorAll("*").length');
}

async function scaleOf({ frame }: DiagramPage): Promise<number> {
  return Number.parseInt((await frame.locator('.percent').textContent()) ?? '', 10);
}

/** Opens a diagram where it has the window for itself. */
async function openCase(window: Window, file: string): Promise<DiagramPage> {
  await window.openFile(file);
  await window.runCommand('View: Close All Editors');
  await window.openFile(file);
  await window.runCommand('Warrant: Show Diagram');
  const start = Date.now();
  const diagram = await diagramIn(window);
  const all = Date.now() - start;
  const page: number = await diagram.frame.locator('#app').evaluate('performance.now()');
  console.log(
    `    The diagram of ${file} was there ${all} ms after the command was chosen, ${Math.round(page)} ms after its page began.`,
  );
  return diagram;
}

/** How many elements of the page change while the picture is moved. Says how even the frames were. */
async function changesWhilePanning({ page }: Window, { frame, stage }: DiagramPage): Promise<number> {
  await frame.locator('#app').evaluate(`(() => {
    globalThis.changes = 0;
    const frames = (globalThis.frames = []);
    new MutationObserver((list) => (globalThis.changes += list.length))
      .observe(document.querySelector('.picture svg'), { subtree: true, childList: true, attributes: true });
    const tick = (time) => { if (globalThis.frames === frames) requestAnimationFrame(tick); frames.push(time); };
    requestAnimationFrame(tick);
  })()`);
  const { x, y, width, height } = (await stage.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++)
    await page.mouse.move(x + width / 2 - 4 * step, y + height / 2 - 2 * step);
  await page.mouse.up();
  const seen: { changes: number; gaps: number[] } = await frame.locator('#app').evaluate(`({
    changes: globalThis.changes,
    gaps: globalThis.frames.slice(1).map((time, index) => time - globalThis.frames[index]).sort((a, b) => a - b),
  })`);
  const { changes, gaps } = seen;
  const at = (share: number): string => (gaps[Math.floor(gaps.length * share)] ?? 0).toFixed(1);
  console.log(
    `    Frames while it was moved: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, of ${gaps.length}.`,
  );
  return changes;
}

/** A case: four claims under each, `depth` levels down; the lowest have `below` nodes each, and `rebuttals` of them one more. */
function caseOf(title: string, depth: number, below: number, rebuttals: number): string {
  let number = 0;
  let attacked = 0;
  const claim = (level: number, indent: string): string[] => {
    const id = `C${++number}`;
    const own = [
      `${indent}${id}:`,
      `${indent}  text: Part ${number} of the system does what it is there for.`,
    ];
    if (level < depth) {
      const parts = [1, 2, 3, 4].flatMap(() => claim(level + 1, `${indent}    `));
      return [...own, `${indent}  claims:`, ...parts];
    }
    const links = Array.from({ length: below - 1 }, (_, i) => `${indent}    - src/${i}.txt`);
    const attack =
      attacked++ < rebuttals ? [`${indent}  rebuttals: {R${number}: Unless part ${number} fails.}`] : [];
    return [
      ...own,
      `${indent}  context: {X${number}: As it is used today.}`,
      `${indent}  evidence:`,
      ...links,
      ...attack,
    ];
  };
  return [`case: ${title}`, 'claims:', ...claim(0, '  '), ''].join('\n');
}
