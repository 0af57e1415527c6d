import * as vscode from 'vscode';
import { type TreeOptions, isFiltering } from '../../server/protocol.ts';
import { parseOptions } from './saved-options.ts';

/** Where it is remembered, for each workspace. */
const MEMORY = 'warrant.tree.options';

/** What the claim tree shows, and how it is arranged. Kept over reloads. */
export interface ShownOptions extends vscode.Disposable {
  current(): TreeOptions;
  /** Takes over some parts; what is undefined or empty is left out from now on. */
  change(parts: { readonly [K in keyof TreeOptions]: TreeOptions[K] | undefined }): void;
  readonly onDidChange: vscode.Event<TreeOptions>;
}

/**
 * As it was left in this workspace. Menus go by the context keys `warrant.tree.filtered`, `.narrowed` (by more than what needs attention),
 * `.attention` and `.groupBy`.
 */
export function createShownOptions(memory: vscode.Memento): ShownOptions {
  const changed = new vscode.EventEmitter<TreeOptions>();
  let current = parseOptions(memory.get(MEMORY));

  function setContext(): void {
    const { attention = false, groupBy = 'case', ...others } = current;
    void vscode.commands.executeCommand('setContext', 'warrant.tree.filtered', isFiltering(current));
    void vscode.commands.executeCommand('setContext', 'warrant.tree.narrowed', isFiltering(others));
    void vscode.commands.executeCommand('setContext', 'warrant.tree.attention', attention);
    void vscode.commands.executeCommand('setContext', 'warrant.tree.groupBy', groupBy);
  }

  setContext();
  return {
    current: () => current,
    change(parts) {
      const next = parseOptions({ ...current, ...parts });
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      void memory.update(MEMORY, next);
      setContext();
      changed.fire(next);
    },
    onDidChange: changed.event,
    dispose: () => {
      changed.dispose();
    },
  };
}
