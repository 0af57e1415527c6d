import * as vscode from 'vscode';

/** How long a place that was jumped to stands out, in milliseconds. */
const GLOW = 1500;

/**
 * Shows a place: a folder in the explorer, text with the cursor at its start and its lines standing out for a moment, other files as VS Code
 * shows them. The range is not selected, lest the next key typed replaces a whole function.
 *
 * @param viewColumn where, if it matters
 */
export async function openPlace(
  { uri, range }: vscode.Location,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  if (await isFolder(uri)) {
    await vscode.commands.executeCommand('revealInExplorer', uri);
    return;
  }
  const selection = new vscode.Range(range.start, range.start);
  await vscode.commands.executeCommand('vscode.open', uri, {
    selection,
    ...(viewColumn !== undefined && { viewColumn }),
  });
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() === uri.toString()) highlight(editor, range);
}

function highlight(editor: vscode.TextEditor, range: vscode.Range): void {
  const decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    isWholeLine: true,
  });
  // A range that ends where a line begins has nothing of that line.
  const endsBeforeLine = range.end.character === 0 && range.end.line > range.start.line;
  const lines = endsBeforeLine ? range.with(undefined, range.end.translate(-1)) : range;
  editor.setDecorations(decoration, [lines]);
  setTimeout(() => {
    decoration.dispose();
  }, GLOW);
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
