import { makeWorkspace } from '../host/workspace.ts';
import type { Journey } from './journey.ts';

/** A workspace from a stranger: without trust no git runs, the product says what that costs, and trust brings the rest. */
export const grantTrust: Journey = {
  title: 'Open a workspace in Restricted Mode, read what is missing, grant trust and see it come',
  async walk(stage) {
    const workspace = makeWorkspace();
    stage.after(() => workspace.remove());
    const window = await stage.open({ workspace: workspace.root, trust: false });
    await window.openContainer('Warrant');
    await window.shows(window.page.getByText(/workspace is not trusted, so git is not run/));
    await window.shows(window.row(/C1.*Data in transit/));
    await window.screenshot('restricted');

    await window.runCommand('Workspaces: Manage Workspace Trust');
    await window.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await window.hides(window.page.getByText(/workspace is not trusted, so git is not run/));
    await window.openFile('server/transport.py');
    await window.shows(window.lens(/C2 .*stale: 1 change/));
    await window.screenshot('trusted');
  },
};
