import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Locator } from 'playwright-core';
import { PATIENCE } from './window.ts';
import type { Window } from './window.ts';

/** The page of a diagram in a window, as a person uses it. */
export interface DiagramPage {
  readonly frame: FrameLocator;
  /** Where the picture is. */
  readonly stage: Locator;
  /** The box of a node, by its id. */
  box(id: string): Locator;
  /** Waits until this is said of what is selected. */
  says(text: RegExp): Promise<void>;
  /** How many boxes are drawn, and how many layouts were asked for. */
  counts(): Promise<{ readonly nodes: number; readonly layouts: number }>;
  /** Waits until so many layouts were asked for, and the last is drawn. */
  laidOut(layouts: number): Promise<void>;
  /** What axe calls moderate or worse, as sentences. */
  accessibilityFaults(): Promise<string[]>;
  /** How the picture is moved and scaled. */
  camera(): Promise<string | null>;
}

/** Waits until the diagram of a window is drawn. */
export async function diagramIn({ page }: Window): Promise<DiagramPage> {
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const app = frame.locator('#app');
  await frame.locator('#app[data-nodes]').waitFor({ timeout: 2 * PATIENCE, state: 'attached' });
  return {
    frame,
    stage: frame.locator('.stage'),
    box: (id) => frame.locator(`.node[data-key="n/${id}"]`),
    async says(text) {
      await frame.locator('.said').filter({ hasText: text }).waitFor({ timeout: PATIENCE });
    },
    async counts() {
      const read = async (name: string): Promise<number> => Number(await app.getAttribute(name));
      return { nodes: await read('data-nodes'), layouts: await read('data-layouts') };
    },
    async laidOut(layouts) {
      await frame
        .locator(`#app[data-layouts="${layouts}"]`)
        .waitFor({ timeout: PATIENCE, state: 'attached' });
    },
    async accessibilityFaults() {
      const checker = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
      // As a program for the browser's debugger, which the page's policy does not concern.
      await app.evaluate(`${readFileSync(checker, 'utf8')}; undefined`);
      return app.evaluate(`axe.run().then(({ violations }) =>
        violations
          .filter(({ impact }) => impact !== 'minor')
          .map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.map(({ html }) => html).join(' ')))`);
    },
    camera: () => frame.locator('.picture').getAttribute('style'),
  };
}
