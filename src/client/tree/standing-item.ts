import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import type { CaseStanding } from '../../server/protocol.ts';
import { sayCases } from './standing-words.ts';
import { UNREAD, stateIconName } from './state-icons.ts';

/** The item of the status bar that says how the argument stands. */
export interface StandingItem extends vscode.Disposable {
  show(cases: readonly CaseStanding[]): void;
  /** Says that nothing is checked any more, and starts the server again on a click. */
  showStopped(): void;
}

/** Of the cases in the claim file in front, else of all; hidden where there are none, or the person does not want it. */
export function createStandingItem(): StandingItem {
  const item = vscode.window.createStatusBarItem('warrant.standing', vscode.StatusBarAlignment.Left, 1);
  item.name = say('Warrant: Assurance Cases');
  let known: readonly CaseStanding[] = [];
  let isStopped = false;

  function update(): void {
    if (isStopped && isWanted()) {
      sayStopped(item);
      return;
    }
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const here = known.filter(({ files }) => uri !== undefined && files.includes(uri));
    const said = isWanted() ? sayCases(here.length > 0 ? here : known) : undefined;
    if (!said) {
      item.hide();
      return;
    }
    item.text = `$(${said.unread ? UNREAD : stateIconName(said.state)}) ${said.text}`;
    item.command = 'warrant.claims.focus';
    item.tooltip = `${said.details}\n${say('Click to see the claims.')}`;
    item.accessibilityInformation = { label: `Warrant, ${said.accessibilityLabel}`, role: 'button' };
    item.show();
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('warrant.statusBar')) update();
    }),
  );
  return {
    show(cases) {
      known = cases;
      isStopped = false;
      update();
    },
    showStopped() {
      isStopped = true;
      update();
    },
    dispose() {
      listeners.dispose();
      item.dispose();
    },
  };
}

function sayStopped(item: vscode.StatusBarItem): void {
  const stopped = say('Warrant has stopped');
  item.text = `$(circle-slash) ${stopped}`;
  item.tooltip = say('Claims and evidence are not being checked. Click to start the server again.');
  item.accessibilityInformation = { label: `${stopped}. ${item.tooltip}`, role: 'button' };
  item.command = 'warrant.restartServer';
  item.show();
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('warrant').get('statusBar.enabled', true);
}
