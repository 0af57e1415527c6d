import { DARK, LIGHT } from '../../scripts/vscode/settings.ts';
import { makeWorkspace } from '../host/workspace.ts';
import type { Journey } from './journey.ts';

/** A person opens a workspace with a case in it and looks at the tree, in both themes. */
export const seeTheClaims: Journey = {
  title: 'Open a workspace with a case and see its claims',
  async walk(stage) {
    const workspace = makeWorkspace();
    stage.after(() => workspace.remove());
    for (const [name, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
    ] as const) {
      const window = await stage.open({ workspace: workspace.root, settings });
      await window.openContainer('Warrant');
      await window.shows(window.row(/Confidentiality of data in transit/));
      await window.screenshot(`claims-${name}`);
    }
  },
};
