import * as vscode from 'vscode';
import type { ServerConnection } from '../connection/server-connection.ts';
import { registerOnFocused } from './chosen-items.ts';
import type { ClaimTree } from './claim-tree.ts';
import { registerCutAndPaste } from './dragging.ts';
import { registerFilterCommands } from './filter-commands.ts';
import { registerItemCommands } from './item-commands.ts';

/** The commands of the claim tree itself. What is done with claims and evidence from other places, too, is registered elsewhere. */
export function registerTreeCommands(server: ServerConnection, tree: ClaimTree): vscode.Disposable {
  return vscode.Disposable.from(
    registerFilterCommands(server, tree.options),
    registerItemCommands(server, tree),
    registerOnFocused(tree),
    registerCutAndPaste(tree),
  );
}
