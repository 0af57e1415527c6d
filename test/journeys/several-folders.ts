import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkspace } from '../host/workspace.ts';
import { makeFolder, makeRepository } from '../support/git-repository.ts';
import type { Journey } from './journey.ts';

/** Two repositories in one window: both are read, and a claim of one may rest on a claim of the other. */
export const severalFolders: Journey = {
  title: 'Open two folders in one window and see the cases of both',
  async walk(stage) {
    const [first, second] = [makeWorkspace(), makeRepository()];
    stage.after(() => {
      first.remove();
      second.remove();
    });
    second.commitFiles({
      'access.case.yaml':
        'case: Access\nid: access\nclaims:\n  A1: {text: Only users get in., evidence: [login.py], supportedBy: [transit/C2]}\n',
      'login.py': 'def login():\n    return True\n',
    });
    const workspace = join(makeFolder(), 'both.code-workspace');
    writeFileSync(workspace, JSON.stringify({ folders: [{ path: first.root }, { path: second.root }] }));
    const window = await stage.open({ workspace });
    await window.openContainer('Warrant');
    await window.shows(window.row(/Confidentiality of data in transit/));
    await window.shows(window.row(/Access/));
    await window.openFile('login.py');
    await window.shows(window.lens(/A1 Only users get in · current/));
    await window.screenshot('several-folders');
  },
};
