import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemo } from '../../scripts/demo/make-demo.ts';
import { ROOT } from '../../scripts/paths.ts';
import { makeFolder } from '../support/git-repository.ts';
import { type DiagramPage, diagramIn } from './diagram-page.ts';
import { speakGerman } from './in-german.ts';
import type { Journey } from './journey.ts';

/** The diagram speaks the language of the editor, in every word of its page, also where there is little room. */
export const seeTheDiagramInGerman: Journey = {
  title: 'See the diagram in German, in a narrow panel and in a small window',
  async walk(stage) {
    const folder = join(makeFolder(), 'notebook-server');
    stage.after(() => rmSync(folder, { recursive: true, force: true }));
    await makeDemo(folder);
    const window = await stage.open({ workspace: folder });
    await speakGerman(window);
    await window.openContainer('Warrant');
    await window.shows(window.row(/Confidentiality of data in transit/));
    await window.openFile('transit.case.yaml', 16);
    await window.runCommand('Warrant: Diagramm anzeigen');
    const diagram = await diagramIn(window);
    await diagram.says(/Behauptung C2 Every connection uses TLS.* veraltet/);
    assert.deepEqual(await englishOn(diagram), []);
    await window.screenshot('diagram-german-1-narrow');

    await diagram.frame.getByRole('button', { name: 'Gliederung' }).click();
    await diagram.frame.getByLabel('Im Diagramm suchen').fill('einwand');
    await window.shows(diagram.frame.getByText(/^1 von \d+$/));
    assert.deepEqual(await englishOn(diagram), []);
    assert.deepEqual(await diagram.accessibilityFaults(), []);
    await window.screenshot('diagram-german-2-outline');

    // Half the size of a window is what zooming to 200% leaves.
    await window.page.setViewportSize({ width: 640, height: 400 });
    await window.runCommand('View: Toggle Primary Side Bar Visibility');
    await diagram.stage.focus();
    await window.press('f');
    await window.shows(diagram.frame.getByText(/^Nur, was zu .* gehört$/));
    assert.deepEqual(await cutOff(diagram), [], 'all of the toolbar is on the screen');
    await window.screenshot('diagram-german-4-small-window');
  },
};

/** The messages of Warrant that are on the page in English although German has other words for them. */
async function englishOn({ frame }: DiagramPage): Promise<string[]> {
  const german = JSON.parse(readFileSync(join(ROOT, 'l10n', 'bundle.l10n.de.json'), 'utf8')) as Record<
    string,
    string
  >;
  const texts: string[] = await frame.locator('#app').evaluate(`(() => {
    const attributes = ['title', 'aria-label', 'placeholder', 'aria-roledescription'];
    return [...document.querySelectorAll('#app, #app *')].flatMap((element) => [
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
      element.childElementCount === 0 ? element.textContent : '',
    ]).filter(Boolean);
  })()`);
  const english = new Set(Object.keys(german).filter((message) => german[message] !== message));
  return texts.filter((text) => english.has(text) || /\b(?:stale|broken|unreviewed|answered)\b/.test(text));
}

/** What of the toolbar is not, or not wholly, on the screen. */
async function cutOff({ frame }: DiagramPage): Promise<string[]> {
  return frame.locator('.toolbar')
    .evaluate(`[...document.querySelectorAll('.toolbar button, .toolbar select, .toolbar input')]
    .filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    })
    .map((element) => element.getAttribute('aria-label'))`);
}
