import * as vscode from 'vscode';
import type { SideItem } from '../../server/protocol.ts';
import { presentItem } from '../tree/present-item.ts';

/** A view beside the claim tree. Its elements are the keys of rows, which it is told of all at once. */
export interface SideView {
  readonly view: vscode.TreeView<string>;
  readonly provider: vscode.TreeDataProvider<string>;
  /** Asks for the rows again, soon; those of a view that cannot be seen once it can. */
  refresh(): void;
  /** The row of an argument a menu or a click gave to a command. */
  itemOf(argument: unknown): SideItem | undefined;
  dispose(): void;
}

/** How long nothing may happen before rows are asked for again, in milliseconds. */
const REST = 200;

/** @param load asks for all rows, and shows what stands around them */
export function createSideView(
  id: string,
  load: (view: vscode.TreeView<string>) => Promise<readonly SideItem[]>,
): SideView {
  const changed = new vscode.EventEmitter<undefined>();
  let rows = new Map<string, { readonly item: SideItem; readonly parent: string | undefined }>();
  let timer: NodeJS.Timeout | undefined;

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event,
    async getChildren(parent) {
      if (parent !== undefined) return rows.get(parent)?.item.children.map(({ key }) => key) ?? [];
      const items = await load(view);
      rows = new Map();
      const add = (item: SideItem, above: string | undefined): void => {
        rows.set(item.key, { item, parent: above });
        for (const child of item.children) add(child, item.key);
      };
      for (const item of items) add(item, undefined);
      return items.map(({ key }) => key);
    },
    getTreeItem(key) {
      const item = rows.get(key)?.item;
      // A row can be gone by the time VS Code asks; the refresh that follows takes it away.
      return item === undefined ? new vscode.TreeItem('') : presentItem(item);
    },
    getParent: (key) => rows.get(key)?.parent,
  };
  const view = vscode.window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });
  return {
    view,
    provider,
    refresh() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        changed.fire(undefined);
      }, REST);
    },
    itemOf: (argument) => (typeof argument === 'string' ? rows.get(argument)?.item : undefined),
    dispose() {
      clearTimeout(timer);
      view.dispose();
      changed.dispose();
    },
  };
}
