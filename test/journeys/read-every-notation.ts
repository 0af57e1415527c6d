import { DARK, LIGHT } from '../../scripts/vscode/settings.ts';
import type { Journey } from './journey.ts';
import { makeNotationsWorkspace } from './notations-workspace.ts';
import type { Window } from './window.ts';

/** Arguments in all notations, some of them in several files: each is one tree, and each node leads to the file that it is written in. */
export const readEveryNotation: Journey = {
  title: 'See arguments in every notation, and go from their nodes to the files that these are written in',
  async walk(stage) {
    const workspace = makeNotationsWorkspace();
    stage.after(() => workspace.remove());
    for (const [theme, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
    ] as const) {
      const window = await stage.open({ workspace: workspace.root, settings });
      await window.openContainer('Warrant');
      await window.shows(window.row(/The door opens for its guest only/));
      await window.unfoldAll();
      await window.shows(window.row(/Assumption, Guests keep their cards to themselves/));
      await window.hides(window.row(/Front desk/));
      await window.screenshot(`notations-1-tree-${theme}`);
      if (theme === 'light') continue;

      for (const [node, file, line] of PLACES) {
        await scrollTo(window, node);
        await window.row(node).first().click();
        await window.shows(window.tab(file));
        // A picture tells its size where a text tells the line.
        const place = line === undefined ? '400x240' : `Ln ${line}, Col`;
        await window.shows(window.page.locator('.statusbar').getByText(place));
        await window.screenshot(`notations-2-${file}`);
      }
      await seeHover(window);
      await seeProblems(window);
      await seeEvidence(window);
    }
  },
};

/** Rows outside of the view's window are not there. */
async function scrollTo(window: Window, node: RegExp): Promise<void> {
  await window.page.locator('.sidebar [role=treeitem]').first().hover();
  for (let turn = 0; turn < 10 && (await window.row(node).count()) === 0; turn++) {
    await window.page.mouse.wheel(0, 200);
    await window.page.waitForTimeout(200);
  }
}

/** The node to click, and where that leads: a line (1-based), or a picture, which has none. */
const PLACES: readonly (readonly [node: RegExp, file: string, line?: number])[] = [
  [/Claim, C1 A door opens/, 'assurance-case.md', 3],
  [/Claim, C2 A card cannot be copied/, 'door.drawio.png'],
  [/Claim, G2 The lock lets go/, 'doors.gsn.yaml', 10],
  [/Claim, M1 The motor stops/, 'motor.gsn.yaml', 1],
  [/Claim, F2 Its card is always valid/, 'fire.drawio', 7],
  [/Claim, K3 Keys are changed/, 'keys.ltac', 4],
  [/Threat, T2 Somebody finds a card/, 'cards.case.yaml', 11],
];

/** What is written in a module is explained there. */
async function seeHover(window: Window): Promise<void> {
  await window.openFile('safety/motor.gsn.yaml');
  await window.page.locator('.view-line').getByText('M1', { exact: true }).first().hover();
  await window.shows(window.page.locator('.monaco-hover').getByText(/Claim M1/));
  await window.press('Escape');
}

/** Problems stand in the file where the fault is; that of a picture says which shape is meant, and opens it. */
async function seeProblems(window: Window): Promise<void> {
  const inPicture = await window.problem(/C3: src\/clocks\.py does not exist/);
  await window.shows(inPicture);
  await window.shows(await window.problem(/tests\/test_motor\.py does not exist/));
  await window.shows(await window.problem(/Nothing answers T2/));
  await window.hides(await window.problem(/overview\.drawio/));
  await inPicture.first().click();
  await window.shows(window.tab(/door\.drawio\.png/));
  await window.shows(window.page.locator('.statusbar').getByText('400x240'));
  await window.screenshot('notations-3-problems');
}

/** What rests on code, and what enters there. */
async function seeEvidence(window: Window): Promise<void> {
  await window.openFile('src/card.py');
  await window.shows(window.lens(/C2 current · F2 current · T1 entry point/));
  await window.shows(window.lens(/K1 The card answers a question and never tells its key · current/));
  await window.screenshot('notations-4-evidence');
}
