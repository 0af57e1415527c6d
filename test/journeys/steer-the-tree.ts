import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DARK, HIGH_CONTRAST, LIGHT, type Settings } from '../../scripts/vscode/settings.ts';
import { makeRepository } from '../support/git-repository.ts';
import type { Journey, Stage } from './journey.ts';
import { PATIENCE, type Window } from './window.ts';

const CASE = 'webshop.case.yaml';
const CASE_TEXT = `case: Orders of the web shop stay confidential
id: webshop
claims:
  C1:
    text: Orders are seen by their buyers and by the shop only.
    claims:
      C2:
        text: Transport security is enforced on every connection to the shop.
        satisfies: [OWASP-2021:A02]
        owner: Noor Operations
        evidence:
          - E1: src/tls.py#require_tls
          - E2: src/tls.py#reject_old_versions
      C3:
        text: Only buyers see their orders.
        satisfies: [OWASP-2021:A01]
        rebuttals:
          R1: Unless somebody guesses the number of an order.
        evidence:
          - E3: src/orders.py#may_see
      C4: Backups are encrypted.
`;
const TLS = `def require_tls(connection):
    return connection.is_encrypted


def reject_old_versions(connection):
    return connection.version >= (1, 2)
`;
const ORDERS = 'def may_see(user, order):\n    return order.buyer == user\n';

/** A person who uses no mouse finds what matters in the tree, looks why it does, reviews it, and copies what a colleague asks for. */
export const steerTheTree: Journey = {
  title: 'Filter, arrange and review the claims by keyboard alone',
  async walk(stage) {
    for (const [name, settings] of [
      ['dark', DARK],
      ['light', LIGHT],
      ['high-contrast', HIGH_CONTRAST],
    ] as const)
      await steer(stage, name, settings);
  },
};

async function steer(stage: Stage, name: string, settings: Settings): Promise<void> {
  const repository = makeRepository();
  stage.after(() => repository.remove());
  repository.git('config', 'user.name', 'Rea Reviewer');
  repository.git('config', 'user.email', 'rea@example.org');
  repository.commitFiles({ [CASE]: CASE_TEXT, 'src/tls.py': TLS, 'src/orders.py': ORDERS });
  repository.commitFiles(
    {
      'src/tls.py': TLS.replace('is_encrypted', 'is_encrypted or connection.is_local').replace(
        '(1, 2)',
        '(1, 1)',
      ),
    },
    { author: 'Lin Developer', email: 'lin@example.org', message: 'Let old clients in' },
  );
  const window = await stage.open({ workspace: repository.root, settings });
  // The palette lists what there is when it is opened.
  await window.shows(window.page.locator('.statusbar').getByText('2 stale, 1 unanswered'));
  await focusTree(window);
  await window.shows(window.row(/Orders of the web shop/));
  await window.shows(window.row(/^Claim, C1/));

  await window.press('Home');
  await window.press('Control+K', 'r');
  await window.shows(window.row(/E1 src\/tls\.py#require_tls/));
  await picture(window, `tree-reason-${name}`);

  await window.press('Control+F');
  await window.page.getByPlaceholder(/^For example C2/).waitFor({ timeout: PATIENCE });
  await window.type('tls.py old');
  await window.shows(message(window, /Only what has “tls\.py old” in it: 1 of/));
  await window.hides(window.row(/C4 Backups/));
  await picture(window, `tree-words-${name}`);
  await window.press('Enter');
  await command(window, 'Clear Filter');
  await window.hides(message(window, /Only what/));

  await command(window, 'Show Only What Needs Attention');
  await window.shows(message(window, /Only what needs attention: \d+ of/));
  await window.shows(window.row(/R1 Unless somebody/));
  await picture(window, `tree-attention-${name}`);
  await command(window, 'Show Also What Needs No Attention');

  await command(window, 'Group Claims by State');
  await window.shows(window.row(/^Stale/));
  await focusTree(window);
  await window.press('Home', 'ArrowRight');
  await window.shows(window.row(/C2 Transport/));
  await window.press('ArrowDown', 'ArrowRight');
  await window.shows(window.row(/E2 src\/tls\.py/));
  await picture(window, `tree-by-state-${name}`);
  await command(window, 'Group Claims by Standard');
  await window.shows(window.row(/OWASP Top 10/));
  await focusTree(window);
  await window.press('Home', 'ArrowRight');
  await window.shows(window.row(/A02 Cryptographic/));
  await window.press('ArrowDown', 'ArrowRight');
  await window.shows(window.row(/C3 Only buyers/));
  await picture(window, `tree-by-standard-${name}`);
  await command(window, 'Group Claims by Case');

  await focusTree(window);
  await window.press('Home');
  await window.press('Control+K', 'r');
  await window.shows(window.page.locator('[role=treeitem][aria-selected=true]').filter({ hasText: 'E1' }));
  await window.press('Control+C');
  await window.shows(window.page.locator('.statusbar').getByText('Copied E1'));
  await window.press('Shift+ArrowDown');
  await window.press('Control+K', 'h');
  await window.shows(window.tab(/^Evidence of C2/));
  await picture(window, `tree-review-two-${name}`);
  await command(window, 'Still Holds: Review Evidence…');
  await window.page.getByPlaceholder('Note (optional)').waitFor({ timeout: PATIENCE });
  await window.press('Enter');
  await window.shows(window.page.locator('.statusbar').getByText('1 unanswered'));
  await window.shows(window.row(/E2 src\/tls\.py.*current, reviewed/));
  await picture(window, `tree-reviewed-${name}`);
  const records = readFileSync(join(repository.root, 'webshop.reviews.yaml'), 'utf8').match(
    /^.*src\/tls\.py.*$/gm,
  );
  if (records?.length !== 2) throw new Error(`Two records were expected: ${JSON.stringify(records)}`);
}

/** By the palette, without the mouse. What comes to the front meanwhile closes it, so it is opened again. */
async function command(window: Window, title: string): Promise<void> {
  const input = window.page.locator('.quick-input-widget .quick-input-box input');
  const choice = window.page.locator('.quick-input-list [role=option]').filter({ hasText: title }).first();
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      await window.press('F1');
      await input.fill(`>${title}`, { timeout: PATIENCE / 5 });
      await choice.waitFor({ timeout: PATIENCE / 5 });
      break;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
  await window.press('Enter');
  await choice.waitFor({ state: 'hidden', timeout: PATIENCE });
}

async function focusTree(window: Window): Promise<void> {
  await command(window, 'Focus on Assurance Cases View');
}

function message(window: Window, text: RegExp) {
  return window.page.locator('.sidebar .tree-explorer-viewlet-tree-view .message').filter({ hasText: text });
}

/** When what moves has come to rest. */
async function picture(window: Window, name: string): Promise<void> {
  await window.page.waitForTimeout(500);
  await window.screenshot(name);
}
