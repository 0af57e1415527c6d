import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { TREE_REASON } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import { chosenItems } from './chosen-items.ts';
import type { ClaimTree } from './claim-tree.ts';
import { type CopiedName, copiedNames, sayCopied } from './copied-names.ts';
import { stateWord } from '../../model/state-words.ts';

/** How long the status bar says what was copied, in milliseconds. */
const SAID = 3000;

/** The commands on items of the tree that change nothing: the way to what makes a claim what it is, and names to copy. */
export function registerItemCommands(server: ServerConnection, tree: ClaimTree): vscode.Disposable {
  async function expandToReason(argument: unknown): Promise<void> {
    const item = tree.itemOf(argument);
    if (!item) return;
    const { key, state, label } = item;
    const path = await server.ask(TREE_REASON, { item: { key, state }, options: tree.options.current() });
    const reason = tree.cache.addPath(path ?? [], key);
    if (reason === undefined) {
      const why =
        state === 'current'
          ? say('everything below {0} is current.', label)
          : say('nothing that is shown below {0} is {1}: it is so itself.', label, stateWord(state));
      void vscode.window.showInformationMessage(`Warrant: ${why}`);
      return;
    }
    await tree.view.reveal(reason, { select: true, focus: true });
  }

  async function copy(which: CopiedName, argument: unknown, all: unknown): Promise<void> {
    const names = copiedNames(chosenItems(tree, argument, all), which);
    if (names.length > 0) await vscode.env.clipboard.writeText(names.join('\n'));
    void vscode.window.setStatusBarMessage(sayCopied(names, which), SAID);
  }

  const copying = ([command, which]: readonly [string, CopiedName]): vscode.Disposable =>
    vscode.commands.registerCommand(command, (argument: unknown, all: unknown) => copy(which, argument, all));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('warrant.tree.expandToReason', expandToReason),
    copying(['warrant.tree.copyId', 'id']),
    copying(['warrant.tree.copyQualifiedId', 'qualifiedId']),
    copying(['warrant.tree.copyLocator', 'locator']),
  );
}
