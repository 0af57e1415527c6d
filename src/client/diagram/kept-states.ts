import { type SavedState, readSavedState } from '../../panel/saved-state.ts';

/** The part of `vscode.Memento` that is needed. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

/** What people chose in diagrams that are open, by case. VS Code writes it down at once, and not only now and then as it does for pages. */
export interface KeptStates {
  of(key: string): SavedState | undefined;
  keep(state: SavedState): Promise<void>;
  forget(key: string): Promise<void>;
}

const STATES = 'diagram.states';

/** More are not kept: a window that ends without closing its diagrams leaves theirs behind. */
const MOST = 20;

/** @param memory of the workspace */
export function createKeptStates(memory: Memory): KeptStates {
  // One that cannot be read is of another version, and of no use.
  const all = (): SavedState[] => {
    const kept = memory.get(STATES);
    return Array.isArray(kept) ? kept.flatMap((each) => readSavedState(each) ?? []) : [];
  };
  const others = (key: string): SavedState[] => all().filter((each) => each.case !== key);
  return {
    of: (key) => all().find((each) => each.case === key),
    async keep(state) {
      await memory.update(STATES, [...others(state.case), state].slice(-MOST));
    },
    async forget(key) {
      await memory.update(STATES, others(key));
    },
  };
}
