import type { Journey } from './journey.ts';
import { makeNotationsWorkspace } from './notations-workspace.ts';

const FINDING = /Nothing answers T2/;

/** A finding that somebody does not share: its page says why it is there, the settings change how serious it is, and a comment silences it. */
export const setTheRules: Journey = {
  title: 'Read why a rule finds something, change how serious it is, and silence one finding',
  async walk(stage) {
    const workspace = makeNotationsWorkspace();
    stage.after(() => workspace.remove());
    workspace.write({ 'warrant.yaml': 'rules:\n' });
    const window = await stage.open({ workspace: workspace.root });
    await window.openFile('security/cards.case.yaml');
    const problem = await window.problem(FINDING);
    await window.shows(problem);
    const icon = (severity: string) => problem.locator(`.codicon-${severity}`);
    await window.shows(icon('warning'));

    await problem.getByRole('button', { name: 'unanswered-defeater' }).click();
    await window.shows(window.tab('unanswered-defeater.md'));
    const page = window.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await window.shows(page.getByRole('heading', { name: 'unanswered-defeater' }));
    await window.screenshot('rules-1-page');

    await window.openFile('warrant.yaml', 2);
    await window.type('  unanswered-defeater: error');
    await window.shows(icon('error'));
    await window.screenshot('rules-2-error');

    await window.openFile('security/cards.case.yaml', 10);
    await window.press('End', 'Enter', 'Home');
    await window.type('  # warrant-disable-next-line unanswered-defeater -- what is found is of no use');
    await window.hides(problem);
    await window.screenshot('rules-3-silenced');
  },
};
