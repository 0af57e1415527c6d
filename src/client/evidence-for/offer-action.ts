import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { USE_AS_EVIDENCE_COMMAND } from '../../server/protocol.ts';

/**
 * Offers, beside the refactorings of any file, to use what is selected as evidence. The server hears of no file that is none yet, so the editor does it alone; without a
 * selection only who asks for actions sees it.
 *
 * @param isOffered whether there is a case that it could be evidence in, and the file is no claim file
 */
export function offerAsEvidence(isOffered: (uri: vscode.Uri) => boolean): vscode.Disposable {
  const kind = vscode.CodeActionKind.Refactor.append('warrant');
  return vscode.languages.registerCodeActionsProvider(
    { scheme: 'file' },
    {
      provideCodeActions({ uri }, range, { triggerKind }) {
        const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
        if ((range.isEmpty && !isAsked) || !isOffered(uri)) return [];
        const title = range.isEmpty ? say('Use as evidence for…') : say('Use the selection as evidence for…');
        const action = new vscode.CodeAction(title, kind);
        action.command = { title, command: USE_AS_EVIDENCE_COMMAND };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}
