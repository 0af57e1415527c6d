import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemo } from '../../scripts/demo/make-demo.ts';
import { DARK, LIGHT } from '../../scripts/vscode/settings.ts';
import { TEST_GIT_ENVIRONMENT, makeFolder } from '../support/git-repository.ts';
import type { Journey, Stage } from './journey.ts';
import type { Window } from './window.ts';

const EVIDENCE = 'quillbook/app.py';
const STALE_CLAIM = /C2 Every connection uses TLS/;
const LENS = /C2 stale: 2 changes since 20 Mar/;

/** The main job from end to end: tree, claim, evidence, an edit and its undoing, and a commit made elsewhere. */
export const liveWithTheDemo: Journey = {
  title: 'Open the demo, follow a stale claim to its evidence, edit, undo, and see a commit made elsewhere',
  async walk(stage) {
    for (const [theme, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
    ] as const) {
      const folder = await demo(stage);
      const window = await stage.open({ workspace: folder, settings });
      const problem = () => window.problem(/create_app.*not committed, too/, 'create_app');
      const photograph = (name: string): Promise<void> => window.screenshot(`demo-${name}-${theme}`);

      await window.openContainer('Warrant');
      await window.shows(window.row(/Confidentiality of data in transit/));
      await unfold(window, /Confidentiality of data in transit/);
      await unfold(window, /C1 Data in transit between browser/);
      await photograph('1-tree');

      await window.row(STALE_CLAIM).first().click();
      await window.shows(window.tab('transit.case.yaml'));
      await photograph('2-claim');

      await unfold(window, STALE_CLAIM);
      await window
        .row(/app\.py#create_app/)
        .first()
        .click();
      await window.shows(window.tab('app.py'));
      await window.shows(window.lens(LENS));
      await photograph('3-evidence');
      await window.lens(LENS).first().click();
      await window.shows(window.page.locator('.peekview-widget'));
      await photograph('3-peek');
      await window.press('Escape');

      await editBelowLens(window, folder);
      await window.shows(window.lens(/and one not committed/));
      await window.shows(window.row(/create_app.*and one not committed/));
      await window.shows(await problem());
      await photograph('4-edited');

      await window.page.locator('.editor-instance').first().click();
      // How much one undo takes back is VS Code's business; there is nothing else to undo.
      await window.press(...Array<string>(5).fill('Control+z'));
      await window.hides(window.lens(/and one not committed/));
      await window.hides(window.row(/create_app.*and one not committed/));
      await window.hides(await problem());
      await window.shows(window.lens(LENS));
      await photograph('5-undone');

      commitElsewhere(folder);
      await window.shows(window.lens(/stale: 3 changes since 20 Mar/));
      await window.shows(window.row(/create_app.*stale: 3 changes/));
      await window.shows(await window.problem(/create_app changed since .*: 3 times/, 'create_app'));
      await photograph('6-committed-elsewhere');
    }
  },
};

async function demo(stage: Stage): Promise<string> {
  const folder = join(makeFolder(), 'notebook-server');
  stage.after(() => rmSync(folder, { recursive: true, force: true }));
  await makeDemo(folder);
  return folder;
}

async function unfold(window: Window, name: RegExp): Promise<void> {
  const row = window.row(name).first();
  if ((await row.getAttribute('aria-expanded')) === 'true') return;
  await row.locator('.monaco-tl-twistie').click();
}

/** Types a statement into `create_app`, without saving. */
async function editBelowLens(window: Window, folder: string): Promise<void> {
  const lines = readFileSync(join(folder, EVIDENCE), 'utf8').split('\n');
  const inside = lines.findIndex((line) => line.includes('store = SessionStore('));
  await window.goToLine(inside + 1);
  await window.press('End');
  await window.type('; debugging = True');
}

/** What a colleague's tool does: changes the function and commits, behind the editor's back. */
function commitElsewhere(folder: string): void {
  const file = join(folder, EVIDENCE);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(def create_app\([^]*?:\n)/, '$1    started = True\n'));
  const environment = {
    ...TEST_GIT_ENVIRONMENT,
    GIT_AUTHOR_NAME: 'Jonas Hecht',
    GIT_AUTHOR_EMAIL: 'jonas@example.org',
    GIT_COMMITTER_NAME: 'Jonas Hecht',
    GIT_COMMITTER_EMAIL: 'jonas@example.org',
  };
  execFileSync('git', ['commit', '-q', '-m', 'Note that the application started', '--', EVIDENCE], {
    cwd: folder,
    env: environment,
  });
}
