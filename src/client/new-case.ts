import * as vscode from 'vscode';
import { fileExists } from './file-exists.ts';

const SKELETON = `case: \${1:What is safe, secure or reliable}
claims:
  C1:
    text: \${2:The claim, as a sentence that can be true or false.}
    evidence:
      - \${3:path/to/file#symbol}
$0`;

/**
 * Opens a new case to fill in. Nothing is written: the document gets a free name in the first workspace folder,
 * and saving it puts it there; without a folder, saving asks where to.
 */
export async function openNewCase(): Promise<void> {
  const uri = await freeName(vscode.workspace.workspaceFolders?.[0]?.uri);
  const document =
    uri === undefined
      ? await vscode.workspace.openTextDocument({ language: 'yaml' })
      : await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  if (document.getText() === '') await editor.insertSnippet(new vscode.SnippetString(SKELETON));
}

async function freeName(folder: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (folder?.scheme !== 'file') return undefined;
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'assurance.case.yaml' : `assurance-${number}.case.yaml`;
    const uri = vscode.Uri.joinPath(folder, name);
    if (!(await fileExists(uri))) return uri;
  }
}
