import * as vscode from 'vscode';

/**
 * Shows a place: text with the cursor at its start, a folder in the explorer, other files as VS Code shows them. Nothing is selected, or the next key
 * would replace a whole function.
 */
export async function openPlace(place: vscode.Location): Promise<void> {
  if (await isFolder(place.uri)) {
    await vscode.commands.executeCommand('revealInExplorer', place.uri);
    return;
  }
  const { start } = place.range;
  await vscode.commands.executeCommand('vscode.open', place.uri, {
    selection: new vscode.Range(start, start),
  });
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) !== 0;
  } catch {
    // Opening it will tell the person what is wrong.
    return false;
  }
}
