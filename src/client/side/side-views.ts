import * as vscode from 'vscode';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import { createEvidenceHere } from './evidence-here.ts';
import { createMyChanges } from './my-changes.ts';
import type { SideView } from './side-view.ts';

/** The views below the claim tree: what rests on this file, and on what changed. */
export interface SideViews {
  readonly evidenceHere: SideView;
  readonly myChanges: SideView;
  /** Something is different. */
  refresh(): void;
  /** The claim tree, which knows the rows of these views, too, where a command was chosen on one. */
  withRows(tree: ClaimTree): ClaimTree;
  dispose(): void;
}

/** Registers both views, which are empty until the server runs. */
export function registerSideViews(
  server: ServerConnection,
  memory: vscode.Memento,
  isClaimFile: (uri: vscode.Uri) => boolean,
): SideViews {
  const evidenceHere = createEvidenceHere(server, isClaimFile);
  const myChanges = createMyChanges(server, memory);
  return {
    evidenceHere,
    myChanges,
    refresh() {
      evidenceHere.refresh();
      myChanges.refresh();
    },
    withRows: (tree) => ({
      ...tree,
      itemOf: (argument) =>
        tree.itemOf(argument) ?? evidenceHere.itemOf(argument) ?? myChanges.itemOf(argument),
    }),
    dispose() {
      vscode.Disposable.from(evidenceHere, evidenceHere.follower, myChanges, myChanges.commands).dispose();
    },
  };
}
