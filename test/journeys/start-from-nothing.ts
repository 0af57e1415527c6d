import { makeRepository } from '../support/git-repository.ts';
import type { Journey } from './journey.ts';

/** A person who has no case yet: the view says what to do, and the first claim file is read without a reload. */
export const startFromNothing: Journey = {
  title: 'Open a workspace without a case, read what to do, and see the first claim file come alive',
  async walk(stage) {
    const repository = makeRepository();
    stage.after(() => repository.remove());
    repository.commitFiles({ 'src/login.py': 'def login(user):\n    return check(user)\n' });
    const window = await stage.open({ workspace: repository.root });
    await window.openContainer('Warrant');
    await window.shows(window.page.locator('.welcome-view-content').getByText(/There is no case here yet/));
    await window.shows(window.page.getByRole('button', { name: 'Create a Case' }));
    await window.screenshot('welcome');

    repository.write({
      'first.case.yaml':
        'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    evidence: [src/login.py#login]\n',
    });
    await window.shows(window.row(/Access/));
    await window.shows(window.row(/C1.*Only users get in/));

    await window.openFile('src/login.py');
    await window.shows(window.lens(/C1 Only users get in · unreviewed/));
    repository.commit();
    await window.shows(window.lens(/C1 Only users get in · current/));
    await window.screenshot('first-case');
  },
};
