import { join } from 'node:path';
import * as vscode from 'vscode';
import type { WarrantApi } from '../../src/client/extension.ts';

const EXTENSION = 'warrant.warrant';

/** The extension under test. @throws Error if VS Code does not know it */
export function extension(): vscode.Extension<WarrantApi> {
  const found = vscode.extensions.getExtension<WarrantApi>(EXTENSION);
  if (!found) throw new Error(`VS Code has no extension ${EXTENSION}.`);
  return found;
}

/** Activates the extension, and waits until all evidence has been judged once. */
export async function judged(): Promise<WarrantApi> {
  const api = await extension().activate();
  await api.ready;
  return api;
}

/** A file of the workspace. @param path relative, with `/` */
export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.file(join(folder.uri.fsPath, path));
}

/** Opens a file of the workspace in an editor. @param path relative, with `/` */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)));
}

/** Closes all editors without saving. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Asks again until the answer is as wanted, and gives it.
 *
 * @param what what is waited for, as it is to stand in the message
 * @param timeout milliseconds
 * @throws Error with the last answer if it never is
 */
export async function eventually<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  isWanted: (answer: T) => boolean,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
