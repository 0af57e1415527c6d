import * as vscode from 'vscode';
import type { NodeKind } from '../../model/kinds.ts';
import type { NodeState } from '../../model/state.ts';
import type { TreeItem } from '../../server/protocol.ts';

/** Colours of icons that all four kinds of themes have: those of lists are none in high contrast. */
const ERROR = 'problemsErrorIcon.foreground';
const WARNING = 'problemsWarningIcon.foreground';

/** Each state has a shape of its own, so that it can be told without colour. */
const ICONS: Readonly<Record<NodeState, readonly [icon: string, color: string | undefined]>> = {
  broken: ['debug-disconnect', ERROR],
  failing: ['error', ERROR],
  stale: ['history', WARNING],
  challenged: ['comment-unresolved', WARNING],
  undeveloped: ['circle-large-outline', WARNING],
  unreviewed: ['eye-closed', undefined],
  unknown: ['question', undefined],
  current: ['pass-filled', 'charts.green'],
};

/** What is taken for granted, or left open on purpose, is shown as what it is: a sign that it is fine would be about nothing. */
const GIVEN: Readonly<Partial<Record<NodeKind, string>>> = {
  context: 'note',
  assumption: 'lightbulb',
  justification: 'quote',
  inference: 'arrow-right',
  asset: 'package',
  // Leaves that are meant to be: the same sign as the command line's.
  claim: 'dash',
  strategy: 'dash',
  control: 'dash',
};

/** The name of the icon of what could be read in part only: its state says too little to stand alone. */
export const UNREAD = 'warning';

/** Of what counts for nothing. */
const DIMMED = 'list.deemphasizedForeground';

/** The name of a state's icon, as it stands in `$(…)`. */
export function stateIconName(state: NodeState): string {
  return ICONS[state][0];
}

/** The icon of an item by its state; grey for what is taken for granted and for a mention, neither of which counts. */
export function stateIcon(item: TreeItem): vscode.ThemeIcon {
  if (item.kind === 'comment') return new vscode.ThemeIcon('code', new vscode.ThemeColor(DIMMED));
  if (item.unread) return new vscode.ThemeIcon(UNREAD, new vscode.ThemeColor(ERROR));
  const given = item.given && GIVEN[item.given];
  const [icon, color] = given ? [given, undefined] : ICONS[item.state];
  const shown = item.mention || given ? DIMMED : color;
  return new vscode.ThemeIcon(icon, shown === undefined ? undefined : new vscode.ThemeColor(shown));
}
