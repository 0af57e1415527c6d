import type { Journey } from './journey.ts';
import { makeNotationsWorkspace } from './notations-workspace.ts';

/** Somebody has a case in one notation and wants it in another: a new document, and a word on what that cannot say. */
export const convertACase: Journey = {
  title: 'Convert a case to another notation, and read what that cannot say',
  async walk(stage) {
    const workspace = makeNotationsWorkspace();
    stage.after(() => workspace.remove());
    const window = await stage.open({ workspace: workspace.root });
    await window.openFile('security/cards.case.yaml');
    await window.openContainer('Warrant');
    await window.shows(window.row(/Cards are worth nothing/));

    await window.runCommand('Warrant: Convert Case');
    const notations = window.page.locator('.quick-input-list').getByRole('option');
    await window.shows(notations.filter({ hasText: 'LTAC' }));
    await window.hides(notations.filter({ hasText: '*.case.yaml' }));
    // It fades in.
    await window.page.waitForTimeout(500);
    await window.screenshot('convert-1-notations');
    await notations.filter({ hasText: 'LTAC' }).click();
    await window.shows(window.tab('cards.ltac'));
    await window.shows(window.page.getByText('- Claim P1: The key on a card stays on it.'));
    const message = window.page.getByText(/\d+ things of cards\.case\.yaml cannot be said in LTAC/);
    await window.shows(message);
    await window.screenshot('convert-2-document');

    await window.page.getByRole('button', { name: 'Show', exact: true }).click();
    await window.shows(window.tab('What LTAC cannot say of cards.case.yaml'));
    await window.shows(window.page.getByText('K1: that it satisfies OWASP-2021:A02'));
    await window.screenshot('convert-3-losses');
  },
};
