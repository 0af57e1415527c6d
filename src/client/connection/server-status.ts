import * as vscode from 'vscode';
import type { ChangedParams } from '../../server/protocol.ts';
import type { ServerConnection } from './server-connection.ts';
import type { Timeline } from '../timeline.ts';
import { createBusyIndicator } from '../tree/busy-indicator.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import { createStandingItem } from '../tree/standing-item.ts';
import { viewStateOf, type ViewState } from '../tree/view-state.ts';

/** Keeps what the server said last, and the view in line with it. */
export interface ServerStatus {
  /** Resolves when all evidence has been judged for the first time. */
  readonly ready: Promise<void>;
  viewState(): ViewState;
  /** Takes over what the server says of the whole. */
  hear(changed: ChangedParams): void;
  /** Takes note of a start, a stop or a crash. */
  followServer(): void;
  /** Shows the present state in the view. */
  show(): void;
  dispose(): void;
}

/** @param onFirstJudgement called when a server that was just started has judged everything */
export function createServerStatus(
  server: ServerConnection,
  tree: ClaimTree,
  timeline: Timeline,
  onFirstJudgement: () => void,
): ServerStatus {
  const busy = createBusyIndicator();
  const standing = createStandingItem();
  let changed: ChangedParams | undefined;
  let isJudged = false;
  let setReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => (setReady = resolve));

  function viewState(): ViewState {
    const hasFolder = (vscode.workspace.workspaceFolders ?? []).length > 0;
    return viewStateOf({ hasFolder, server: server.state(), changed });
  }

  function show(): void {
    tree.show(viewState());
    if (server.state() === 'stopped') standing.showStopped();
    else standing.show(changed?.summary.standings ?? []);
  }

  return {
    ready,
    viewState,
    show,
    hear(params) {
      changed = params;
      busy.show(params.busy);
      show();
      tree.refresh();
      if (params.busy || isJudged) return;
      isJudged = true;
      timeline.mark('first judgement');
      setReady();
      onFirstJudgement();
    },
    followServer() {
      if (server.state() === 'running') timeline.mark('server running');
      else {
        // A server that starts anew has judged nothing.
        changed = undefined;
        isJudged = false;
        busy.show(false);
        tree.refresh();
      }
      show();
    },
    dispose: () => {
      busy.dispose();
      standing.dispose();
    },
  };
}
