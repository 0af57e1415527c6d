import * as vscode from 'vscode';
import type { DocumentGate } from '../connection/document-gate.ts';
import { normaliseUri } from '../connection/document-sync.ts';
import { isMoveHeard } from '../connection/interest.ts';

type WillRename = (
  event: vscode.FileWillRenameEvent,
  next: (event: vscode.FileWillRenameEvent) => Thenable<vscode.WorkspaceEdit | null | undefined>,
) => Thenable<vscode.WorkspaceEdit | null | undefined>;

/** Asks the server what has to follow when files and folders move, but only for those that claims have to do with, and where the person wants it. */
export function followMoves(gate: DocumentGate): WillRename {
  return (event, next) => {
    const wanted = vscode.workspace.getConfiguration('warrant').get<string>('updateLocatorsOnRename');
    const files = event.files.filter(({ oldUri }) =>
      isMoveHeard(gate.interest(), normaliseUri(oldUri.toString())),
    );
    if (wanted === 'never' || files.length === 0) return Promise.resolve(undefined);
    return next({ ...event, files });
  };
}
