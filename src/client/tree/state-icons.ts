import * as vscode from 'vscode';
import type { NodeKind } from '../../model/kinds.ts';
import type { NodeState } from '../../model/state.ts';
import type { TreeItem } from '../../server/protocol.ts';

/** Each state has a shape of its own, so that it can be told without colour. */
const ICONS: Readonly<Record<NodeState, readonly [icon: string, color: string | undefined]>> = {
  broken: ['debug-disconnect', 'list.errorForeground'],
  failing: ['error', 'list.errorForeground'],
  stale: ['history', 'list.warningForeground'],
  challenged: ['comment-unresolved', 'list.warningForeground'],
  undeveloped: ['circle-large-outline', 'list.warningForeground'],
  unreviewed: ['eye-closed', undefined],
  unknown: ['question', undefined],
  current: ['pass-filled', 'testing.iconPassed'],
};

/** What is taken for granted is shown as what it is: a sign that it is fine would be about nothing. */
const GIVEN: Readonly<Partial<Record<NodeKind, string>>> = {
  context: 'note',
  assumption: 'lightbulb',
  justification: 'quote',
  inference: 'arrow-right',
  asset: 'package',
};

/** The name of a state's icon, as it stands in `$(…)`. */
export function stateIconName(state: NodeState): string {
  return ICONS[state][0];
}

/** The icon of an item by its state; grey for what is taken for granted and for a mention, neither of which counts. */
export function stateIcon(item: TreeItem): vscode.ThemeIcon {
  const given = item.given && GIVEN[item.given];
  const [icon, color] = given ? [given, undefined] : ICONS[item.state];
  const shown = item.mention || given ? 'list.deemphasizedForeground' : color;
  return new vscode.ThemeIcon(icon, shown === undefined ? undefined : new vscode.ThemeColor(shown));
}
