import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramIn } from '../../test/journeys/diagram-page.ts';
import type { Window } from '../../test/journeys/window.ts';
import { NOTEBOOK_SERVER } from '../demo/demos.ts';
import { sourcesOf } from '../demo/demo.ts';

/** Something that a picture shows, in a window on the demo. */
export interface Scene {
  /** Of its files: `media/pictures/NAME-light.png` and `NAME-dark.png`. */
  readonly name: string;
  readonly show: (window: Window) => Promise<void>;
}

/** What stands in the README, in the order in which one window comes to them. */
export const SCENES: readonly Scene[] = [
  {
    name: 'case',
    async show(window) {
      await window.openContainer('Warrant');
      await window.shows(window.row(/Confidentiality of data in transit/));
      await unfold(window, /Confidentiality of data in transit/);
      await unfold(window, /C1 Data in transit between browser/);
      await window.openFile('transit.case.yaml', 16);
      await window.shows(window.page.locator('.view-line').filter({ hasText: /stale:\s2\schanges/ }));
    },
  },
  {
    name: 'evidence',
    async show(window) {
      await window.openFile('quillbook/app.py', lineOf('quillbook/app.py', 'def create_app'));
      await window.shows(window.lens(/C2 .*stale: 2 changes/));
    },
  },
  {
    name: 'review',
    async show(window) {
      await window.lens('Still holds?').first().click();
      await window.shows(window.page.locator('.notification-toast').getByText(/still support/));
      await window.runCommand('View: Toggle Primary Side Bar Visibility');
      // To what changed in the function.
      await window.press('Alt+F5');
    },
  },
  {
    name: 'diagram',
    async show(window) {
      await window.runCommand('Notifications: Clear All Notifications');
      await window.runCommand('View: Close All Editors');
      await window.openFile('transit.case.yaml', 16);
      await window.runCommand('Warrant: Show Diagram');
      const diagram = await diagramIn(window);
      await diagram.says(/Claim C2 Every connection uses TLS/);
      await diagram.stage.focus();
      // Large enough to be read: a part of it, around the top claim.
      await window.press('0', ...Array<string>(6).fill('+'), 'Home');
    },
  },
];

async function unfold(window: Window, name: RegExp): Promise<void> {
  const row = window.row(name).first();
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/** The line (1-based) of the demo that a text stands in. */
function lineOf(path: string, text: string): number {
  const lines = readFileSync(join(sourcesOf(NOTEBOOK_SERVER), path), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
