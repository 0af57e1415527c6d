import * as vscode from 'vscode';
import { CLAIM_VIEW } from './claim-tree.ts';

/** Work that is done sooner shows nothing, in milliseconds: the badge would flicker as one types. */
const PATIENCE = 500;

/** The moving line at the top of the view that says work is going on. */
export interface BusyIndicator {
  show(busy: boolean): void;
  dispose(): void;
}

/** An indicator that does not show yet. */
export function createBusyIndicator(): BusyIndicator {
  let timer: NodeJS.Timeout | undefined;
  let finish: (() => void) | undefined;

  function start(): void {
    const done = new Promise<void>((resolve) => (finish = resolve));
    void vscode.window.withProgress({ location: { viewId: CLAIM_VIEW } }, () => done);
  }

  function stop(): void {
    clearTimeout(timer);
    finish?.();
    timer = finish = undefined;
  }

  return {
    show(busy) {
      if (!busy) stop();
      else timer ??= setTimeout(start, PATIENCE);
    },
    dispose: stop,
  };
}
