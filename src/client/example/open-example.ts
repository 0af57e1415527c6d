import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { fileExists } from '../file-exists.ts';
import { type ExampleMade, makeExample } from './make-example.ts';

/** What the folder of the example is called. */
const NAME = 'warrant-example';

/**
 * Makes a repository with three cases in a folder that the person chooses, or in a temporary one, and opens it: in this window if it shows
 * nothing yet, else in a new one.
 */
export async function openExample(extension: vscode.Uri): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const from = vscode.Uri.joinPath(extension, 'dist', 'example').fsPath;
  let made: ExampleMade;
  try {
    const title = say('Warrant: making the example …');
    made = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
      makeExample(from, folder.fsPath, gitProgram()),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      say('Warrant: the example could not be written to {0}: {1}', folder.fsPath, why),
    );
    return;
  }
  if (!made.hasHistory && !(await isOpenedAnyway(made.why))) return;
  const isEmpty = (vscode.workspace.workspaceFolders ?? []).length === 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, {
    forceReuseWindow: isEmpty,
    forceNewWindow: !isEmpty,
  });
}

async function isOpenedAnyway(why: string): Promise<boolean> {
  const open = say('Open It Anyway');
  const choice = await vscode.window.showWarningMessage(
    say(
      'Warrant: the example has no history, so nothing in it can be stale: git did not make it ({0}). Install git to see all of it.',
      why,
    ),
    open,
  );
  return choice === open;
}

/** A folder that is not there yet, or a temporary one; undefined where the person chose none. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const choose = {
    label: `$(folder) ${say('Choose a Folder…')}`,
    detail: say('A folder called {0} is made in it, and stays there.', NAME),
  };
  const temporary = {
    label: `$(trash) ${say('Temporary Folder')}`,
    detail: say('Below {0}, where the system may remove it.', tmpdir()),
  };
  const choice = await vscode.window.showQuickPick([choose, temporary], {
    title: say('Open Example'),
    // The walkthrough takes the focus back for a moment when its button was clicked.
    ignoreFocusOut: true,
    placeHolder: say('Where the example is made: a small repository with a history and three cases'),
  });
  if (choice === temporary) return vscode.Uri.file(join(await mkdtemp(join(tmpdir(), 'warrant-')), NAME));
  if (choice !== choose) return undefined;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: say('Open Example'),
      openLabel: say('Make the Example Here'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return chosen && freeFolder(chosen);
}

async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const folder = vscode.Uri.joinPath(parent, number === 1 ? NAME : `${NAME}-${number}`);
    if (!(await fileExists(folder))) return folder;
  }
}

/** The program that VS Code's own git support uses, where a person has set one for themselves; a workspace may not say what is run. */
function gitProgram(): string {
  const set = vscode.workspace.getConfiguration('git').inspect<string | string[]>('path')?.globalValue;
  const [first] = typeof set === 'string' ? [set] : (set ?? []);
  return first || 'git';
}
