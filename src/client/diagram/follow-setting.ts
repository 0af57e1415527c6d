import * as vscode from 'vscode';

/** The setting whether diagrams follow the cursor, below `warrant`. */
export const FOLLOW = 'diagram.followCursor';

/** Whether diagrams follow the cursor. */
export function isFollowing(): boolean {
  return vscode.workspace.getConfiguration('warrant').get(FOLLOW, true);
}

/** Makes diagrams follow the cursor, or not, where that is set: for the workspace if it has its own setting, else for the person. */
export async function setFollowing(on: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('warrant');
  const isOfWorkspace = settings.inspect(FOLLOW)?.workspaceValue !== undefined;
  await settings.update(
    FOLLOW,
    on,
    isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
