import * as vscode from 'vscode';
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

/** The icon of an item by its state; grey for a mention, which does not count. */
export function stateIcon(item: TreeItem): vscode.ThemeIcon {
  const [icon, color] = ICONS[item.state];
  const shown = item.mention ? 'list.deemphasizedForeground' : color;
  return new vscode.ThemeIcon(icon, shown === undefined ? undefined : new vscode.ThemeColor(shown));
}
