import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ROOT } from '../../scripts/paths.ts';
import { makeRepository } from '../support/git-repository.ts';
import { createHand, type Hand } from './hand.ts';
import type { Journey } from './journey.ts';
import type { Window } from './window.ts';

/** A program that has no case yet. */
const PROGRAM = {
  'src/login.py':
    'def require_user(request):\n    return request.session.user\n\n\ndef end_session(request):\n    request.session = None\n',
  'src/entries.py':
    'def check_entry(text):\n    return len(text) < 1000\n\n\ndef record_change(entry, user):\n    LOG.append((entry, user))\n',
  'src/limits.py': 'def limit_requests(sender):\n    return COUNTS[sender] < 60\n',
  'deploy/proxy.conf': 'ssl_protocols TLSv1.3;\n',
};

/** What is typed of the evidence of each claim, and the proposal that is taken then. */
const EVIDENCE: readonly (readonly (readonly [typed: string, taken: string])[])[] = [
  [
    ['src/log', 'login.py'],
    ['#req', 'require_user'],
  ],
  [['deploy/pr', 'proxy.conf']],
  [
    ['src/ent', 'entries.py'],
    ['#che', 'check_entry'],
  ],
  [
    ['src/ent', 'entries.py'],
    ['#rec', 'record_change'],
  ],
  [
    ['src/lim', 'limits.py'],
    ['#lim', 'limit_requests'],
  ],
];

/** A person who has never seen Warrant, with nothing but the walkthrough: five claims with evidence, in less than five minutes. */
export const firstCase: Journey = {
  title: 'Follow the walkthrough from a folder without a case to a case with evidence for five claims',
  async walk(stage) {
    const repository = makeRepository();
    stage.after(() => repository.remove());
    repository.commitFiles(PROGRAM);
    const window = await stage.open({ workspace: repository.root });
    const { page } = window;
    const hand = createHand(page);
    const step = (title: string): Locator => page.getByRole('button', { name: title });

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
    await window.shows(page.locator('.statusbar').getByText('5 unreviewed'));
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

    console.log(`    A first case: ${clicks} clicks, ${keys} keystrokes, ${Math.round(seconds)} s.`);
    assert.ok(seconds < 300, `it took ${seconds} s`);
    const said = readFileSync(join(ROOT, 'docs', 'getting-started.md'), 'utf8').replace(/\s+/g, ' ');
    assert.ok(
      said.includes(`${clicks} clicks and ${keys} keystrokes`),
      `docs/getting-started.md does not say “${clicks} clicks and ${keys} keystrokes”.`,
    );
  },
};

async function titled(window: Window, prompt: string): Promise<void> {
  await window.shows(window.page.locator('.quick-input-widget').getByText(prompt));
}

/** Types what no word in the case begins like, so that in the end nothing is proposed and Tab leads on. */
async function fillIn(window: Window, hand: Hand, text: string): Promise<void> {
  await hand.type(text);
  await window.page.waitForTimeout(500);
  await window.hides(window.page.locator('.suggest-widget.visible'));
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
