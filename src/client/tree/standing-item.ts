import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import type { CaseStanding } from '../../server/protocol.ts';
import { sayCases } from './standing-words.ts';
import { stateIconName } from './state-icons.ts';

/** The item of the status bar that says how the argument stands. */
export interface StandingItem extends vscode.Disposable {
  show(cases: readonly CaseStanding[]): void;
}

/** Of the cases in the claim file in front, else of all; hidden where there are none, or the person does not want it. */
export function createStandingItem(): StandingItem {
  const item = vscode.window.createStatusBarItem('warrant.standing', vscode.StatusBarAlignment.Left, 1);
  item.name = say('Warrant: Assurance Cases');
  item.command = 'warrant.claims.focus';
  let known: readonly CaseStanding[] = [];

  function update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const here = known.filter(({ files }) => uri !== undefined && files.includes(uri));
    const said = isWanted() ? sayCases(here.length > 0 ? here : known) : undefined;
    if (!said) {
      item.hide();
      return;
    }
    item.text = `$(${stateIconName(said.state)}) ${said.text}`;
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
      update();
    },
    dispose() {
      listeners.dispose();
      item.dispose();
    },
  };
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('warrant').get('statusBar.enabled', true);
}
