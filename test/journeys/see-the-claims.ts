import { DARK, HIGH_CONTRAST, LIGHT } from '../../scripts/vscode/settings.ts';
import { CASE, makeWorkspace } from '../host/workspace.ts';
import type { Journey } from './journey.ts';

/** A person opens a workspace with a case in it and looks at the tree, the claim file and a hover, in each kind of theme. */
export const seeTheClaims: Journey = {
  title: 'Open a workspace with a case and see its claims',
  async walk(stage) {
    const workspace = makeWorkspace();
    stage.after(() => workspace.remove());
    for (const [name, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
      ['high-contrast', HIGH_CONTRAST],
    ] as const) {
      const window = await stage.open({ workspace: workspace.root, settings });
      await window.openContainer('Warrant');
      await window.shows(window.row(/Confidentiality of data in transit/));
      await window.openFile(CASE);
      await window.goToLine(9);
      await window.shows(window.row(/E1 server\/transport\.py#require_tls/));
      await window.page.getByText('server/transport.py', { exact: true }).first().hover();
      await window.shows(window.page.locator('.monaco-hover').getByText(/last edited by Ada Author/));
      await window.screenshot(`claims-${name}`);
    }
  },
};
