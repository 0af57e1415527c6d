import * as vscode from 'vscode';
import type { TreeItem } from '../../server/protocol.ts';
import type { ClaimTree } from './claim-tree.ts';

/**
 * The items that a command of the tree is about: of several that are selected all, if it was chosen on one of them; else the one it was chosen on.
 *
 * @param argument the item it was chosen on, as VS Code gives it
 * @param all the items that are selected, as VS Code gives them
 */
export function chosenItems(tree: ClaimTree, argument: unknown, all: unknown): readonly TreeItem[] {
  const several: readonly unknown[] = Array.isArray(all) ? all : [];
  const keys = several.includes(argument) ? several : [argument];
  return keys.flatMap((key) => tree.itemOf(key) ?? []);
}

/**
 * Registers the command by which a key that is pressed in the tree runs another one on the focused item, which VS Code gives to no command, or on those
 * that are selected, if there are several. Its argument is the name of that command.
 */
export function registerOnFocused({ view }: ClaimTree): vscode.Disposable {
  return vscode.commands.registerCommand('warrant.tree.onFocused', async (command: unknown) => {
    if (typeof command !== 'string') return;
    const keys = await focusedKeys(view);
    if (keys.length > 0) await vscode.commands.executeCommand(command, keys[0], keys);
  });
}

/** Only the selection is told to extensions, so the focused item is found by what becomes of that when the item is added to it, or taken from it. */
async function focusedKeys(view: vscode.TreeView<string>): Promise<readonly string[]> {
  const before = view.selection;
  if (before.length > 1) return before;
  await vscode.commands.executeCommand('list.toggleSelection');
  const focused = view.selection.find((key) => !before.includes(key));
  if (focused !== undefined) {
    await view.reveal(focused, { select: true, focus: true });
    return [focused];
  }
  if (view.selection.length < before.length) await vscode.commands.executeCommand('list.toggleSelection');
  return before;
}
