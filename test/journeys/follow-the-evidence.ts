import { CASE, EVIDENCE, makeWorkspace } from '../host/workspace.ts';
import type { Journey } from './journey.ts';

/** A person comes from the code: lens, claim, problem, all by keyboard and by what is written on the screen. */
export const followTheEvidence: Journey = {
  title: 'Open a file that is evidence, see what rests on it, and go to the claim and to the problem',
  async walk(stage) {
    const workspace = makeWorkspace();
    stage.after(() => workspace.remove());
    const window = await stage.open({ workspace: workspace.root });

    await window.openFile(EVIDENCE, 5);
    const lens = window.lens(/C2 .*stale/);
    await window.shows(lens);
    await window.screenshot('evidence-lens');

    await lens.click();
    await window.shows(window.tab(CASE));

    const problem = await window.problem(/certificates\.py/);
    await window.shows(problem);
    await window.screenshot('problem');

    await window.runCommand('Warrant: Focus on Assurance Cases View');
    await window.shows(window.row(/C2 Transport security is enforced/));
    await window.screenshot('claim-under-the-cursor');
  },
};
