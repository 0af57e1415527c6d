import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ROOT } from '../../scripts/paths.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { createHand, type Hand } from './hand.ts';
import type { Journey } from './journey.ts';
import type { Window } from './window.ts';

/** The first thing of a new system that there is to point at. */
const SETTINGS = ['login: required', 'tls: 1.3', 'history: kept', 'size: 1000', 'quota: 60'];

/** What is typed of the evidence of each claim, and the proposal that is taken then. */
const EVIDENCE = ['log', 'tls', 'siz', 'his', 'quo'].map(
  (key): readonly (readonly [typed: string, taken: string])[] => [
    ['set', 'settings.yaml'],
    [`#/${key}`, key],
  ],
);

/** A person who has never seen Warrant, in an empty folder, with nothing but the walkthrough: five claims with evidence, in less than five minutes. */
export const firstCase: Journey = {
  title: 'Follow the walkthrough from an empty folder to a case with evidence for five claims',
  async walk(stage) {
    const repository = makeRepository();
    stage.after(() => repository.remove());
    const window = await stage.open({ workspace: repository.root });
    const { page } = window;
    const hand = createHand(page);
    const step = (title: string): Locator => page.getByRole('button', { name: title });

    await writeSettings(window, hand);

    await window.shows(page.locator('.activitybar').getByRole('tab', { name: 'Warrant' }));
    await hand.click(page.locator('.activitybar').getByRole('tab', { name: 'Warrant' }));
    await hand.click(
      page
        .getByRole('link', { name: 'Go through it step by step' })
        .or(page.getByText('Go through it step by step'))
        .first(),
    );
    await window.shows(page.getByText('Get Started with Warrant'));
    await window.screenshot('walkthrough');
    await hand.click(step('Write a Case').first());
    await hand.click(page.getByRole('button', { name: 'New Assurance Case…' }).first());

    await window.shows(page.locator('.quick-input-list').getByText('Security Properties'));
    await window.screenshot('new-case-patterns');
    await hand.click(page.locator('.quick-input-list').getByText('Security Properties'));
    await titled(window, 'What the case argues for');
    await hand.type('Security of our site');
    await hand.press('Enter');
    await titled(window, 'The file, relative to the folder');
    await hand.press('Enter');

    await window.shows(window.tab('security-of-our-site.case.yaml'));
    await window.shows(page.locator('.snippet-placeholder, .finish-snippet-placeholder'));
    await window.screenshot('new-case-snippet');
    await fillIn(window, hand, 'the entries');
    await hand.press('Tab');
    await fillIn(window, hand, 'the guest book');
    for (const pieces of EVIDENCE) {
      await hand.press('Tab');
      for (const [typed, taken] of pieces) await takeProposal(window, hand, typed, taken);
    }
    await hand.press('Control+S');
    await window.screenshot('new-case-filled');

    await window.openContainer('Warrant');
    await window.shows(window.row(/Security of our site/));
    const counted = (counts: string): Locator =>
      page.locator('.sidebar').getByRole('treeitem').filter({ hasText: counts });
    await window.shows(counted('(0/5)'));
    await window.shows(page.locator('.statusbar').getByText('5 unknown'));
    const { clicks, keys, seconds } = hand.counts();
    repository.commit();
    await window.shows(counted('(5/5)'));
    await window.screenshot('new-case-current');

    await window.runCommand('Welcome: Open Walkthrough');
    await page.keyboard.type('Get Started with Warrant');
    await page.keyboard.press('Enter');
    // What Warrant is, a case, its evidence, what holds: the code was not changed yet.
    await window.shows(page.locator('.step-list-container .codicon.complete').nth(3));
    await window.screenshot('walkthrough-done');

    await judgeAgain(window, repository);

    console.log(`    A first case: ${clicks} clicks, ${keys} keystrokes, ${Math.round(seconds)} s.`);
    assert.ok(seconds < 300, `it took ${seconds} s`);
    const said = readFileSync(join(ROOT, 'docs', 'getting-started.md'), 'utf8').replace(/\s+/g, ' ');
    assert.ok(
      said.includes(`${clicks} clicks and ${keys} keystrokes`),
      `docs/getting-started.md does not say “${clicks} clicks and ${keys} keystrokes”.`,
    );
  },
};

/** What changed is judged by the buttons of the walkthrough, which stands where the cursor would be. */
async function judgeAgain(window: Window, repository: TestRepository): Promise<void> {
  const { page } = window;
  repository.git('config', 'user.name', 'Ned Newman');
  repository.git('config', 'user.email', 'ned@example.org');
  repository.write({ 'settings.yaml': `${SETTINGS.join('\n').replace('1.3', '1.2')}\n` });
  await window.shows(page.locator('.statusbar').getByText('1 stale'));
  await page.getByRole('button', { name: 'Judge It Again' }).first().click();
  await page.getByRole('button', { name: 'Still Holds…' }).first().click();
  const waiting = page.locator('.quick-input-list').getByText('settings.yaml#/tls');
  await window.shows(waiting);
  await window.screenshot('walkthrough-judge');
  await waiting.click();
  const question = page.locator('.notifications-toasts');
  await question.getByRole('button', { name: 'Still Holds' }).click();
  await titled(window, 'Why does it hold?');
  await page.keyboard.press('Enter');
  await window.shows(question.getByText('recorded the review of', { exact: false }));
}

/** Makes the first file of the folder, in the Explorer. */
async function writeSettings({ page, shows, tab }: Window, hand: Hand): Promise<void> {
  const explorer = page.locator('.explorer-folders-view');
  await shows(explorer);
  // Its buttons come up under the mouse.
  await explorer.hover();
  await hand.click(page.getByRole('button', { name: 'New File...' }).first());
  await shows(explorer.locator('.monaco-inputbox input'));
  await hand.type('settings.yaml');
  await hand.press('Enter');
  await shows(tab('settings.yaml'));
  await shows(page.locator('.monaco-editor.focused'));
  for (const line of SETTINGS) {
    await hand.type(line);
    await hand.press('Enter');
  }
  await hand.press('Control+S');
}

async function titled(window: Window, prompt: string): Promise<void> {
  await window.shows(window.page.locator('.quick-input-widget').getByText(prompt));
}

/** Types what no word in the case begins like, so that in the end nothing is proposed and Tab leads on. */
async function fillIn(window: Window, hand: Hand, text: string): Promise<void> {
  await hand.type(text);
  await window.page.waitForTimeout(500);
  const proposals = window.page.locator('.suggest-widget.visible');
  // Sometimes VS Code proposes the word that is being written at the other cursor.
  if (await proposals.isVisible()) await window.press('Escape');
  await window.hides(proposals);
}

/** Types the beginning of a path or a name, and takes the proposal that it leads to. */
async function takeProposal(window: Window, hand: Hand, typed: string, taken: string): Promise<void> {
  await hand.type(typed);
  await window.shows(
    window.page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: taken }),
  );
  await hand.press('Tab');
  await window.hides(window.page.locator('.suggest-widget.visible'));
}
