import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { type ReviewTarget, WAITING_REVIEWS } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';

/**
 * Has a person choose among all evidence that waits for a review, where neither the cursor nor an item of the tree says what they mean: in the
 * walkthrough, say. Where nothing waits, that is said.
 *
 * @param title of the list
 * @param otherwise what a person can do where nothing waits: a sentence
 */
export async function chooseWaiting(
  server: ServerConnection,
  title: string,
  otherwise: string,
): Promise<ReviewTarget | undefined> {
  const waiting = await server.ask(WAITING_REVIEWS, undefined);
  if (!waiting || waiting.items.length === 0) {
    const nothing = waiting?.refused ?? say('no evidence is waiting for a review. {0}', otherwise);
    void vscode.window.showInformationMessage(
      waiting
        ? `Warrant: ${nothing}`
        : say('Warrant: the server gave no answer. The output channel “Warrant” says why.'),
    );
    return undefined;
  }
  const choices = waiting.items.map(({ label, claim, summary, target }) => ({
    label,
    description: summary,
    detail: claim,
    target,
  }));
  const choice = await vscode.window.showQuickPick(choices, {
    title,
    placeHolder: say('Evidence that is stale, or that nobody has judged yet'),
    matchOnDescription: true,
    matchOnDetail: true,
    // The walkthrough takes the focus back for a moment when its button was clicked.
    ignoreFocusOut: true,
  });
  return choice?.target;
}
