import * as vscode from 'vscode';
import { fileExists } from './file-exists.ts';

/** The extension's own README, which packaging spells in small letters. */
const NAMES = ['README.md', 'readme.md'];

/** Shows the README that came with the extension, which needs no network. */
export async function openReadme(extension: vscode.Uri): Promise<void> {
  for (const name of NAMES) {
    const uri = vscode.Uri.joinPath(extension, name);
    if (await fileExists(uri)) {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
      return;
    }
  }
}
