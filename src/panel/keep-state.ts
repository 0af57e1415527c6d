import type { SavedState } from './saved-state.ts';

/** How long nothing has to change before what a person chose is kept, in milliseconds: not with each step of a picture that is moved. */
export const REST = 300;

/** Keeps what a person chose soon after they chose it. */
export interface Keeper {
  /** Keeps this, unless something newer comes within a moment. */
  keep(state: SavedState): void;
  /** Keeps now what waits: the page may end. */
  flush(): void;
}

/** What a keeper needs of the page. */
export interface KeeperPorts {
  readonly save: (state: SavedState) => void;
  /** Does something after so many milliseconds, and gives what undoes that. */
  readonly later: (work: () => void, delay: number) => () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Nothing waits yet. */
export function createKeeper({ save, later, now }: KeeperPorts): Keeper {
  let waiting: SavedState | undefined;
  let undo: (() => void) | undefined;
  const flush = (): void => {
    undo?.();
    undo = undefined;
    if (!waiting) return;
    const state = { ...waiting, at: now() };
    waiting = undefined;
    save(state);
  };
  return {
    keep(state) {
      waiting = state;
      undo?.();
      undo = later(flush, REST);
    },
    flush,
  };
}

/** The newer one of what VS Code kept for the page and what the extension kept for its case. */
export function newerState(
  one: SavedState | undefined,
  other: SavedState | undefined,
): SavedState | undefined {
  if (!one || !other) return one ?? other;
  return (other.at ?? 0) > (one.at ?? 0) ? other : one;
}
