import * as vscode from 'vscode';
import type { ReviewTarget } from '../../server/protocol.ts';

/** Which differences are open, by the titles of their tabs, and what they are about. */
export interface ShownReviews {
  /** Notes that an editor with this title shows what some targets are judged by. */
  note(title: string, targets: readonly ReviewTarget[]): void;
  /** What the active editor shows the difference of; undefined where it shows none. */
  active(): readonly ReviewTarget[] | undefined;
  dispose(): void;
}

/** The context key that the buttons in an editor's title go by. */
const CONTEXT = 'warrant.reviewShown';

/** Follows the active tab, so that the commands for a review stand above the difference that it is about. */
export function followShownReviews(): ShownReviews {
  const shown = new Map<string, readonly ReviewTarget[]>();
  const titleOf = (label: string): string | undefined =>
    // An editor for several differences says behind its title how many there are.
    [...shown.keys()].find((title) => label === title || label.startsWith(`${title} (`));
  const active = (): readonly ReviewTarget[] | undefined => {
    const title = titleOf(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '');
    return title === undefined ? undefined : shown.get(title);
  };
  const follow = (): void => {
    void vscode.commands.executeCommand('setContext', CONTEXT, active() !== undefined);
  };
  const listeners = vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { label } of closed) shown.delete(titleOf(label) ?? label);
      follow();
    }),
    vscode.window.tabGroups.onDidChangeTabGroups(follow),
  );
  return {
    note(title, targets) {
      shown.set(title, targets);
      follow();
    },
    active,
    dispose: () => {
      listeners.dispose();
    },
  };
}
