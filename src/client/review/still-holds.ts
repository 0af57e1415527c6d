import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import {
  CHALLENGE_COMMAND,
  REVIEW,
  REVIEW_QUESTION,
  STILL_HOLDS_COMMAND,
  type ReviewAnswer,
  type ReviewQuestion,
} from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import { askedOf } from './asked.ts';
import { chooseWaiting } from './choose-waiting.ts';
import { sayAnswer, sayQuestion } from './review-words.ts';
import { showEvidence } from './show-evidence.ts';
import type { ShownReviews } from './shown-reviews.ts';
import { hasUnsavedRecords, saveFirst } from './unsaved.ts';

/** The command by which a person looks at evidence and says that it still supports its claim. Nothing is recorded before they said so. */
export function registerStillHolds(
  server: ServerConnection,
  tree: ClaimTree,
  shown: ShownReviews,
): vscode.Disposable {
  /** The last question about some links; an older one that is still on the screen does not count. */
  const asked = new Map<string, symbol>();

  async function stillHolds(argument: unknown, all?: unknown): Promise<void> {
    const params = askedOf(argument, 'review', tree, shown, all);
    const question = params ? await server.ask(REVIEW_QUESTION, params) : null;
    if (question === undefined) return sayNoServer();
    if (question?.items.length) return review(question, argument);
    if (question?.subject) return sayNothing(question.subject);
    const chosen = await chooseWaiting(
      server,
      say('Review Which Evidence?'),
      say('Put the cursor on a locator, a claim or its evidence to judge it all the same.'),
    );
    const asked = chosen && (await server.ask(REVIEW_QUESTION, { targets: [chosen] }));
    if (asked) await review(asked, chosen);
  }

  async function review(question: ReviewQuestion, argument: unknown): Promise<void> {
    if (question.refused !== undefined) {
      void vscode.window.showWarningMessage(`Warrant: ${question.refused}`);
      return;
    }
    // Who chose it above the difference has looked at it already.
    if (isShown(argument)) return record(question);
    await show(question);
    // The command is done, whether or not anybody answers.
    void ask(question);
  }

  /** Buttons in the title of an editor give a command the editor's address, and the palette gives nothing. */
  function isShown(argument: unknown): boolean {
    return shown.active() !== undefined && (argument === undefined || argument instanceof vscode.Uri);
  }

  async function show({ subject, items }: ReviewQuestion): Promise<void> {
    const { protocol2CodeConverter } = server.client();
    await showEvidence(subject, items, shown, (place) => protocol2CodeConverter.asLocation(place));
  }

  async function ask(question: ReviewQuestion): Promise<void> {
    const key = JSON.stringify(question.items.map(({ target }) => target));
    const turn = Symbol(question.subject);
    asked.set(key, turn);
    const { message, holds } = sayQuestion(question);
    const challenge = say('Challenge…');
    const choice = await vscode.window.showInformationMessage(message, holds, challenge, say('Later'));
    if (asked.get(key) !== turn) return;
    if (choice === holds) await record(question);
    if (choice === challenge)
      await vscode.commands.executeCommand(
        CHALLENGE_COMMAND,
        question.items.map(({ target }) => target),
      );
  }

  async function record(question: ReviewQuestion): Promise<void> {
    const { items, subject } = question;
    if (hasUnsavedRecords() || !(await saveFirst(items.flatMap(({ files }) => files)))) return;
    const note = await vscode.window.showInputBox({
      title: say('Still holds: {0}', subject),
      prompt: say('Why does it hold? The note is kept with the review.'),
      placeHolder: say('Note (optional)'),
      ignoreFocusOut: true,
    });
    if (note === undefined) return;
    asked.delete(JSON.stringify(items.map(({ target }) => target)));
    const targets = items.map(({ target, seen }) => ({ ...target, ...(seen !== undefined && { seen }) }));
    const answer = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: say('Warrant: recording the review') },
      () => server.ask(REVIEW, { targets, ...(note.trim() !== '' && { note: note.trim() }) }),
    );
    void tell(answer, subject);
  }

  return vscode.commands.registerCommand(STILL_HOLDS_COMMAND, stillHolds);
}

async function tell(answer: ReviewAnswer | undefined, subject: string): Promise<void> {
  if (!answer) {
    sayNoServer();
    return;
  }
  const { message, isWarning } = sayAnswer(answer, subject);
  const actions = answer.file === undefined ? [] : [say('Open the Record')];
  const show = isWarning ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const choice = await show(message, ...actions);
  if (choice !== undefined && answer.file !== undefined)
    await vscode.window.showTextDocument(vscode.Uri.parse(answer.file));
}

function sayNothing(subject: string): void {
  const what = say('nothing under {0} is waiting for a review.', subject);
  void vscode.window.showInformationMessage(`Warrant: ${what}`);
}

function sayNoServer(): void {
  void vscode.window.showWarningMessage(
    say(
      'Warrant: the server gave no answer, so nothing was recorded. The output channel “Warrant” says why.',
    ),
  );
}
