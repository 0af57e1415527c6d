import * as vscode from 'vscode';
import { TREE, TREE_MATCHES, type TreeItem, isFiltering } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import { type Dragging, createDragging } from './dragging.ts';
import { sayArrangement, sayEmpty, sayFilter } from './filter-words.ts';
import { presentItem } from './present-item.ts';
import type { ShownOptions } from './shown-options.ts';
import { createTreeCache, type TreeCache } from './tree-cache.ts';
import type { ViewState } from './view-state.ts';

export const CLAIM_VIEW = 'warrant.claims';

/** The claim tree. Its elements are the keys of items. */
export interface ClaimTree {
  readonly view: vscode.TreeView<string>;
  readonly provider: vscode.TreeDataProvider<string>;
  readonly cache: TreeCache;
  readonly options: ShownOptions;
  readonly dragging: Dragging;
  /** Asks the server again for what is unfolded. */
  refresh(): void;
  /** Shows what stands around the items: message, badge, description, welcome text. */
  show(state: ViewState): void;
  /** The item of an argument a menu or a click gave to a command. */
  itemOf(argument: unknown): TreeItem | undefined;
  dispose(): void;
}

/** Registers the tree, empty until the server runs. */
export function createClaimTree(server: ServerConnection, options: ShownOptions): ClaimTree {
  const cache = createTreeCache();
  const changed = new vscode.EventEmitter<undefined>();
  const provider = createProvider(server, cache, options, changed.event, (isEmpty) => {
    isBare = isEmpty;
    void showAround();
  });
  const dragAndDropController = createDragging(server, (key) => cache.get(key));
  const view = vscode.window.createTreeView(CLAIM_VIEW, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController,
  });
  let state: ViewState | undefined;
  let isBare = false;
  let turn = 0;

  /** What is said of the filter; asked for anew whenever that, or what it is about, is another. */
  async function showAround(): Promise<void> {
    const mine = ++turn;
    const current = options.current();
    view.description = sayArrangement(state?.description, current);
    if (state?.name !== 'ready') {
      view.message = state?.message;
      return;
    }
    const matches = isFiltering(current) ? await server.ask(TREE_MATCHES, { options: current }) : undefined;
    if (mine !== turn) return;
    const said = [
      sayFilter(current, matches ?? undefined) ?? (isBare ? sayEmpty(current) : ''),
      state.message,
    ];
    view.message = said.filter(Boolean).join(' ') || undefined;
  }

  const following = options.onDidChange(() => {
    changed.fire(undefined);
  });
  return {
    view,
    provider,
    cache,
    options,
    dragging: dragAndDropController,
    refresh: () => {
      changed.fire(undefined);
    },
    show(next) {
      state = next;
      view.badge = next.badge;
      void showAround();
      void vscode.commands.executeCommand('setContext', 'warrant.state', next.name);
    },
    itemOf: (argument) => (typeof argument === 'string' ? cache.get(argument) : undefined),
    dispose() {
      following.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

/** @param onTop called when it is known whether there is anything in the tree */
function createProvider(
  server: ServerConnection,
  cache: TreeCache,
  options: ShownOptions,
  onDidChangeTreeData: vscode.Event<undefined>,
  onTop: (isEmpty: boolean) => void,
): vscode.TreeDataProvider<string> {
  return {
    onDidChangeTreeData,
    async getChildren(parent) {
      const current = options.current();
      const items = await server.ask(TREE, { ...(parent !== undefined && { parent }), options: current });
      if (parent === undefined) onTop(items?.length === 0);
      return [...cache.setChildren(parent, items ?? [])];
    },
    getTreeItem(key) {
      const item = cache.get(key);
      // An item can be gone by the time VS Code asks; the refresh that follows takes it away.
      return item === undefined ? new vscode.TreeItem('') : presentItem(item, options.current());
    },
    getParent: (key) => cache.parentOf(key),
  };
}
