import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';

/** The open documents among some that have changes which are not saved. @param uris as the server writes them */
function unsavedAmong(uris: readonly string[]): vscode.TextDocument[] {
  const wanted = new Set(uris.map((uri) => vscode.Uri.parse(uri).toString()));
  return vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && wanted.has(uri.toString()));
}

/** Has the person save what is judged: a review records what stands in the files. False where they do not want to, or it cannot be saved. */
export async function saveFirst(uris: readonly string[]): Promise<boolean> {
  const unsaved = unsavedAmong(uris);
  if (unsaved.length === 0) return true;
  const names = unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join(', ');
  const save = say('Save and Review');
  const choice = await vscode.window.showWarningMessage(
    say('Warrant: not all is saved in {0}. Save first: a review records what is in the files.', names),
    save,
  );
  if (choice !== save) return false;
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  return saved.every(Boolean);
}

/** Whether records that are open have changes which are not saved. To write beside the editor would lose one of the two, so the person is told. */
export function hasUnsavedRecords(): boolean {
  const records = vscode.workspace.textDocuments.find(
    ({ isDirty, uri }) => isDirty && /\.reviews\.ya?ml$/i.test(uri.path),
  );
  if (!records) return false;
  void vscode.window.showWarningMessage(
    say(
      'Warrant: {0} has changes that are not saved, so no review is written into it. Save it or undo them, and try again.',
      vscode.workspace.asRelativePath(records.uri),
    ),
  );
  return true;
}
