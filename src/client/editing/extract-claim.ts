import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import {
  EXTRACT_CLAIM,
  EXTRACT_CLAIM_COMMAND,
  type ExtractAnswer,
  type ExtractTarget,
} from '../../server/protocol.ts';
import { editsFor } from './edits-for.ts';
import type { ServerConnection } from '../connection/server-connection.ts';

/** The command behind a quick fix: asks for the words of a claim that is taken out of another one with some of its evidence, and writes it. One undo takes it back. */
export function registerExtractClaim(server: ServerConnection): vscode.Disposable {
  return vscode.commands.registerCommand(EXTRACT_CLAIM_COMMAND, async (argument: unknown) => {
    const document = vscode.window.activeTextEditor?.document;
    const target = targetOf(argument);
    if (!document || !target) return;
    const words = await vscode.window.showInputBox({
      title: say('Extract a Claim'),
      prompt: say('What does the new claim say?'),
      ignoreFocusOut: true,
      validateInput: (value) =>
        /[\p{L}\p{N}]/u.test(value)
          ? undefined
          : say('Say what holds, such as “Sessions end after an hour.”'),
    });
    if (words === undefined) return;
    const answer = await editsFor<ExtractAnswer | undefined>(document, () =>
      server.ask(EXTRACT_CLAIM, { ...target, words }),
    );
    if (!answer || 'refused' in answer) {
      const why =
        answer?.refused ?? say('the claim could not be written. The output channel “Warrant” says why.');
      void vscode.window.showWarningMessage(`Warrant: ${why}`);
      return;
    }
    const change = new vscode.WorkspaceEdit();
    change.set(
      document.uri,
      answer.edits.map((edit) => server.client().protocol2CodeConverter.asTextEdit(edit)),
    );
    await vscode.workspace.applyEdit(change);
  });
}

/** Whoever runs the command by hand may give anything. */
function targetOf(argument: unknown): ExtractTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { case: one, node, links } = argument as Record<string, unknown>;
  if (typeof one !== 'string' || typeof node !== 'string' || !Array.isArray(links)) return undefined;
  return { case: one, node, links: links.filter((link) => typeof link === 'string') };
}
