import * as vscode from 'vscode';
import { TREE, type TreeItem } from '../../server/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { presentItem } from './present-item.ts';
import { createTreeCache, type TreeCache } from './tree-cache.ts';
import type { ViewState } from './view-state.ts';

export const CLAIM_VIEW = 'warrant.claims';

/** The claim tree. Its elements are the keys of items. */
export interface ClaimTree {
  readonly view: vscode.TreeView<string>;
  readonly provider: vscode.TreeDataProvider<string>;
  readonly cache: TreeCache;
  /** Asks the server again for what is unfolded. */
  refresh(): void;
  /** Shows what stands around the items: message, badge, description, welcome text. */
  show(state: ViewState): void;
  /** The item of an argument a menu or a click gave to a command. */
  itemOf(argument: unknown): TreeItem | undefined;
  dispose(): void;
}

/** Registers the tree, empty until the server runs. */
export function createClaimTree(server: ServerConnection): ClaimTree {
  const cache = createTreeCache();
  const changed = new vscode.EventEmitter<undefined>();
  const provider = createProvider(server, cache, changed.event);
  const view = vscode.window.createTreeView(CLAIM_VIEW, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  return {
    view,
    provider,
    cache,
    refresh: () => {
      changed.fire(undefined);
    },
    show(state) {
      view.description = state.description;
      view.message = state.message;
      view.badge = state.badge;
      void vscode.commands.executeCommand('setContext', 'warrant.state', state.name);
    },
    itemOf: (argument) => (typeof argument === 'string' ? cache.get(argument) : undefined),
    dispose() {
      view.dispose();
      changed.dispose();
    },
  };
}

function createProvider(
  server: ServerConnection,
  cache: TreeCache,
  onDidChangeTreeData: vscode.Event<undefined>,
): vscode.TreeDataProvider<string> {
  return {
    onDidChangeTreeData,
    async getChildren(parent) {
      const items = await server.ask(TREE, parent === undefined ? {} : { parent });
      return [...cache.setChildren(parent, items ?? [])];
    },
    getTreeItem(key) {
      const item = cache.get(key);
      // An item can be gone by the time VS Code asks; the refresh that follows takes it away.
      return item === undefined ? new vscode.TreeItem('') : presentItem(item);
    },
    getParent: (key) => cache.parentOf(key),
  };
}
