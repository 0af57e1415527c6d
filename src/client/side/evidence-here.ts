import * as vscode from 'vscode';
import { EVIDENCE_HERE } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import { type SideView, createSideView } from './side-view.ts';

const VIEW = 'warrant.evidenceHere';

/**
 * The claims that rest on the file in the active editor, by its parts.
 *
 * @param isClaimFile what stands in the claim tree itself
 */
export function createEvidenceHere(
  server: ServerConnection,
  isClaimFile: (uri: vscode.Uri) => boolean,
): SideView & { readonly follower: vscode.Disposable } {
  const side = createSideView(VIEW, async (view) => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isFile = uri?.scheme === 'file';
    const items = isFile ? ((await server.ask(EVIDENCE_HERE, { uri: uri.toString() })) ?? []) : [];
    view.description = isFile ? uri.path.slice(uri.path.lastIndexOf('/') + 1) : undefined;
    const none = !isFile ? 'noFile' : isClaimFile(uri) ? 'claimFile' : 'none';
    void vscode.commands.executeCommand('setContext', VIEW, items.length > 0 ? 'some' : none);
    return items;
  });
  return {
    ...side,
    follower: vscode.window.onDidChangeActiveTextEditor(() => {
      side.refresh();
    }),
  };
}
